"""A walk through a world: whatever the walker meets in the agency is pressed here once by each role, and measured.

What a press changes is undone afterwards. What leads on from it is pressed later, after doing it again.
"""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.wire.going_out.parcels import Parcel
from tests.growth.meter import Meter
from tests.walking.agency import Agency
from tests.walking.bot import Bot, Heard, Leaving
from tests.walking.memory import State
from tests.walking.steps import Found, Met, Step, Waiting, has_many_choices, told_apart
from tests.walking.updates import Update
from tests.walking.walker import Walk

SOME = 16
"""Notices that leave at once; what a message to thousands would do beyond that is not looked at."""


class Undoing(Protocol):
    def undone_afterwards(self) -> AbstractAsyncContextManager[None]: ...


class MeteredBot(Bot):
    """Measures each update up to its commit, and each notice that leaves."""

    at_once = SOME
    meter: Meter  # given to it once it is made
    doing = ""

    async def hear(self, update: Update) -> Heard:
        with self.meter.measuring(self.doing):
            return await super().hear(update)

    async def due(self) -> list[Leaving]:
        with self.meter.measuring("(what waits is taken out)"):
            return await super().due()

    async def worded(self, parcel: Parcel, message_id: int) -> list[Leaving]:
        with self.meter.measuring(f"notice {parcel.kind}"):
            return await super().worded(parcel, message_id)


class Once(Met):
    """Each kind of press, with what it chooses, is worth taking once by each role."""

    def is_worth(self, role: str, data: str) -> bool:
        shape, entity = told_apart(data)
        key = role, shape[:1] if has_many_choices(shape[0]) else shape
        seen = self.seen[key]
        if seen:
            return False
        seen.add(entity)
        return True


class MeteredWalk(Walk):
    bot: MeteredBot

    def __init__(self, bot: MeteredBot, agency: Agency, undoing: Undoing) -> None:
        super().__init__(bot, agency)
        self.undoing = undoing
        self.met = Once(self.met.sorts)

    def saved(self) -> State:
        """Nothing is kept: what is pressed is pressed where it was found."""
        return ()

    async def wait(self, step: Step) -> None:
        """The ticks are measured by themselves."""

    async def through(self) -> Found:
        async with self.undoing.undone_afterwards():
            await self.begin()
            await self.drain()
        return self.found

    async def drain(self) -> None:
        changing: list[tuple[Step, Waiting, int]] = []
        here, number = self.waiting, self.bot.messages
        while step := here.pop():
            self.waiting = Waiting()
            async with self.undoing.undone_afterwards():
                await self.take(step)
            if self.state is None:
                changing.append((step, self.waiting, number))
            else:
                move(self.waiting, here)
            number = self.bot.messages
        for step, waiting, first in changing:
            await self.go_on(step, waiting, first)

    async def go_on(self, step: Step, waiting: Waiting, first: int) -> None:
        """With what was found after this step."""
        if not waiting.by_state:
            return
        async with self.undoing.undone_afterwards():
            self.bot.messages = first
            await self.bot.hear(self.update(step))
            self.waiting = waiting
            await self.drain()

    async def take(self, step: Step) -> None:
        self.bot.doing, self.state = step.by, step.state
        await super().take(step)


def move(found: Waiting, here: Waiting) -> None:
    while step := found.pop():
        here.push(step)
