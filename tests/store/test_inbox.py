"""The inbox keeps what came until it has had its effect, and knows it again for a week."""

from collections.abc import Sequence
from typing import cast

import pytest

from bot.people.rows import add_person
from bot.store import inbox
from bot.store.database import Database
from bot.store.inbox import Arrival, Share
from bot.store.one_process.epochs import raise_epoch
from bot.store.statements import Statement
from bot.store.transaction import Row, Tx, Value
from tests.wire.looking import found

BOT, NOW, DAY = 7, 1_800_000_000, 86_400


async def taken(database: Database, *arrivals: Arrival, at: int = NOW) -> None:
    async with database.write() as tx:
        await inbox.take(tx, BOT, arrivals, at)


async def ids(database: Database, share: Share, limit: int = 64) -> list[int]:
    async with database.read() as tx:
        rows, _ = await inbox.waiting(tx, BOT, share, limit)
    return [row["update_id"] for row in rows]


async def test_waiting_updates_come_in_order_and_shared_by_lanes(database: Database) -> None:
    await taken(database, *(Arrival(update_id, lane, "{}") for update_id, lane in ((4, -3), (1, 2), (3, 5), (2, 4))))

    assert await ids(database, Share()) == [1, 2, 3, 4]
    assert await ids(database, Share(), limit=2) == [1, 2]
    assert await ids(database, Share(0, 2)) == [1, 2]
    assert await ids(database, Share(1, 2)) == [3, 4]


async def test_known_update_is_taken_once_within_a_week(database: Database, database_url: str) -> None:
    """Fault 4."""
    await taken(database, Arrival(1, 5, "first"))
    await taken(database, Arrival(1, 5, "again"))
    async with database.write() as tx:
        await inbox.tick_off(tx, BOT, [1])
    await taken(database, Arrival(1, 5, "again"), at=NOW + 7 * DAY)
    within = await found(database_url, "SELECT state, raw FROM inbox")
    await taken(database, Arrival(1, 6, "another"), at=NOW + 7 * DAY + 1)

    assert within == [("done", "")]
    assert await found(database_url, "SELECT state, raw, lane, attempts FROM inbox") == [("new", "another", 6, 0)]


class Counting:
    """Asks the real transaction, and counts."""

    def __init__(self, tx: Tx) -> None:
        self.tx = tx
        self.asked = 0

    async def rows(self, statement: Statement, /, **values: Value) -> Sequence[Row]:
        self.asked += 1
        return await self.tx.rows(statement, **values)


@pytest.mark.parametrize("size", [1, 30])
async def test_reading_a_batch_costs_two_statements_whatever_its_size(database: Database, size: int) -> None:
    async with database.write() as tx:
        await raise_epoch(tx, BOT, NOW)
        for lane in range(1, size + 1):
            await add_person(tx, now=1, state="active", name=f"P{lane}", telegram_id=lane)
            await inbox.take(tx, BOT, [Arrival(lane, lane, "{}")], NOW)

    async with database.read() as tx:
        counting = Counting(tx)
        rows, _ = await inbox.waiting(cast(Tx, counting), BOT, Share(), 64)

    assert (len(rows), counting.asked) == (size, 2)


async def test_done_updates_are_forgotten_after_a_week(database: Database) -> None:
    await taken(database, Arrival(1, 5, "x"), Arrival(2, 5, "x"))
    async with database.write() as tx:
        await inbox.tick_off(tx, BOT, [1])
        forgotten = [await inbox.forget_old(tx, BOT, NOW + 7 * DAY + extra) for extra in (0, 1)]
        assert (forgotten, await inbox.count_new(tx, BOT)) == ([0, 1], 1)
