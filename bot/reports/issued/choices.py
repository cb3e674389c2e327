"""Of which time a record of service can be: whole years by the station's calendar, or days that are typed."""

from datetime import date

from bot.desk import Desk
from bot.ground.reading.dates import calendar_at
from bot.ground.reading.periods import read_period
from bot.ground.times import local_day, zone_named
from bot.hours.logging import station_of
from bot.joining.own_settings import require_joined
from bot.stations import rows as stations


async def last_days(desk: Desk) -> tuple[date, date]:
    """Today, and when last year began. Raises NotRegistered."""
    require_joined(desk.viewer)
    station = await stations.station(desk.tx, await station_of(desk.tx, desk.viewer.id))
    today = local_day(zone_named(station.zone), desk.now)
    return today, date(today.year - 1, 1, 1)


async def read_days(desk: Desk, typed: str) -> tuple[date, date]:
    """Raises BadPeriod, AmbiguousDate."""
    station = await stations.station(desk.tx, await station_of(desk.tx, desk.viewer.id))
    settings = await stations.settings_of(desk.tx, station.id)
    period = read_period(typed, calendar_at(zone_named(station.zone), desk.now), settings.financial_year_month)
    return period.first_day, period.last_day
