import asyncio

from bot.storage.database import Database


async def test_occurrence_is_claimed_once(database: Database) -> None:
    async with database.write() as tx:
        first = await tx.change("claim_occurrence", key="close:2026-10", now=1)
        second = await tx.change("claim_occurrence", key="close:2026-10", now=2)

    assert (first, second) == (1, 0)
    async with database.read() as tx:
        assert await tx.value("count_occurrences") == 1


async def test_write_that_raises_leaves_nothing(database: Database) -> None:
    try:
        async with database.write() as tx:
            await tx.change("claim_occurrence", key="a", now=1)
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass

    async with database.read() as tx:
        assert await tx.value("count_occurrences") == 0


async def test_cancelled_write_is_rolled_back_and_the_next_goes_on(database: Database) -> None:
    """Fault 35."""
    entered = asyncio.Event()

    async def stuck() -> None:
        async with database.write() as tx:
            await tx.change("claim_occurrence", key="a", now=1)
            entered.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(stuck())
    await entered.wait()
    task.cancel()
    await asyncio.wait([task])

    async with database.write() as tx:
        assert await tx.change("claim_occurrence", key="a", now=2) == 1
