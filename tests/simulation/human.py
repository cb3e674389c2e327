"""Somebody with a phone: presses what stands on the own screen, types, waits a little for an answer, and goes on.

Never uses what the product keeps inside; labels are known in English and found in the person's own language.
"""

import asyncio
import heapq
import html
import itertools
import re
from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any

from bot.simulator.people.chats import Message
from bot.simulator.people.keyboards import Button
from bot.simulator.people.persons import SimPerson
from bot.speech.words import Words, catalogue
from tests.simulation.agency import Member
from tests.simulation.agency_words import TONGUES
from tests.simulation.board import Board
from tests.simulation.journal import Pressed
from tests.simulation.outside.luck import luck
from tests.simulation.world import World

PATIENCE = 25.0  # seconds that somebody waits for an answer before doing something else
SEEN = 12  # messages on a screen
Errand = Callable[["Human"], Awaitable[None]]


class Human:
    """`errands`: what this person means to do at a time of the loop."""

    def __init__(self, world: World, board: Board, member: Member, sim: SimPerson) -> None:
        self.world = world
        self.board = board
        self.member = member
        self.sim = sim
        self.tongue = TONGUES[member.language]
        self.language = member.language  # that the screen speaks now
        self.luck = luck(world.plan.seed, "person", member.name)
        self.errands: list[tuple[float, int, Errand]] = []
        self.order = itertools.count()
        self.bell = asyncio.Event()  # the phone rang
        self.read_to = 0  # version of the chat up to which the screen was looked at
        self.left = False  # erased themselves
        self.joined = True
        self.away: list[float] = []  # when the bot was blocked and let in again

    def __repr__(self) -> str:
        return f"<{self.member.name}>"

    @property
    def words(self) -> Words:
        return Words(self.language, self.tongue.zone)

    # what stands on the screen

    def screen(self) -> list[Message]:
        """The newest messages, newest first."""
        shown = (one for one in reversed(self.sim.chat.messages) if not one.deleted)
        return list(itertools.islice(shown, SEEN))

    def focus(self) -> Message | None:
        """The bot's message that changed last."""
        own = [one for one in self.screen() if one.by_bot]
        return max(own, key=lambda one: (one.version, one.id), default=None)

    def label(self, text: str, **facts: Any) -> str:
        return self.words.label(text, **facts)

    def sees(self, text: str) -> bool:
        """Whether the focus says this sentence of the catalogue, whatever its facts are."""
        shown = self.focus()
        return shown is not None and bool(pattern(self.language, text).search(shown.text))

    def find(self, label: str) -> tuple[Message, Button] | None:
        """The newest button of this label."""
        for message in self.screen():
            button = message.button(label)
            if button is not None and button["text"] == label:
                return message, button
        return None

    # what this person does

    async def say(self, text: str, what: str = "types") -> bool:
        self.world.journal.act(self.world.elapsed, self.member.name, what, text)
        self.sim.send(text)
        return await self.answered(None)

    async def press(self, label: str, **facts: Any) -> bool:
        """Whether there was such a button, and something came of it within the time that people wait."""
        found = self.find(self.label(label, **facts))
        return await self.press_button(*found) if found else False

    async def press_like(self, part: str) -> bool:
        for message in self.screen():
            for row in message.inline:
                for button in row:
                    if part in button["text"]:
                        return await self.press_button(message, button)
        return False

    async def press_button(self, message: Message, button: Button) -> bool:
        journal = self.world.journal
        journal.act(self.world.elapsed, self.member.name, "presses", button["text"])
        press = self.sim.press_button(message, button)
        if "callback_data" not in button:
            return await self.answered(None) if "url" in button else False
        pressed = Pressed(
            self.world.elapsed, self.member.name, message.chat.id, press, message.text, self.sim.chat.version
        )
        journal.presses.append(pressed)
        return await self.answered(pressed)

    async def answered(self, pressed: Pressed | None) -> bool:
        """Waits as people do; a change of the chat or an answer to the press ends the waiting."""
        self.board.seen += self.screen()[:1]
        del self.board.seen[:-60]
        version, until = self.sim.chat.version, self.world.elapsed + PATIENCE
        while self.world.elapsed < until:
            await asyncio.sleep(0.5)
            if self.sim.chat.version > version or (pressed and pressed.press.answer is not None):
                await asyncio.sleep(0.5 + self.luck.random() * 4)
                return True
        return False

    def was_away(self, now: float, within: float) -> bool:
        """Whether this person has blocked the bot lately."""
        return self.sim.chat.blocked or any(at > now - within for at in self.away)

    # when

    def later(self, seconds: float, errand: Errand) -> None:
        heapq.heappush(self.errands, (self.world.elapsed + seconds, next(self.order), errand))

    def chance(self, of: float) -> bool:
        return self.luck.random() < of

    def pick(self, among: Any) -> Any:
        return self.luck.choice(list(among))

    def local_hour(self) -> int:
        return self.words.local(int(self.world.clock.true())).hour


GAP = re.compile(r"\{\w+\}")
TAG = re.compile(r"</?[a-z][^>]*>")


@cache
def pattern(language: str, text: str) -> re.Pattern[str]:
    """A sentence of the catalogue with anything where its facts stand."""
    said = html.unescape(TAG.sub("", str(catalogue(language).gettext(text))))
    return re.compile(r"[\s\S]+?".join(re.escape(part) for part in GAP.split(said)))
