"""The own year adds up to what /hours says of it, and in a new year begins with the old one."""

from datetime import date

from bot.desk import Seated
from bot.ground.times import DAY
from bot.hours import own_hours
from bot.hours.rules import Nature
from bot.hours.years.acts import gather
from bot.own_data.erasing import erase
from bot.store.database import Database
from tests.helpers.books import LATER, entered, verified
from tests.helpers.offers import START
from tests.helpers.town import build_town
from tests.reports.test_records_of_service import busy

NEW_YEAR = LATER + 30 * DAY


async def test_days_and_kinds_add_up_to_the_year(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await busy(town)
        await verified(town, starts_at=START - 365 * DAY, hours=4)  # last year: not of this one
        found = await gather(tx, town.people["anna"], LATER)
        hours = await own_hours.own_hours(Seated(tx, await town.viewer("anna"), LATER))

    assert found is not None
    assert found.days == {date(2026, 12, 5): 150, date(2026, 12, 4): 120}
    assert found.minutes == hours.year == sum(found.days.values()) == sum(n for _, n in found.kinds) == 270
    assert found.hours == hours


async def test_new_year_begins_with_the_old_one_until_there_is_something(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = town.people["anna"]
        nothing = await gather(tx, anna, NEW_YEAR)
        await verified(town)
        before = await gather(tx, anna, NEW_YEAR)
        await verified(town, starts_at=NEW_YEAR - DAY, hours=1, nature=Nature.TRAINING, now=NEW_YEAR)
        await entered(town, starts_at=NEW_YEAR - 2 * DAY, now=NEW_YEAR)
        same = await gather(tx, anna, NEW_YEAR)
        await verified(town, starts_at=NEW_YEAR - 3 * DAY, hours=1, now=NEW_YEAR)
        after = await gather(tx, anna, NEW_YEAR)
        await erase(Seated(tx, await town.viewer("anna"), NEW_YEAR), update_id=1)
        gone = await gather(tx, anna, NEW_YEAR)

    years = [one and (one.year, one.minutes) for one in (nothing, before, same, after, gone)]
    assert years == [(2027, 0), (2026, 150), (2026, 150), (2027, 60), None]
