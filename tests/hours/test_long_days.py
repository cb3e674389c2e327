"""What a long day takes is kept while it waits, and moves with what is verified, taken back, or set."""

from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.hours import rows
from bot.hours.correcting import correct_record
from bot.hours.crediting import verify_record
from bot.hours.long_days.acts import tell_of_long_days
from bot.stations.acts import change_setting, inherit_setting
from bot.store.database import Database
from tests.helpers.books import LATER, entered, verified
from tests.helpers.gatherings import queued
from tests.helpers.offers import START
from tests.helpers.town import Town, build_town


async def needs(town: Town, *ids: int) -> list[str]:
    found = [await rows.get(town.tx, id) for id in ids]
    return [one.needs for one in found if one]


async def test_it_moves_with_what_is_verified_and_taken_back_that_day(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first = await entered(town, hours=5)
        second = await entered(town, starts_at=START + 6 * HOUR, hours=4)
        next_day = await entered(town, starts_at=START + DAY, hours=5)
        before = await needs(town, first.id, second.id, next_day.id)
        chan = Seated(tx, await town.viewer("chan"), LATER)
        await verify_record(chan, record_id=first.id)
        between = await needs(town, second.id, next_day.id)
        await correct_record(
            chan, record_id=first.id, starts_at=START, ends_at=START + HOUR, minutes=60, reason="left early"
        )

        assert (before, between) == (["", "", ""], ["coordinator", ""])
        assert await needs(town, second.id) == [""]


async def test_it_moves_with_the_limits_of_the_station(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town, hours=7)
        wu = Seated(tx, await town.viewer("wu"), LATER)
        await change_setting(wu, town.stations["city"], "coordinator_hours", "6")
        lower = await needs(town, record.id)
        await change_setting(wu, town.stations["futian"], "coordinator_hours", "7")
        own = await needs(town, record.id)
        await inherit_setting(wu, town.stations["futian"], "coordinator_hours")
        again = await needs(town, record.id)

        assert (lower, own, again) == (["coordinator"], [""], ["coordinator"])


async def test_the_nearest_who_hold_the_role_are_told_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await entered(town, hours=9)
        await entered(town, "ben", hours=13)
        await verified(town, "carl", hours=2)
        first = await tell_of_long_days(tx, LATER, 64)
        again = await tell_of_long_days(tx, LATER, 64)

        assert (first, again) == (2, 0)
        assert set(await queued(town, "long_days")) == {"olga", "wu"}
