"""The smallest host of a page: its clock is set by hand, and its bot is only said to be alive."""

import asyncio

from bot.simulator.page.host import Due, Wind
from bot.simulator.page.tour import TourStep
from tests.simulator.clock import SetClock

SECONDS = {"minute": 60, "hour": 3600, "day": 86400, "next": 1800}


class PlainHost:
    """A host whose next thing is always due in half an hour."""

    def __init__(self, clock: SetClock) -> None:
        self.clock = clock
        self.bot_alive = True
        self.killed = 0
        self.asked_anew: list[str] = []
        self.steps: list[TourStep] = []
        self.open = asyncio.Event()
        self.open.set()

    async def ready(self) -> None:
        await self.open.wait()

    async def now(self) -> float:
        return self.clock.now

    async def wind(self, to: Wind) -> None:
        self.clock.move(SECONDS[to])

    async def due(self, language: str) -> list[Due]:
        return [{"at": int(self.clock.now) + 1800, "what": "Reminder", "people": 5}]

    async def tour(self, language: str) -> list[TourStep]:
        return self.steps if language == "en" else []

    async def kill_bot(self) -> None:
        self.killed += 1

    @property
    def speaks(self) -> str:
        return "en"

    async def start_anew(self, language: str) -> None:
        self.asked_anew.append(language)
