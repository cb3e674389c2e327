"""The product's own ticks in virtual time. A tick that found nothing waits longer and longer, up to ten minutes: late
ticks change no more than when something happens, and a year is asked a hundred thousand times instead of millions.
"""

import asyncio
from collections.abc import Callable, Sequence

from bot.jobs.running import Now, run_quietly
from bot.store.database import Database
from bot.store.failures import Over
from bot.store.ticks import Tick
from bot.wire.health import Health

LONGEST = 600.0


class Ticking:
    def __init__(
        self,
        database: Database,
        ticks: Sequence[Tick],
        *,
        now: Now,
        ticked: Callable[[], None],
        over: Callable[[Over], None],
        health: Health,
    ) -> None:
        self.database = database
        self.ticks = ticks
        self.now = now
        self.ticked = ticked
        self.over = over
        self.health = health
        self.tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        self.tasks = [asyncio.create_task(self.run(tick)) for tick in self.ticks]

    async def run(self, tick: Tick) -> None:
        wait = float(tick.seconds)
        while True:
            try:
                done = await run_quietly(self.database, tick, self.now, self.health)
            except Over as why:
                self.over(why)
                return
            if done and tick.leaves:
                self.ticked()
            wait = float(tick.seconds) if done else max(float(tick.seconds), min(LONGEST, wait * 2))
            await asyncio.sleep(wait)

    async def stop(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
