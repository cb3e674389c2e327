"""The scheduler against a wall clock that steps: APScheduler reads it through a zone that lies."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo

import pytest

from bot.ground.frozen import replace
from bot.jobs.running import run_quietly, run_tick
from bot.jobs.scheduler import Scheduler
from bot.store import occurrences
from bot.store import occurrences as stored_occurrences
from bot.store.database import Database, open_database, sqlite_path
from bot.store.failures import NotOurs, Over
from bot.store.ticks import AT_ONCE, Tick
from bot.store.transaction import Tx
from bot.wire.health import Health
from tests.helpers.happened import happened
from tests.jobs.pausing import pause
from tests.store.sqlite.harm import HARMS


class SteppedClock(tzinfo):
    """UTC whose present is `step` seconds off: what `datetime.now(zone)` shows after somebody set the clock."""

    step = 0.0

    def utcoffset(self, moment: datetime | None) -> timedelta:
        return timedelta(0)

    def dst(self, moment: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, moment: datetime | None) -> str:
        return "stepped"

    def fromutc(self, moment: datetime) -> datetime:
        """Only the present is off: `datetime.now` asks for it just now, conversions ask for other moments."""
        of_now = abs(moment.replace(tzinfo=UTC).timestamp() - time.time()) < 0.2
        return moment + timedelta(seconds=self.step if of_now else 0)

    def wall(self) -> float:
        return time.time() + self.step


class Counting:
    """A tick that counts, in the database's own transaction, and claims an occurrence a time."""

    def __init__(self) -> None:
        self.runs = 0
        self.ran = asyncio.Event()

    async def work(self, tx: Tx, now: int) -> int:
        self.runs += 1
        self.ran.set()
        return await tx.change(stored_occurrences.claim.statement, key=f"second:{self.runs}", now=now)

    async def more_than(self, runs: int, within: float) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                while self.runs <= runs:
                    self.ran.clear()
                    await self.ran.wait()
        return self.runs > runs


def tick(work: Callable[[Tx, int], Awaitable[int]], seconds: int = 1, name: str = "counting") -> Tick:
    return Tick(name, seconds, work)


def scheduler(database: Database, clock: SteppedClock, *ticks: Tick, watching: bool = True) -> Scheduler:
    return Scheduler(
        database,
        ticks,
        now=lambda: int(clock.wall()),
        zone=clock,
        wall=clock.wall,
        watch_seconds=0.05 if watching else 3600,
    )


@pytest.mark.parametrize("step", [-7200, 7200], ids=["two hours back", "two hours ahead"])
async def test_ticks_go_on_after_the_clock_steps(database: Database, step: int) -> None:
    """Fault 61."""
    clock, counting = SteppedClock(), Counting()
    running = scheduler(database, clock, tick(counting.work))
    await running.start()
    began = await counting.more_than(0, within=2)
    clock.step = step
    went_on = await counting.more_than(counting.runs + 1, within=5)
    await running.stop()
    assert (began, went_on) == (True, True)


async def test_ticks_stall_without_the_watcher_when_the_clock_goes_back(database: Database) -> None:
    """The negative control of fault 61: APScheduler by itself waits for the old time to come again."""
    clock, counting = SteppedClock(), Counting()
    running = scheduler(database, clock, tick(counting.work), watching=False)
    await running.start()
    await counting.more_than(0, within=2)
    clock.step = -7200
    await asyncio.sleep(1.1)  # the timer that was set before the step may still fire
    went_on = await counting.more_than(counting.runs, within=2.5)
    await running.stop()
    assert not went_on


async def test_ticks_come_once_after_a_long_sleep(database: Database) -> None:
    """A suspended machine owes one tick, not one for each second it slept."""
    clock, counting = SteppedClock(), Counting()
    running = scheduler(database, clock, tick(counting.work, seconds=30))
    await running.start()
    await counting.more_than(0, within=2)
    await asyncio.sleep(0.2)  # let it end: a tick still running is not started again
    clock.step = 8 * 3600
    running.apscheduler.wakeup()
    await asyncio.sleep(0.3)
    await running.stop()
    assert counting.runs == 2


async def test_two_schedulers_make_an_event_happen_once(database: Database) -> None:
    """Fault 64."""
    done: list[bool] = []

    async def work(tx: Tx, now: int) -> int:
        claimed = await occurrences.claim(tx, "month:2026-11", now)
        done.append(claimed)
        return int(claimed)

    both = [scheduler(database, SteppedClock(), tick(work)) for _ in range(2)]
    for one in both:
        await one.start()
    await asyncio.sleep(1.3)
    for one in both:
        await one.stop()
    assert (sum(done), len(done) >= 4) == (1, True)


async def test_a_tick_is_repeated_while_it_does_a_full_part(database: Database) -> None:
    parts = [AT_ONCE, AT_ONCE, 5]

    async def work(tx: Tx, now: int) -> int:
        return parts.pop(0)

    assert (await run_tick(database, tick(work), lambda: 0), parts) == (2 * AT_ONCE + 5, [])


async def test_a_failing_tick_leaves_nothing_and_the_others_go_on(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async def work(tx: Tx, now: int) -> int:
        await tx.change(stored_occurrences.claim.statement, key="half", now=now)
        raise ValueError("broken")

    counting = Counting()
    running = scheduler(database, SteppedClock(), tick(work, name="broken"), tick(counting.work))
    await running.start()
    went_on = await counting.more_than(1, within=4)
    await running.stop()
    async with database.read() as tx:
        kept = await happened(tx)
    assert (went_on, kept == counting.runs, "tick broken failed" in caplog.text) == (True, True, True)


async def test_stopping_lets_a_transaction_end(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """And is no fault: nothing is logged as one."""
    started, loop = asyncio.Event(), asyncio.get_running_loop()

    async def work(tx: Tx, now: int) -> int:
        loop.call_soon_threadsafe(started.set)
        await pause(0.2)
        return await tx.change(stored_occurrences.claim.statement, key="slow", now=now)

    running = scheduler(database, SteppedClock(), tick(work))
    await running.start()
    await started.wait()
    await running.stop()
    await asyncio.sleep(0.05)
    async with database.read() as tx:
        assert await happened(tx) == 1
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


async def test_a_quiet_run_reports_what_it_did(database: Database) -> None:
    counting = Counting()
    assert await run_quietly(database, tick(counting.work), lambda: 7) == 1


async def test_what_a_tick_watches_is_red_until_it_is_well_again(database: Database) -> None:
    counting, health, said = Counting(), Health(), ["3 wait", "", "1 waits"]

    async def watch(_tx: Tx, _now: int) -> str:
        return said.pop()

    watching = replace(tick(counting.work), watch=watch)
    seen = []
    for _ in range(3):
        await run_quietly(database, watching, lambda: 7, health)
        seen.append(dict(health.reasons))

    assert seen == [{watching.name: "1 waits"}, {}, {watching.name: "3 wait"}]


def test_the_clock_of_these_tests_really_steps() -> None:
    clock = SteppedClock()
    clock.step = -7200
    assert abs((datetime.now(UTC) - datetime.now(clock)).total_seconds() - 7200) < 5


async def test_tick_on_files_that_are_not_ours_ends_the_program(sqlite_url: str) -> None:
    """Fault 85: it is not taken for a tick that failed and is tried again."""
    database = await open_database(sqlite_url)
    lost: asyncio.Future[Over] = asyncio.get_running_loop().create_future()
    scheduler = Scheduler(database, [Tick("counting", 1, Counting().work)], now=lambda: 1, over=lost.set_result)
    HARMS["moved away"](sqlite_path(sqlite_url))

    await scheduler.start()
    words = str(await asyncio.wait_for(lost, 5))
    await scheduler.stop()

    assert "was deleted or moved away" in words
    with pytest.raises(NotOurs):
        await database.close()


@pytest.mark.parametrize("leaves", [True, False], ids=["leaves", "only in order"])
async def test_who_delivers_is_woken_by_ticks_that_leave_something(database: Database, leaves: bool) -> None:
    counting, woken = Counting(), 0

    def ticked() -> None:
        nonlocal woken
        woken += 1

    one = replace(tick(counting.work), leaves=leaves)
    running = Scheduler(database, [one], now=lambda: 7, ticked=ticked)
    await running.tick(one)

    assert (counting.runs, woken) == (1, int(leaves))
