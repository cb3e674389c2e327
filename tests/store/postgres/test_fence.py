"""Whoever is not the bot any more has no effect, whichever way it comes to the database."""

import asyncio

import pytest

from bot.jobs.running import run_quietly
from bot.store import occurrences as stored_occurrences
from bot.store.database import Database, in_transaction, open_database
from bot.store.failures import Superseded, Unavailable
from bot.store.one_process.epochs import raise_epoch
from bot.store.one_process.fence import Fence
from bot.store.ticks import Tick
from bot.store.transaction import Tx
from tests.helpers.raw_sql import fetched

BOT = 7


async def take_over(tx: Tx) -> int:
    return await raise_epoch(tx, BOT, 1)


async def write_one(tx: Tx, now: int = 1) -> int:
    return await tx.change(stored_occurrences.claim.statement, key="a", now=now)


async def count(url: str) -> int:
    ((found,),) = await fetched(url, "SELECT count(*) FROM occurrence")
    assert isinstance(found, int)
    return found


async def test_older_process_has_no_effect(database: Database, database_url: str) -> None:
    younger = await open_database(database_url, beside=True)
    database.fence = Fence(BOT, await in_transaction(database, take_over))
    await in_transaction(younger, take_over)

    with pytest.raises(Superseded):
        await in_transaction(database, write_one)

    assert await count(database_url) == 0
    await younger.close()


async def test_tick_does_not_swallow_that_another_process_is_the_bot(database: Database) -> None:
    database.fence = Fence(BOT, 1 + await in_transaction(database, take_over))

    with pytest.raises(Superseded):
        await run_quietly(database, Tick("one", 1, write_one), lambda: 1)


async def test_nothing_begins_while_the_fence_is_shut(database: Database, database_url: str) -> None:
    fence = database.fence = Fence(BOT, await in_transaction(database, take_over), shut="the lock was lost")

    with pytest.raises(Unavailable, match="the lock was lost"):
        await in_transaction(database, write_one)
    fence.shut = None
    await in_transaction(database, write_one)

    assert await count(database_url) == 1


async def test_command_beside_needs_no_epoch(database: Database, database_url: str) -> None:
    """`invite`, while the bot runs."""
    database.fence = Fence(BOT, await in_transaction(database, take_over))
    beside = await open_database(database_url, beside=True)

    await in_transaction(beside, write_one)

    assert await count(database_url) == 1
    await beside.close()


async def test_taking_over_waits_for_what_is_in_mid_air(postgres_url: str) -> None:
    old, new = await open_database(postgres_url), await open_database(postgres_url)
    old.fence = Fence(BOT, await in_transaction(old, take_over))

    async with old.write() as tx:
        await write_one(tx)
        taking = asyncio.create_task(in_transaction(new, take_over))
        waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        async with asyncio.timeout(20):
            while await fetched(postgres_url, waits) != [(1,)]:  # noqa: ASYNC110  # the server does not tell
                await asyncio.sleep(0.02)
        assert not taking.done()

    assert await taking == old.fence.epoch + 1
    assert await count(postgres_url) == 1
    await old.close()
    await new.close()
