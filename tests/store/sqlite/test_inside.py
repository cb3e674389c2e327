"""A unit of work runs whole in the thread of aiosqlite's connection, and waits for nothing but its own statements."""

import asyncio
import sqlite3
import threading
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from bot.store import occurrences
from bot.store.database import in_transaction
from bot.store.failures import Conflict, StrayWait, Unavailable
from bot.store.sqlite.database import SqliteDatabase, open_sqlite
from bot.store.sqlite.inside import queued
from bot.store.transaction import Tx
from bot.store.vault import Vault
from tests.helpers.happened import happened

PLACE: ContextVar[str] = ContextVar("place", default="nowhere")


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[SqliteDatabase]:
    opened = await open_sqlite(Path(sqlite_url.removeprefix("sqlite:///")), Vault(None))
    yield opened
    await opened.close()


async def claim(tx: Tx, key: str = "a") -> int:
    return await tx.change(occurrences.claim.statement, key=key, now=1)


async def test_it_runs_in_the_thread_of_its_connection(database: SqliteDatabase) -> None:
    async def where(_tx: Tx) -> threading.Thread:
        return threading.current_thread()

    assert await database.do(where) is database.writer._thread
    assert await database.see(where) in [reader._thread for reader in database.all_readers]


STRAYS: dict[str, Callable[[SqliteDatabase], Awaitable[Any]]] = {
    "a moment": lambda _: asyncio.sleep(0),
    "a while": lambda _: asyncio.sleep(0.01),
    "a thread": lambda _: asyncio.to_thread(int),
    "a task": lambda _: asyncio.gather(asyncio.sleep(0)),
    "an event": lambda _: asyncio.Event().wait(),
    "a transaction of its own": lambda database: database.see(happened),
    "a statement of the driver": lambda database: database.writer.execute("SELECT 1"),
}


@pytest.mark.parametrize("what", STRAYS)
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited")
async def test_whoever_waits_for_anything_else_is_told_so(database: SqliteDatabase, what: str) -> None:
    """PostgreSQL would not notice."""

    async def stray(tx: Tx) -> None:
        await claim(tx)
        await STRAYS[what](database)

    with pytest.raises(StrayWait) as told:
        await in_transaction(database, stray)

    assert stray.__name__ in [frame.name for frame in traceback.extract_tb(told.value.__traceback__)]
    assert await database.see(happened) == 0
    assert await database.do(claim) == 1


@pytest.mark.parametrize("door", ["do", "see"])
async def test_who_waits_again_when_told_is_ended(database: SqliteDatabase, door: str) -> None:
    ended = []

    async def stubborn(_tx: Tx) -> None:
        try:
            await asyncio.sleep(0)
        except StrayWait:
            await asyncio.sleep(0)
        finally:
            ended.append(True)

    with pytest.raises(StrayWait):
        await getattr(database, door)(stubborn)

    assert (ended, await database.do(claim)) == ([True], 1)


async def test_who_goes_on_when_told_is_not_committed(database: SqliteDatabase) -> None:
    async def careless(tx: Tx) -> None:
        with suppress(StrayWait):
            await asyncio.sleep(await claim(tx) * 0)

    with pytest.raises(StrayWait):
        await database.do(careless)
    assert await database.see(happened) == 0


async def test_loop_is_the_callers_own_again_afterwards(database: SqliteDatabase) -> None:
    async def nothing(_tx: Tx) -> None:
        """As a simulation does: the unit of work runs in the thread of the loop."""

    loop = asyncio.get_running_loop()
    await database.do(nothing)

    assert asyncio.get_running_loop() is loop


async def test_context_of_the_caller_is_seen_and_never_changed(database: SqliteDatabase) -> None:
    async def moving(_tx: Tx) -> str:
        before = PLACE.get()
        inner = PLACE.set("inside")
        assert PLACE.get() == "inside"
        PLACE.reset(inner)
        PLACE.set("left behind")
        return before

    token = PLACE.set("outside")
    try:
        assert await database.do(moving) == "outside"
        assert await database.see(moving) == "outside"
        assert PLACE.get() == "outside"
    finally:
        PLACE.reset(token)


async def test_token_from_outside_is_not_good_inside(database: SqliteDatabase) -> None:
    """So whatever is set around a unit of work is set and reset on the same side of it."""
    token = PLACE.set("outside")

    async def resetting(tx: Tx) -> None:
        await claim(tx)
        PLACE.reset(token)

    with pytest.raises(ValueError, match="different Context"):
        await database.do(resetting)
    PLACE.reset(token)

    assert await database.see(happened) == 0


async def test_cancelled_in_the_middle_it_is_rolled_back(database: SqliteDatabase) -> None:
    """Fault 35. The caller hears of it only when nothing of it can happen any more."""
    entered, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()
    reached = []

    async def work(tx: Tx) -> None:
        await claim(tx, "a")
        loop.call_soon_threadsafe(entered.set)
        assert go_on.wait(10)
        await claim(tx, "b")
        reached.append("b")

    task = asyncio.create_task(in_transaction(database, work))
    await entered.wait()
    task.cancel()
    await asyncio.sleep(0.01)
    assert not task.done()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert (reached, await database.see(happened)) == ([], 0)
    assert await database.do(claim) == 1


async def test_cancelled_after_its_last_statement_it_is_rolled_back(database: SqliteDatabase) -> None:
    entered, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    async def work(tx: Tx) -> None:
        await claim(tx)
        loop.call_soon_threadsafe(entered.set)
        assert go_on.wait(10)

    task = asyncio.create_task(in_transaction(database, work))
    await entered.wait()
    task.cancel()
    await asyncio.sleep(0.01)
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert await database.see(happened) == 0


async def test_cancelled_before_its_turn_it_never_begins(database: SqliteDatabase) -> None:
    begun, go_on = [], threading.Event()

    async def work(tx: Tx) -> None:
        begun.append(True)
        await claim(tx)

    held = asyncio.create_task(queued(database.writer, go_on.wait))  # the thread is busy
    task = asyncio.create_task(in_transaction(database, work))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.sleep(0)
    go_on.set()
    await held
    with pytest.raises(asyncio.CancelledError):
        await task

    assert (begun, await database.see(happened)) == ([], 0)


async def test_closing_waits_for_what_is_at_work(database: SqliteDatabase, sqlite_url: str) -> None:
    entered, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    async def work(tx: Tx) -> int:
        loop.call_soon_threadsafe(entered.set)
        assert go_on.wait(10)
        return await claim(tx)

    async def released() -> None:
        await asyncio.sleep(0.05)
        go_on.set()

    task = asyncio.create_task(database.do(work))
    await entered.wait()
    await asyncio.gather(database.close(), released())

    assert await task == 1
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as file:
        assert file.execute("SELECT count(*) FROM occurrence").fetchone() == (1,)


async def test_whole_work_is_repeated_when_somebody_is_in_the_way(database: SqliteDatabase, sqlite_url: str) -> None:
    """The other program holds the lock for longer than a transaction of ours waits for it."""
    await queued(database.writer, database.writer._conn.execute, "PRAGMA busy_timeout=1")
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Conflict):
            await database.do(claim)
        asyncio.get_running_loop().call_later(0.05, other.execute, "ROLLBACK")

        assert await in_transaction(database, claim) == 1


async def test_look_is_one_moment_and_writes_nothing(database: SqliteDatabase) -> None:
    async def twice(tx: Tx) -> tuple[int, int]:
        before = await happened(tx)
        with closing(sqlite3.connect(database.files.path)) as other, other:
            other.execute("INSERT INTO occurrence (key, done_at) VALUES ('other', 1)")
        return before, await happened(tx)

    assert await database.see(twice) == (0, 0)
    assert await database.see(happened) == 1
    with pytest.raises(Unavailable):
        await database.see(claim)


async def test_files_are_compared_by_one_at_a_time(database: SqliteDatabase) -> None:
    """A log that grows while two compare it must not seem to have been cut short."""

    async def many(door: str) -> None:
        for turn in range(150):
            if door == "see":
                await database.see(happened)
            else:
                await database.do(lambda tx, turn=turn: claim(tx, f"{turn}"))  # type: ignore[misc]  # mypy types no default of a lambda

    await asyncio.gather(many("do"), many("see"), many("see"))

    assert await database.see(happened) == 150


async def test_aiosqlite_still_calls_what_it_is_given_in_its_thread(tmp_path: Path) -> None:
    """``inside`` leans on two names that aiosqlite keeps to itself, and on their order; this fails when they change."""
    connection = await aiosqlite.connect(tmp_path / "any.db")
    order: list[str] = []

    def fail() -> None:
        order.append("second")
        raise ZeroDivisionError

    def first(word: str) -> threading.Thread:
        order.append(word)
        return threading.current_thread()

    thread, failed, raw = await asyncio.gather(
        queued(connection, first, "first"),
        queued(connection, fail),
        queued(connection, connection._conn.execute, "SELECT 1"),
        return_exceptions=True,
    )

    assert (thread, order) == (connection._thread, ["first", "second"])
    assert isinstance(failed, ZeroDivisionError)
    assert isinstance(raw, sqlite3.Cursor)
    assert isinstance(connection._conn, sqlite3.Connection)
    await connection.close()
    with pytest.raises(ValueError, match="closed"):
        await queued(connection, first, "never")
