"""The clock and the bot's process belong to whoever runs the demo; the page asks through this and knows no more."""

from collections.abc import Sequence
from typing import Protocol, TypedDict

from bot.simulator.calls import CallLog
from bot.simulator.page.tour import TourStep
from bot.simulator.people.groups import SimGroup
from bot.simulator.people.persons import SimPerson
from bot.simulator.troubles.faults import Faults
from bot.simulator.world import World

Wind = str  # minute, hour, day, next, or an instant in seconds since 1970


class Due(TypedDict):
    """Something that will happen by itself: when (seconds since 1970), what in plain words, to how many people."""

    at: int
    what: str
    people: int


class Host(Protocol):
    """What the demo offers to its page."""

    async def ready(self) -> None:
        """Returns when there is something to see: whoever opens the page earlier waits."""

    @property
    def bot_alive(self) -> bool:
        """Whether the bot's process runs."""

    async def now(self) -> float:
        """Seconds since 1970 by the demo's clock."""

    async def wind(self, to: Wind) -> None:
        """Move the clock forward, stopping at everything due on the way; returns when the bot has caught up."""

    async def due(self, language: str) -> list[Due]:
        """What is due next, soonest first, in this language of the page."""

    async def tour(self, language: str) -> list[TourStep]:
        """A guided tour as of now, told in this language of the page; empty where there is none."""

    async def kill_bot(self) -> None:
        """SIGKILL to the bot's process; the host starts it again."""

    @property
    def speaks(self) -> str:
        """What the people of the demo read: en, zh_Hans or zh_Hant."""

    async def start_anew(self, language: str) -> None:
        """Forget all that was done, and begin again in this language. ValueError where there is no such language."""


class Stage(Protocol):
    """What the page needs of the simulator."""

    world: World
    faults: Faults
    calls: CallLog
    people: list[SimPerson]
    groups: list[SimGroup]

    def person(self, name: str, *, language: str = "en") -> SimPerson:
        """Somebody new."""

    def group(self, title: str, members: Sequence[SimPerson]) -> SimGroup:
        """A new group with the bot in it."""
