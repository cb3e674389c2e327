"""To which other sessions somebody can be moved, on both sides of each limit, and who hears of it."""

from bot.activities import rows as activities
from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.leading import one_participant
from bot.store.database import Database
from bot.store.statements import read_statement
from tests.helpers.gatherings import activity_of
from tests.helpers.lines import queued, sign_up_id, signs_up, standing
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import Town, build_town

NEXT = START + 7 * DAY
DROPPED = read_statement("dropped", "DELETE FROM sign_up WHERE id = :id")


async def two(town: Town, *, capacity: int = 8) -> tuple[int, int]:
    """Two sessions of one activity; Anna is in the first."""
    first = await offer(town)
    activity_id = await activity_of(town, first)
    second = await activities.add_shift(town.tx, activity_id, morning(starts_at=NEXT, capacity=capacity))
    await signs_up(town, "anna", first)
    return first, second


async def offered(town: Town, shift_id: int, now: int) -> list[int]:
    """To which sessions Anna could go."""
    chan = Seated(town.tx, await town.viewer("chan"), now)
    seen = await one_participant.participant(chan, sign_up_id=await sign_up_id(town, "anna", shift_id))
    return [one.id for one in seen.sessions]


async def test_there_is_another_until_this_one_begins(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, second = await two(town)
        found = [await offered(town, first, now) for now in (START - 1, START, START + HOUR)]

    assert found == [[second], [], []]


async def test_one_that_begins_now_is_no_other(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, second = await two(town)
        await signs_up(town, "anna", second)
        found = [await offered(town, second, now) for now in (START - 1, START)]
        await tx.change(DROPPED, id=await sign_up_id(town, "anna", first))
        later = [await offered(town, second, now) for now in (START - 1, START)]

    assert (found, later) == ([[], []], [[first], []])


async def test_none_that_is_full_or_waited_for(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, second = await two(town, capacity=1)
        before = await offered(town, first, START - DAY)
        await signs_up(town, "ben", second)
        full = await offered(town, first, START - DAY)

    assert (before, full) == ([second], [])


async def test_who_is_moved_hears_of_it_and_the_place_is_free(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, second = await two(town)
        chan = Seated(tx, await town.viewer("chan"), START - DAY)
        moved = await one_participant.switch(chan, sign_up_id=await sign_up_id(town, "anna", first), shift_id=second)

        assert (moved.shift.id, [one.id for one in moved.sessions]) == (second, [first])
        assert (await standing(town, first), await standing(town, second)) == ({}, {"anna": "confirmed"})
        assert [who for _, who, _ in await queued(town, "switched_by")] == ["anna"]
