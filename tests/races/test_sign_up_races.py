"""Sixty-four processes and ten places: what one process tests cannot show."""

from collections import Counter
from pathlib import Path

import pytest

from bot.activities import rows as activities
from bot.ground.times import DAY, HOUR
from bot.sign_ups.list_rows import of_shift
from bot.sign_ups.telling import known_shift
from bot.store import outbox_leaving as store_leaving
from bot.store.database import Database, is_sqlite, open_database
from tests.helpers import neighbours
from tests.helpers.lines import crowd, sign_up_id, signs_up
from tests.helpers.offers import START, morning, offer
from tests.helpers.raw_sql import raw
from tests.helpers.town import NOW, Town, build_town
from tests.races.race import Race, stands, states

CROWD, CONTROL, PLACES = 64, 24, 10
UNGUARDED = """-- No condition.
UPDATE shift SET taken = taken + cast(:places AS bigint) WHERE id = :shift_id"""
BLIND = """-- Sees nothing.
SELECT title, starts_at, ends_at FROM (SELECT '' AS title, 0 AS starts_at, 0 AS ends_at) AS none
WHERE cast(:person_id AS bigint) + cast(:shift_id AS bigint) < cast(:starts_at AS bigint) - cast(:ends_at AS bigint)"""
SLOW = """-- Takes its time between looking for a clash and signing up.
UPDATE shift SET taken = taken + cast(:places AS bigint)
WHERE id = :shift_id AND taken + cast(:places AS bigint) <= capacity AND pg_sleep(4) IS NOT NULL"""


@pytest.fixture
def race(database_url: str, tmp_path: Path) -> Race:
    return Race(database_url, tmp_path)


async def gathered(database: Database, number: int, capacity: int) -> tuple[Town, int, list[int]]:
    """A shift and that many members of its team, by id."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=capacity))
        return town, shift_id, [person.id for person in await crowd(town, number)]


async def test_many_presses_fill_exactly_the_places(database: Database, race: Race) -> None:
    """Fault 28."""
    _, shift_id, people = await gathered(database, CROWD, PLACES)
    for person in people:
        race.let("signs_up", person=person, shift=shift_id, now=NOW)
    outcomes = await race.run()
    async with database.read() as tx:
        line = [one.sign_up for one in await of_shift(tx, shift_id)][PLACES:]

    assert Counter(outcomes) == {"confirmed": PLACES, "waitlisted": CROWD - PLACES}
    assert await stands(race.url, shift_id) == (PLACES, PLACES, CROWD - PLACES)
    assert [one.id for one in line] == sorted(one.id for one in line)


async def test_without_the_condition_the_schema_still_holds_the_line(database: Database, race: Race) -> None:
    """Fault 28: forgetful code aborts, it does not overbook."""
    _, shift_id, people = await gathered(database, CONTROL, PLACES)
    race.weaker = {"bot.sign_ups.waiting_line_rows:claim_seats": UNGUARDED}
    for person in people:
        race.let("signs_up", person=person, shift=shift_id, now=NOW)

    assert Counter(await race.run()) == {"confirmed": PLACES, "broken": CONTROL - PLACES}
    assert await stands(race.url, shift_id) == (PLACES, PLACES, 0)


async def test_without_both_guards_the_places_overflow(database: Database, race: Race) -> None:
    """Fault 28, the negative control: condition and CHECK taken away."""
    _, shift_id, people = await gathered(database, CONTROL, PLACES)
    race.weaker, race.unchecked = {"bot.sign_ups.waiting_line_rows:claim_seats": UNGUARDED}, True
    if not is_sqlite(race.url):
        await raw(race.url, "ALTER TABLE shift DROP CONSTRAINT ck_shift_capacity")
    for person in people:
        race.let("signs_up", person=person, shift=shift_id, now=NOW)

    assert Counter(await race.run()) == {"confirmed": CONTROL}
    assert await stands(race.url, shift_id) == (CONTROL, CONTROL, 0)


async def test_one_person_on_many_devices_has_one_sign_up(database: Database, race: Race) -> None:
    """Fault 29."""
    town, shift_id, _ = await gathered(database, 0, PLACES)
    for _ in range(16):
        race.let("signs_up", person=town.people["anna"], shift=shift_id, now=NOW)

    assert Counter(await race.run()) == {"confirmed": 1, "again": 15}
    assert await stands(race.url, shift_id) == (1, 1, 0)


async def test_withdrawals_and_promotions_leave_no_free_place(database: Database, race: Race) -> None:
    """Fault 30: ten leave, twenty wait, ten more press, and somebody fills places all the while."""
    town, shift_id, people = await gathered(database, 40, PLACES)
    async with database.write() as tx:
        town.tx = tx
        for turn in range(30):
            await signs_up(town, f"p{turn}", shift_id, NOW + turn)
        leaving = [(people[turn], await sign_up_id(town, f"p{turn}", shift_id)) for turn in range(PLACES)]
    for person, sign_up in leaving:
        race.let("withdraws", person=person, sign_up=sign_up, now=NOW + 100)
        race.let("fills", shift=shift_id, now=NOW + 100)
    for person in people[30:]:
        race.let("signs_up", person=person, shift=shift_id, now=NOW + 100)
    outcomes = Counter(await race.run())

    assert (outcomes["withdrawn"], outcomes["waitlisted"]) == (PLACES, 10)
    assert await stands(race.url, shift_id) == (PLACES, PLACES, 20)
    async with database.read() as tx:
        confirmed = [one.sign_up.person_id for one in await of_shift(tx, shift_id)][:PLACES]
    assert confirmed == people[PLACES : 2 * PLACES]


async def test_closing_while_people_sign_up_is_before_or_after_each(database: Database, race: Race) -> None:
    """Fault 32: pressed on one session's card it closes the others too, and nobody slips in after it."""
    _, first, people = await gathered(database, 24, CROWD)
    async with database.write() as tx:
        activity = (await known_shift(tx, first)).activity_id
        shift_id = await activities.add_shift(tx, activity, morning(starts_at=START + DAY, capacity=CROWD))
    for person in people[:12]:
        race.let("signs_up", person=person, shift=shift_id, now=NOW)
    race.let("closes", activity=activity, shift=first, counted=shift_id)
    for person in people[12:]:
        race.let("signs_up", person=person, shift=shift_id, now=NOW)
    outcomes = Counter(await race.run())
    held, confirmed, waiting = await stands(race.url, shift_id)

    assert outcomes[f"closed with {held}"] == 1
    assert outcomes["confirmed"] + outcomes["activity_closed"] == 24
    assert (held, confirmed, waiting) == (outcomes["confirmed"], outcomes["confirmed"], 0)


async def two_clashing(database: Database, race: Race) -> tuple[int, int]:
    """Anna presses for two shifts of the same morning, sixteen times each."""
    async with database.write() as tx:
        town = await build_town(tx)
        shifts = await offer(town), await offer(town, morning(starts_at=START + HOUR))
    for _ in range(16):
        for shift_id in shifts:
            race.let("signs_up", person=town.people["anna"], shift=shift_id, now=NOW)
    return shifts


async def live(database: Database, shifts: tuple[int, int]) -> int:
    async with database.read() as tx:
        return sum([len(await states(tx, shift_id)) for shift_id in shifts])


async def test_two_clashing_shifts_at_once_become_one_sign_up(database: Database, race: Race) -> None:
    """Fault 33."""
    shifts = await two_clashing(database, race)
    outcomes = Counter(await race.run())

    assert outcomes == {"confirmed": 1, "again": 15, "clash": 16}
    assert await live(database, shifts) == 1


async def test_without_looking_for_a_clash_both_are_stored(database: Database, race: Race) -> None:
    """Fault 33, a negative control."""
    race.weaker = {"bot.sign_ups.clashes.rows:overlaps": BLIND}
    shifts = await two_clashing(database, race)
    await race.run()

    assert await live(database, shifts) == 2


async def test_without_the_lock_on_the_person_both_are_stored(postgres_url: str, tmp_path: Path) -> None:
    """Fault 33, a negative control: each looks before the other has committed."""
    database = await open_database(postgres_url)
    race = Race(
        postgres_url, tmp_path, weaker={"bot.sign_ups.waiting_line_rows:claim_seats": SLOW}, unlocked=("person",)
    )
    shifts = await two_clashing(database, race)
    await race.run()

    assert await live(database, shifts) == 2
    await database.close()


async def test_an_offer_that_expires_while_it_is_accepted_has_one_winner(database: Database, race: Race) -> None:
    """Fault 34."""
    noon = START - 21 * HOUR
    town, shift_id, _ = await gathered(database, 0, 1)
    async with database.write() as tx:
        town.tx = tx
        for turn, name in enumerate(("cora", "anna", "ben")):
            await signs_up(town, name, shift_id, NOW + turn)
        offered, first = await sign_up_id(town, "anna", shift_id), await sign_up_id(town, "cora", shift_id)
    race.let("withdraws", person=town.people["cora"], sign_up=first, now=noon)
    await race.run()
    race.acts.clear()
    for _ in range(8):
        race.let("accepts", person=town.people["anna"], sign_up=offered, now=noon + 4 * HOUR - 1)
        race.let("expires", now=noon + 4 * HOUR)
    outcomes = Counter(await race.run())
    accepted = outcomes["confirmed"] == 1

    assert outcomes["expired 1"] == (0 if accepted else 1)
    assert outcomes["offer_gone"] == (0 if accepted else 8)
    assert await stands(race.url, shift_id) == ((1, 1, 1) if accepted else (1, 0, 0))


async def test_many_ticks_remind_everybody_once(database: Database, race: Race) -> None:
    """Fault 64."""
    town, shift_id, people = await gathered(database, 12, PLACES + 2)
    async with database.write() as tx:
        town.tx = tx
        for turn in range(12):
            await signs_up(town, f"p{turn}", shift_id, NOW)
    for _ in range(8):
        race.let("reminds", now=START - 24 * HOUR)
    await race.run()
    async with database.read() as tx:
        rows = await store_leaving.due(tx, 0, START, 100)
        next_door = await neighbours.people_ids(tx)

    told = [row["person_id"] for row in rows if row["kind"] == "reminder"]
    assert sorted(id for id in told if id not in next_door) == sorted(people)
