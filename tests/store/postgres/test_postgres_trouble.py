"""A server that is away, silent or unwilling is *unavailable*, whatever the driver raises, and comes back by itself."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import suppress

import asyncpg
import pytest

from bot.store import occurrences as stored_occurrences
from bot.store.database import Database, open_database
from bot.store.failures import Broken, Conflict, Unavailable
from bot.store.one_process.epochs import raise_epoch
from bot.store.one_process.fence import Fence
from bot.store.postgres.database import PostgresDatabase
from bot.store.transaction import Tx
from bot.teams import rows as teams_rows
from tests.helpers.happened import happened
from tests.helpers.postgres import Cluster
from tests.helpers.raw_sql import fetched, raw
from tests.helpers.road import Loss, Road

BOT = 7
COUNT = "SELECT count(*) FROM occurrence"
END_ALL = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE pid <> pg_backend_pid() AND datname = current_database()"
)


@pytest.fixture
async def database(road_url: str) -> AsyncIterator[Database]:
    opened = await open_database(road_url)
    yield opened
    await opened.close()


async def claim(tx: Tx, key: str = "a") -> int:
    return await tx.change(stored_occurrences.claim.statement, key=key, now=1)


async def fenced(database: Database) -> None:
    async with database.write() as tx:
        database.fence = Fence(BOT, await raise_epoch(tx, BOT, 1))


@pytest.mark.parametrize("loss", ["answer", "word"])
async def test_commit_whose_answer_is_lost_counts_as_what_it_was(
    database: Database, road: Road, postgres_url: str, loss: Loss
) -> None:
    """The connection ends at once, or goes silent: the server is asked, and says that it happened."""
    await fenced(database)

    road.lose(loss, b"COMMIT")
    async with database.write() as tx:
        await claim(tx)

    assert await fetched(postgres_url, COUNT) == [(1,)]


async def test_commit_that_did_not_arrive_has_not_happened(database: Database, road: Road, postgres_url: str) -> None:
    await fenced(database)

    road.lose("question", b"COMMIT")
    with pytest.raises(Unavailable):
        async with database.write() as tx:
            await claim(tx)

    assert await fetched(postgres_url, COUNT) == [(0,)]


async def test_number_that_is_given_again_after_a_crash_is_not_taken_for_ours(own_cluster: Cluster) -> None:
    """What a crash has undone leaves its number free: the server says of it what another transaction did."""
    database = await open_database(f"{own_cluster.url}/migrated")
    await fenced(database)

    with pytest.raises(Unavailable):
        await crashed_into(database, own_cluster)

    assert await fetched(f"{own_cluster.url}/migrated", COUNT) == [(0,)]
    await database.close()


async def crashed_into(database: Database, server: Cluster) -> None:
    async with database.write() as tx:
        await claim(tx)
        await asyncio.to_thread(server.stop, signal.SIGQUIT)
        await asyncio.to_thread(server.start)
        await raw(f"{server.url}/migrated", *["SELECT txid_current()"] * 20)


async def test_who_is_about_to_end_waits_for_no_outcome(road_url: str, road: Road) -> None:
    database = await open_database(road_url)
    await fenced(database)
    assert database.fence is not None
    database.fence.leaving = True

    with pytest.raises(Unavailable):
        await cut_off(database, road)
    await database.close()


async def cut_off(database: Database, road: Road) -> None:
    async with database.write() as tx:
        await claim(tx)
        await road.close()


@pytest.mark.parametrize("door", ["read", "write"])
async def test_connections_that_the_network_forgot_are_made_anew(database: Database, road: Road, door: str) -> None:
    """All of the pool at once: the first silence condemns the others."""
    await asyncio.gather(*(looked(database) for _ in range(4)))

    road.forget()
    with pytest.raises(Unavailable):
        async with database.read() if door == "read" else database.write() as tx:
            await happened(tx)

    async with asyncio.timeout(4):  # less than one more silence
        assert await asyncio.gather(*(looked(database) for _ in range(4))) == [0] * 4


async def looked(database: Database) -> int:
    async with database.read() as tx:
        await asyncio.sleep(0.1)
        return await happened(tx)


async def test_error_of_the_work_is_not_hidden_by_a_lost_connection(database: Database, postgres_url: str) -> None:
    async def work() -> None:
        async with database.write():
            await raw(postgres_url, END_ALL)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await work()


@pytest.mark.parametrize("error", [FileNotFoundError, ConnectionError, TimeoutError])
async def test_error_of_the_work_is_not_taken_for_the_databases(database: Database, error: type[OSError]) -> None:
    """It would be tried again for ever."""
    with pytest.raises(error):
        async with database.write():
            raise error


async def test_value_that_does_not_fit_is_the_callers_fault(database: Database) -> None:
    with pytest.raises((asyncpg.DataError, ValueError)):
        async with database.write() as tx:
            await tx.change(stored_occurrences.claim.statement, key="a", now=2**70)


async def test_commit_after_an_error_that_was_swallowed_is_no_success(database: Database) -> None:
    """The server answers ROLLBACK, without an error."""

    async def work() -> None:
        async with database.write() as tx:
            with suppress(Broken):
                await tx.change(teams_rows.add_membership_row.statement, person_id=-1, team_id=-1, captain=0, now=1)

    with pytest.raises(Broken, match="rolled back"):
        await work()


async def test_server_that_may_only_be_read_is_unavailable(database: Database, postgres_url: str) -> None:
    name = postgres_url.rsplit("/", 1)[1]
    await raw(postgres_url, f"ALTER DATABASE {name} SET default_transaction_read_only = on", END_ALL)

    with pytest.raises(Unavailable):
        async with database.write() as tx:
            await claim(tx)


async def test_lock_held_for_too_long_is_a_conflict(database: Database, postgres_url: str) -> None:
    """Its holder may be dead: nobody waits for ever."""
    holder = await asyncpg.connect(postgres_url)
    async with holder.transaction():
        await holder.execute("LOCK TABLE occurrence IN EXCLUSIVE MODE")
        with pytest.raises(Conflict):
            async with database.write() as tx:
                await claim(tx)
    await holder.close()


async def test_both_sides_set_limits(database: Database) -> None:
    assert isinstance(database, PostgresDatabase)
    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "tcp_user_timeout")
    async with database.pool.acquire() as connection:
        shown = {name: await connection.fetchval(f"SHOW {name}") for name in names}

    assert shown == dict(zip(names, ("10s", "5s", "10s", "10000"), strict=True))
