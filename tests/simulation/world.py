"""Telegram, its clock and its weather, shared by every process that comes and goes."""

import asyncio
import logging
from collections.abc import Callable

from bot.simulator.people.groups import SimGroup
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.vault import Vault
from bot.wire.limits import Limits
from tests.simulation.journal import Journal, Shown
from tests.simulation.outside.post_office import PostOffice
from tests.simulation.outside.weather import Weather
from tests.simulation.plan import Plan

OUTSIDE = ("bot.wire.health", "telegram.")  # they say what is wrong outside
KEY = "c2ltdWxhdGlvbi1vZi1hLXRvd24tbmVlZHMtYS1rZXk="
LIMITS = Limits(look_seconds=60.0, poll_seconds=50)


class WallClock:
    """The product's: what the machine shows, which may be wrong for a while (`off` seconds)."""

    def __init__(self, begins: int) -> None:
        self.begins = begins
        self.loop: asyncio.AbstractEventLoop | None = None
        self.off = 0

    def begin(self) -> None:
        """In the loop of the play, for the clock is also asked within transactions, where no loop can be."""
        self.loop = asyncio.get_running_loop()

    @property
    def elapsed(self) -> float:
        assert self.loop is not None, "time has not begun"
        return self.loop.time()

    def true(self) -> float:
        return self.begins + self.elapsed

    def now(self) -> int:
        return int(self.true()) + self.off


class Noise(logging.Handler):
    """Keeps what is logged as an error: in a play there is nothing to be logged as one."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(logging.ERROR)
        self.journal = journal
        self.muted = False

    def emit(self, record: logging.LogRecord) -> None:
        if not self.muted and not record.name.startswith(OUTSIDE):
            self.journal.errors.append(logging.Formatter().format(record))


class World:
    def __init__(self, plan: Plan, begins: int) -> None:
        self.plan = plan
        self.begins = begins
        self.clock = WallClock(begins)
        self.simulator = Simulator(clock=self.clock.true, username="liandong_bot")
        self.weather = Weather(plan)
        self.post_office = PostOffice(plan, self.weather)
        self.journal = Journal()
        self.noise = Noise(self.journal)
        self.limits = LIMITS
        self.vault = Vault(KEY)
        self.showed: Callable[[Shown], None] = lambda _one: None  # told of every change of a screen
        self.groups: dict[str, SimGroup] = {}  # of each language, with the bot in it
        self.names: dict[int, str] = {}  # who is meant in the transcript, by chat

    @property
    def elapsed(self) -> float:
        return self.clock.elapsed

    def gather(self, language: str, title: str, people: list[SimPerson]) -> None:
        """They have a group, and the bot is in it."""
        self.groups[language] = self.simulator.group(title, people)
        self.names[self.groups[language].id] = title

    def grow(self, language: str) -> None:
        """A group that was migrated has another id from now on."""
        old = self.groups[language]
        if old.migrated_to is None and old.kind == "group":
            self.groups[language] = old.migrate()
            self.names[self.groups[language].id] = old.title

    def person(self, name: str, language: str, telegram_id: int) -> SimPerson:
        person = self.simulator.person(name, language=language, user_id=telegram_id)
        self.names[person.id] = name
        return person
