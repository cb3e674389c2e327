import asyncio

import pytest

from bot.store import occurrences as stored_occurrences
from bot.store.database import Database, open_database
from bot.store.failures import Unavailable
from tests.helpers.happened import happened
from tests.helpers.raw_sql import raw


async def test_occurrence_is_claimed_once(database: Database) -> None:
    async with database.write() as tx:
        first = await tx.change(stored_occurrences.claim.statement, key="close:2026-10", now=1)
        second = await tx.change(stored_occurrences.claim.statement, key="close:2026-10", now=2)

    assert (first, second) == (1, 0)
    async with database.read() as tx:
        assert await happened(tx) == 1


async def test_write_that_raises_leaves_nothing(database: Database) -> None:
    try:
        async with database.write() as tx:
            await tx.change(stored_occurrences.claim.statement, key="a", now=1)
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass

    async with database.read() as tx:
        assert await happened(tx) == 0


async def test_cancelled_write_is_rolled_back_and_the_next_goes_on(database: Database) -> None:
    """Fault 35."""
    entered = asyncio.Event()

    async def stuck() -> None:
        async with database.write() as tx:
            await tx.change(stored_occurrences.claim.statement, key="a", now=1)
            entered.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(stuck())
    await entered.wait()
    task.cancel()
    await asyncio.wait([task])

    async with database.write() as tx:
        assert await tx.change(stored_occurrences.claim.statement, key="a", now=2) == 1


async def cut_off(database: Database, url: str, door: str) -> None:
    """The server ends our connection in the middle of a transaction."""
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
    async with database.read() if door == "read" else database.write() as tx:
        await raw(url, f"{ended} current_database()")
        await happened(tx)


@pytest.mark.parametrize("door", ["read", "write"])
async def test_server_that_goes_away_is_unavailable_and_comes_back(postgres_url: str, door: str) -> None:
    database = await open_database(postgres_url)

    with pytest.raises(Unavailable):
        await cut_off(database, postgres_url, door)
    async with database.read() as tx:
        assert await happened(tx) == 0
    await database.close()
