"""A person's own year goes to nobody else, and adds up to what /hours says of it."""

from datetime import UTC, date, datetime

from bot.ground.times import DAY, local_day, zone_named
from bot.hours.credit import counting
from bot.hours.logging import station_of
from bot.hours.own_hours import hours_of
from bot.hours.years import rows
from bot.hours.years.rules import DayServed, YearOfHours, counted_days, counted_kinds
from bot.people.notice_readers import reader
from bot.stations import rows as stations
from bot.store.transaction import Tx


async def gather(tx: Tx, person_id: int, now: int) -> YearOfHours | None:
    """This year; where it has nothing yet, the one before, if that has. None once the person is erased."""
    viewer = await reader(tx, person_id, "UTC")
    if viewer is None or not viewer.registered:
        return None
    station = await stations.station(tx, await station_of(tx, person_id))
    today = local_day(zone_named(station.zone), now)
    natures = counting(await stations.settings_of(tx, station.id))
    year = today.year
    served = await days_of(tx, person_id, year)
    if not counted_days(served, natures) and (earlier := await days_of(tx, person_id, year - 1)):
        year, served = year - 1, earlier
    days = counted_days(served, natures)
    return YearOfHours(
        name=viewer.person.name,
        year=year,
        today=today,
        days=days,
        kinds=counted_kinds(served, natures),
        minutes=sum(days.values()),
        hours=await hours_of(tx, person_id, now),
    )


async def days_of(tx: Tx, person_id: int, year: int) -> list[DayServed]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    begins = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    ends = int(datetime(year + 1, 1, 1, tzinfo=UTC).timestamp())
    return await rows.days_served(
        tx, person_id, after=begins - DAY, until=ends + DAY, first=first.isoformat(), last=last.isoformat()
    )
