from bot.activities import rows as activities
from bot.activities.rules import ActivityFacts, ActivityState
from bot.ground.frozen import narrowed
from bot.store.database import Database
from tests.helpers.offers import START, morning, offer, visit
from tests.helpers.town import NOW, ZONE, build_town


async def test_activity_comes_back_as_it_was_given(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        facts = visit(town, outdoor=True, minimum_age=16, training="first aid", break_minutes=15)
        made = await activities.add_activity(tx, facts, NOW)
        found = await activities.get_activity(tx, made)

    assert found is not None
    assert narrowed(ActivityFacts, found) == facts
    assert (found.station_path, found.station_name, found.team_name, found.lead_name, found.zone) == (
        town.paths["futian"],
        "futian",
        "first",
        "Chan",
        ZONE,
    )
    assert (found.state, found.revision, found.published_at, found.shifts) == (ActivityState.PUBLISHED, 0, NOW, 0)


async def test_shift_comes_with_its_activity(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=3, minimum=2))
        found = await activities.get_shift(tx, shift_id)

    assert found is not None
    assert (found.starts_at, found.span.minutes, found.meet_at) == (START, 150, START - 900)
    assert (found.capacity, found.minimum, found.taken, found.free, found.revision) == (3, 2, 0, 3, 0)
    assert (found.title, found.activity.shifts) == ("Visit a care home and chat with residents", 1)


async def test_shifts_of_an_activity_stand_in_order_of_time(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = await activities.add_activity(tx, visit(town), NOW)
        late = await activities.add_shift(tx, made, morning(starts_at=START + 86_400))
        early = await activities.add_shift(tx, made, morning())
        found = await activities.shifts_of(tx, made)

    assert [shift.id for shift in found] == [early, late]
    assert {shift.activity.shifts for shift in found} == {2}


async def test_what_does_not_exist_is_none(database: Database) -> None:
    async with database.read() as tx:
        assert await activities.get_activity(tx, 1) is None
        assert await activities.get_shift(tx, 1) is None
