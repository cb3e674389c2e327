"""Everybody with a phone, each in a task of their own: they look at it now and then, and when it rings."""

import asyncio
import heapq
from contextlib import suppress

from tests.simulation.agency import Agency, Member
from tests.simulation.agency_words import TONGUES
from tests.simulation.board import Board
from tests.simulation.habits.days import answer_news, look_at_phone
from tests.simulation.habits.newcomers import join
from tests.simulation.habits.talking import read_along
from tests.simulation.human import Human
from tests.simulation.journal import Shown
from tests.simulation.outside.luck import luck
from tests.simulation.world import World

LOOKS_A_DAY = 6
WAKING = 16 * 3600
MOMENT = 0.01  # a timer may ring that little too early
FIRST, LAST = 7, 23  # hours of the day in which people look at their phones


class Crowd:
    def __init__(self, world: World, agency: Agency) -> None:
        self.world = world
        self.board = Board(typed=agency.typed)
        self.humans: dict[int, Human] = {}
        self.over = False
        for member in agency.members:
            self.add(member).sim.chat.started = True
        self.add_newcomers(agency)
        for language, tongue in TONGUES.items():
            people = [one.sim for one in self.humans.values() if one.member.language == language and one.joined]
            world.gather(language, tongue.teams[0], people)
        world.showed = self.showed

    def add(self, member: Member) -> Human:
        sim = self.world.person(member.name, TONGUES[member.language].client, member.telegram_id)
        human = Human(self.world, self.board, member, sim)
        self.humans[sim.id] = human
        return human

    def add_newcomers(self, agency: Agency) -> None:
        """They come on days of their own; a few for each language in a month."""
        for language, tongue in TONGUES.items():
            for name in tongue.newcomers:
                human = self.add(Member(name, "newcomer", language, agency.take_id()))
                human.joined = False
                human.later(luck(self.world.plan.seed, "comes", name).uniform(0.5, 20) * 86400, join)

    def begin(self) -> list["asyncio.Task[None]"]:
        return [asyncio.create_task(self.live(human)) for human in self.humans.values()]

    def end(self) -> None:
        self.over = True
        for human in self.humans.values():
            human.bell.set()

    def showed(self, one: Shown) -> None:
        """Somebody's screen changed. Where it made a sound most people look soon, if they are awake."""
        human = self.humans.get(one.chat_id)
        if human is None:
            return
        read_along(human, one.labels)
        if one.rings and human.chance(0.6):
            human.later(human.luck.expovariate(1 / 900), answer_news)
            human.bell.set()

    async def live(self, human: Human) -> None:
        rate = LOOKS_A_DAY * self.world.plan.pace / WAKING
        while True:
            wait = human.luck.expovariate(rate)
            due = human.errands[0][0] - self.world.elapsed if human.errands else wait
            with suppress(TimeoutError):
                async with asyncio.timeout(max(0.0, min(wait, due))):
                    await human.bell.wait()
            if self.over or human.left:
                return
            if human.bell.is_set():
                human.bell.clear()
            elif human.errands and human.errands[0][0] <= self.world.elapsed + MOMENT:
                await self.run(human)
            elif FIRST <= human.local_hour() < LAST and human.joined:
                await look_at_phone(human)

    async def run(self, human: Human) -> None:
        """What was meant to be done now; who sleeps does it in the morning."""
        errand = heapq.heappop(human.errands)[2]
        if FIRST <= human.local_hour() < LAST or human.chance(0.05):
            await errand(human)
        else:
            human.later(3600 * human.luck.uniform(1, 3), errand)
