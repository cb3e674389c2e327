"""Two stations of one city: what one books does not wait for the other, on PostgreSQL, where rows are held."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.desk import Seated
from bot.hours.crediting import return_record, verify_record
from bot.hours.rules import ServiceRecord
from bot.reports.integrity.acts import first_fault
from bot.store.audit.checking import first_bad_note
from bot.store.audit.sealing import seal_written
from bot.store.database import Database, open_database
from bot.store.transaction import Tx
from tests.helpers.books import LATER, entered
from tests.helpers.notes import notes_about
from tests.helpers.town import Town, build_town, viewer_of

SOON = 2.0  # seconds; whoever waits for another waits for a lock_timeout of five
Act = Callable[..., Awaitable[ServiceRecord]]


async def one_each(database: Database) -> tuple[Town, ServiceRecord, ServiceRecord]:
    """A record that waits in Futian, and one that waits in Nanshan: the city is above both."""
    async with database.write() as tx:
        town = await build_town(tx)
        here = await entered(town, "anna")
        there = await entered(
            town, "fay", station_id=town.stations["nanshan"], team_id=town.teams["company"]
        )  # fmt: skip
    return town, here, there


async def desk(tx: Tx, town: Town, who: str) -> Seated:
    return Seated(tx, await viewer_of(tx, town.people[who]), LATER)


async def sent_back(desk: Seated, *, record_id: int) -> ServiceRecord:
    return await return_record(desk, record_id=record_id, reason="time")


VERIFIED = 2
"""Notes: that it was verified, and what was booked."""


@pytest.mark.parametrize(("other", "noted"), [(verify_record, VERIFIED), (sent_back, 1)], ids=["verified", "sent back"])
async def test_verifications_in_two_stations_of_a_city_do_not_wait_for_each_other(
    postgres_url: str, other: Act, noted: int
) -> None:
    """One has booked its sums and written its notes, and stays open; the other begins after it and is committed."""
    database = await open_database(postgres_url)
    town, here, there = await one_each(database)

    async with database.write() as held:
        await verify_record(await desk(held, town, "chan"), record_id=here.id)
        async with asyncio.timeout(SOON), database.write() as tx:
            await other(await desk(tx, town, "li"), record_id=there.id)
        async with database.write() as tx:
            assert await seal_written(tx) == noted

    async with database.write() as tx:
        assert await seal_written(tx) == VERIFIED
    async with database.read() as tx:
        assert (await first_bad_note(tx), await first_fault(tx)) == (None, None)
        assert [len(await notes_about(tx, f"record:{one.id}")) for one in (here, there)] == [VERIFIED, noted]
    await database.close()
