"""Two transactions of one process that want the same rows: who waits, and who is told to begin anew."""

import asyncio

from bot.store.database import Database, open_database
from bot.store.failures import Conflict
from bot.store.postgres.holding import PATIENCE

SERVERS_OWN = 1.0  # seconds after which PostgreSQL looks for a circle by itself


class Meeting:
    """Each holds its own first, and wants the other's only when both do."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.both = asyncio.Barrier(2)
        self.through: list[int] = []

    async def hold(self, mine: int, wanted: int) -> None:
        async with self.database.write() as tx:
            await tx.lock("shift", mine)
            await self.both.wait()
            await tx.lock("shift", wanted)
            self.through.append(mine)


async def test_who_would_wait_in_a_circle_is_told_at_once(postgres_url: str) -> None:
    database = await open_database(postgres_url)
    meeting = Meeting(database)

    async with asyncio.timeout(SERVERS_OWN):
        outcomes = await asyncio.gather(meeting.hold(1, 2), meeting.hold(2, 1), return_exceptions=True)

    assert [type(one) for one in outcomes if one is not None] == [Conflict]
    assert len(meeting.through) == 1
    await database.close()


async def test_who_wants_what_another_holds_comes_after_it(postgres_url: str) -> None:
    """Also where that takes longer than anybody is waited for before the server is asked."""
    database = await open_database(postgres_url)
    order: list[str] = []
    held = asyncio.Event()

    async def first() -> None:
        async with database.write() as tx:
            await tx.lock("team_month", 7)
            held.set()
            await asyncio.sleep(2 * PATIENCE)
            order.append("first")

    async def second() -> None:
        await held.wait()
        async with database.write() as tx:
            await tx.lock("team_month", 7)
            order.append("second")

    await asyncio.gather(first(), second())

    assert order == ["first", "second"]
    await database.close()
