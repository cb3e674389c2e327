"""The demo's clock and bot, as the page sees them. Winding stops at everything due on the way; nothing is skipped."""

import asyncio
from collections.abc import Callable

from bot.demo.cast import CASTS
from bot.demo.child import RESTART_SECONDS, Child
from bot.demo.tour import Tour
from bot.demo.tour_words import STEPS
from bot.simulator.page import host as page_host
from bot.simulator.page.tour import TourStep
from bot.speech.tick_names import what_is_due
from bot.speech.words import Words
from bot.store.ticks import Due
from bot.wire.clock import SetClock

STEP = {"minute": 60, "hour": 3600, "day": 86400}
SHOWN = 12
GOODBYE_SECONDS = 0.2  # until the page that asked has its answer
FARTHEST = 366 * 86400  # of one winding


class DemoHost:
    """``page_host.Host``. Whoever winds or pulls the plug while another does waits for their turn.

    The page opens when the agency of the demo has said its first words.

    ``anew`` is told the language of a demo that shall take the place of this one.
    """

    def __init__(self, clock: SetClock, child: Child, tour: Tour, anew: Callable[[str], None]) -> None:
        self.clock = clock
        self.child = child
        self.told = tour
        self.anew = anew
        self.turn = asyncio.Lock()
        self.opened = asyncio.Event()

    async def ready(self) -> None:
        await self.opened.wait()

    @property
    def bot_alive(self) -> bool:
        return self.child.alive

    async def now(self) -> float:
        return float(self.clock.now())

    async def due(self, language: str) -> list[page_host.Due]:
        """Of one kind and moment they are one line: "Reminder to 5 people"."""
        words = Words(language if language in STEPS else self.told.language, self.told.cast.zone)
        return [
            {"at": due.at, "what": what_is_due(words, due.what), "people": due.people}
            for due in merged(await self.child.order({}))[:SHOWN]
        ]

    async def wind(self, to: str) -> None:
        async with self.turn:
            await self.wound(to)

    async def wound(self, to: str) -> None:
        due = await self.child.order({})
        target = self.target(to, due)
        while self.clock.now() < target:
            stop = min([target, *(one.at for one in due if one.at > self.clock.now())])
            self.clock.set(stop)
            due = await self.child.order({"to": stop})

    def target(self, to: str, due: list[Due]) -> int:
        """minute, hour, day, next, or an instant in seconds since 1970. Raises ValueError for anything else."""
        if to in STEP:
            return self.clock.now() + STEP[to]
        if to == "next":
            return due[0].at if due else self.clock.now()
        if not str(to).isdecimal():
            raise ValueError("time goes on by a minute, an hour, a day, to the next thing due or to an instant")
        return min(int(to), self.clock.now() + FARTHEST)

    async def tour(self, language: str) -> list[TourStep]:
        return self.told.steps(language, self.clock.now())

    async def kill_bot(self) -> None:
        await self.child.whole(self.killed())

    async def killed(self) -> None:
        async with self.turn:
            await self.child.kill()
            await asyncio.sleep(RESTART_SECONDS)
            await self.child.start(self.clock.now())

    @property
    def speaks(self) -> str:
        return self.told.language

    async def start_anew(self, language: str) -> None:
        if language not in CASTS:
            raise ValueError("no such language")
        asyncio.get_running_loop().call_later(GOODBYE_SECONDS, self.anew, language)


def merged(due: list[Due]) -> list[Due]:
    found: dict[tuple[int, str], Due] = {}
    for one in due:
        before = found.get((one.at, one.what))
        people = one.people + (before.people if before else 0)
        found[one.at, one.what] = Due(one.at, one.what, people, one.subject)
    return sorted(found.values())
