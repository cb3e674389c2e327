"""Faults 1–3 and 13 with real processes: SIGKILL at every named point between receiving and sending.

Nothing that Telegram was told we have is lost, every effect happens once, and no message arrives more than twice.
"""

import asyncio
import multiprocessing
import signal
from collections import Counter
from collections.abc import AsyncIterator
from multiprocessing.context import ForkServerProcess

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database, open_database
from tests.wire import killable
from tests.wire.conftest import join
from tests.wire.looking import found, told

POINTS = ("fetched", "taken", "handled", "committed", "claimed", "before_send", "after_send", "booked")
KILLS = 4  # at each point, on each database: 64 in all
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.wire.killable"])


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Beside those that are killed: each of them in turn owns the files."""
    opened = await open_database(database_url, beside=True)
    yield opened
    await opened.close()


def child(simulator: Simulator, database_url: str, point: str = "", times: int = 0) -> ForkServerProcess:
    process = FORKS.Process(
        target=killable.main, args=(simulator.token, simulator.api_url, database_url, point, times), daemon=True
    )
    process.start()
    return process


async def ended(process: ForkServerProcess, seconds: float = 30.0) -> int:
    async with asyncio.timeout(seconds):
        while process.exitcode is None:  # noqa: ASYNC110  # a process is no awaitable
            await asyncio.sleep(0.01)
    return process.exitcode


async def all_done(simulator: Simulator, database_url: str, seconds: float = 30.0) -> None:
    waiting = (
        "SELECT (SELECT count(*) FROM inbox WHERE state = 'new') + "
        "(SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending'))"
    )
    async with asyncio.timeout(seconds):
        while simulator.pending_updates() or await found(database_url, waiting) != [(0,)]:  # noqa: ASYNC110  # other processes
            await asyncio.sleep(0.05)


def speak(anna: SimPerson) -> None:
    anna.send("/count")
    anna.send(f"/remind {len(anna.messages)}")


async def killed(simulator: Simulator, anna: SimPerson, database_url: str, point: str, times: int) -> int:
    """The exit code of a process that is spoken to until it dies."""
    process = child(simulator, database_url, point, times)
    async with asyncio.timeout(30):
        while process.exitcode is None:
            speak(anna)
            await asyncio.sleep(0.1)
    return process.exitcode


async def survived(simulator: Simulator, anna: SimPerson, database_url: str) -> int:
    """The exit code of a process that does all there is to do and is then asked to end."""
    speak(anna)  # so that there is something to wait for
    process = child(simulator, database_url)
    await all_done(simulator, database_url)
    process.terminate()
    return await ended(process)


def owed(anna: SimPerson) -> set[str]:
    """What Anna must have been told for what she has said."""
    said = [message.text for message in anna.messages if not message.by_bot]
    counts = {f"{n + 1} so far" for n in range(said.count("/count"))}
    return counts | {f"Reminder: {text.split()[1]} (en)" for text in said if text.startswith("/remind")}


@pytest.mark.parametrize("point", POINTS)
async def test_kill_loses_nothing_and_doubles_no_effect(
    simulator: Simulator, anna: SimPerson, database: Database, database_url: str, point: str
) -> None:
    """Faults 1, 2, 3 and 13. One kill loses no message; kills in a row may, but then the row says so."""
    await join(database, anna)

    codes = [await killed(simulator, anna, database_url, point, 1), await survived(simulator, anna, database_url)]
    after_one_kill = set(told(anna))
    owed_by_then = owed(anna)
    codes += [await killed(simulator, anna, database_url, point, 1 + turn % 2) for turn in range(KILLS - 1)]
    codes.append(await survived(simulator, anna, database_url))

    effects = sum(message.text == "/count" for message in anna.messages)
    ((unknown,),) = await found(database_url, "SELECT count(*) FROM outbox WHERE state = 'unknown'")
    assert codes == [-signal.SIGKILL, 0, *[-signal.SIGKILL] * (KILLS - 1), 0]
    assert after_one_kill == owed_by_then
    assert await found(database_url, "SELECT count(*) FROM occurrence WHERE key LIKE '5%'") == [(effects,)]
    assert len(owed(anna) - set(told(anna))) <= unknown
    assert max(Counter(told(anna)).values()) <= 2


async def test_sigterm_ends_with_zero_and_leaves_nothing_half_done(
    simulator: Simulator, anna: SimPerson, database_url: str
) -> None:
    process = child(simulator, database_url)
    for _ in range(20):
        anna.send("/count")
    async with asyncio.timeout(20):
        while not told(anna):  # noqa: ASYNC110  # as above
            await asyncio.sleep(0.005)

    process.terminate()
    code = await ended(process)

    sent = await found(database_url, "SELECT count(*) FROM outbox WHERE state = 'sent'")
    unsure = await found(database_url, "SELECT count(*) FROM outbox WHERE state = 'sending'")
    assert (code, sent, unsure) == (0, [(len(told(anna)),)], [(0,)])
