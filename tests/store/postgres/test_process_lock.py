"""The lock that goes with a connection: lost, got again, lost for good, and held by the dead."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from bot.store.one_process.hold import Grip, Hold, Taken
from bot.store.one_process.lock import process_lock
from bot.store.postgres.lock import KEY, SILENCE
from tests.helpers.raw_sql import raw
from tests.helpers.road import Road

END_HOLDER = (
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


class Watched:
    """What was told about a lock."""

    def __init__(self, hold: Hold) -> None:
        self.told: list[Grip] = []
        hold.tell(lambda grip, _words: self.told.append(grip))

    async def until(self, grip: Grip) -> None:
        async with asyncio.timeout(30):
            while self.told[-1] is not grip:  # noqa: ASYNC110  # it comes from a server
                await asyncio.sleep(0.01)


@pytest.fixture
async def watched(road_url: str) -> AsyncIterator[Watched]:
    async with process_lock(road_url) as hold:
        yield Watched(hold)


async def refused(url: str) -> bool:
    try:
        async with process_lock(url):
            return False
    except Taken as taken:
        return taken.holder.startswith("PostgreSQL backend ")


async def test_lock_is_got_again_when_its_session_was_ended(watched: Watched, postgres_url: str) -> None:
    for _ in range(3):
        before = len(watched.told)
        await raw(postgres_url, END_HOLDER)
        async with asyncio.timeout(30):
            while len(watched.told) < before + 2:  # noqa: ASYNC110  # as above
                await asyncio.sleep(0.01)

    assert watched.told == [Grip.FAST, *[Grip.SLIPPED, Grip.FAST] * 3]
    assert await refused(postgres_url)


async def test_own_session_that_the_network_forgot_does_not_keep_us_out(watched: Watched, road: Road) -> None:
    """Its server would hold the lock for a while yet."""
    road.forget()
    await watched.until(Grip.SLIPPED)
    await watched.until(Grip.FAST)


async def test_lock_that_somebody_else_took_is_gone(watched: Watched, postgres_url: str) -> None:
    other = await asyncpg.connect(postgres_url)
    waiting = asyncio.create_task(other.execute("SELECT pg_advisory_lock($1)", KEY))
    await raw(postgres_url, END_HOLDER)
    await waiting

    await watched.until(Grip.GONE)

    assert watched.told == [Grip.FAST, Grip.SLIPPED, Grip.GONE]
    await other.close()


async def test_who_beats_is_believed(watched: Watched, postgres_url: str) -> None:
    assert await refused(postgres_url)
    assert watched.told == [Grip.FAST]


async def test_holder_without_a_heartbeat_is_waited_out(postgres_url: str) -> None:
    """Whose process lost power, say: the server ends its session, and the next start goes on by itself."""
    dead = await asyncpg.connect(postgres_url, server_settings={"idle_session_timeout": f"{SILENCE}s"})
    assert await dead.fetchval("SELECT pg_try_advisory_lock($1)", KEY)

    assert not await refused(postgres_url)
    dead.terminate()
