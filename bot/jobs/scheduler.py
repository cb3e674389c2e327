"""APScheduler only ticks: every few seconds, in UTC. When the wall clock goes back it would stall until the old time
comes again; so a watcher compares the wall clock with the monotonic one and arms the jobs anew.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.jobs.running import Now, run_quietly
from bot.store.database import Database
from bot.store.failures import Over
from bot.store.ticks import Tick
from bot.wire.health import Health

log = logging.getLogger(__name__)
BACKWARD_STEP = 5.0
WATCH_SECONDS = 1.0


class Driver(Protocol):
    """Whatever runs the ticks of the table at their intervals."""

    async def start(self) -> None: ...

    async def stop(self) -> None:
        """Lets a transaction that has begun come to its end."""


class Scheduler:
    """Runs the ticks from `start` to `stop`; `stop` lets a transaction that has begun come to its end.

    `now` is the product's clock; `zone` is what APScheduler reads the wall clock through, `wall` what the watcher does.
    `ticked` is called after a tick that did something: there may be messages to deliver; `over` when a tick found
    that only ending is left. `health` gets what they watch.
    """

    def __init__(
        self,
        database: Database,
        ticks: Sequence[Tick],
        *,
        now: Now,
        ticked: Callable[[], None] = lambda: None,
        over: Callable[[Over], None] = lambda _why: None,
        health: Health | None = None,
        zone: tzinfo = UTC,
        wall: Callable[[], float] = time.time,
        watch_seconds: float = WATCH_SECONDS,
    ) -> None:
        self.database = database
        self.ticks = ticks
        self.now = now
        self.ticked = ticked
        self.over = over
        self.health = health
        self.zone = zone
        self.wall = wall
        self.watch_seconds = watch_seconds
        self.apscheduler = AsyncIOScheduler(timezone=zone)
        self.running: set[asyncio.Task[None]] = set()
        self.watcher: asyncio.Task[None] | None = None
        self.stopping = False

    async def start(self) -> None:
        self.arm()
        self.apscheduler.start()
        self.watcher = asyncio.create_task(self.watch())

    def arm(self) -> None:
        """Every tick at once, and then at its interval."""
        for tick in self.ticks:
            self.apscheduler.add_job(
                self.tick,
                IntervalTrigger(seconds=tick.seconds, timezone=UTC),
                args=(tick,),
                id=tick.name,
                next_run_time=datetime.now(self.zone),
                replace_existing=True,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )

    async def tick(self, tick: Tick) -> None:
        """In a task of its own: APScheduler's shutdown cancels what it runs, and a transaction should reach its end."""
        work = asyncio.create_task(self.work(tick))
        self.running.add(work)
        work.add_done_callback(self.running.discard)
        try:
            await asyncio.shield(work)
        except asyncio.CancelledError:
            if not self.stopping:  # else it would be logged as a fault; the work goes on, and `stop` waits for it
                raise

    async def work(self, tick: Tick) -> None:
        try:
            did = await run_quietly(self.database, tick, self.now, self.health)
        except Over as why:
            self.over(why)
        else:
            if did and tick.leaves:
                self.ticked()

    async def watch(self) -> None:
        """Arms anew after a step back of the wall clock over `BACKWARD_STEP` seconds."""
        ahead = self.wall() - time.monotonic()
        while True:
            await asyncio.sleep(self.watch_seconds)
            before, ahead = ahead, self.wall() - time.monotonic()
            if before - ahead > BACKWARD_STEP:
                log.warning("the wall clock went back by %d s: ticks are armed anew", before - ahead)
                self.arm()

    async def stop(self) -> None:
        self.stopping = True
        if self.watcher is not None:
            self.watcher.cancel()
            with suppress(asyncio.CancelledError):
                await self.watcher
        if self.apscheduler.running:
            self.apscheduler.shutdown(wait=False)
        await asyncio.gather(*self.running, return_exceptions=True)
        await asyncio.sleep(0)
