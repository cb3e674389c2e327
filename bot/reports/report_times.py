"""When a month is reported and closed, and a week told of: rules of the station's own wall clock."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from bot.ground.months import month_of, month_shifted
from bot.ground.times import DAY, Occurrence, Weekly, first_valid, last_occurrence
from bot.stations.settings import StationSettings

Rule = Callable[[str, ZoneInfo, StationSettings], int]
DIGEST_USEFUL = 3 * DAY  # a digest of last week is not worth sending later
CLOSING_NEWS = 3 * DAY  # closings made up for later than this are told to nobody


def reports_at(month: str, zone: ZoneInfo, settings: StationSettings) -> int:
    """When the provisional report of a month is due: on the 1st of the next, 09:00."""
    return _in_next_month(month, zone, settings.report_day, settings.report_time)


def closes_at(month: str, zone: ZoneInfo, settings: StationSettings) -> int:
    """When a month is closed: on the 5th of the next, 00:30."""
    return _in_next_month(month, zone, settings.closing_day, settings.closing_time)


def closing_day(month: str, settings: StationSettings) -> date:
    """The day of the next month on which a month is closed."""
    return date.fromisoformat(f"{month_shifted(month, 1)}-{settings.closing_day:02}")


def digest_due(zone: ZoneInfo, settings: StationSettings, now: int) -> Occurrence:
    """When the weekly digest was due last: by default on a Monday, 09:00."""
    return last_occurrence(Weekly(settings.digest_weekday, settings.digest_time), zone, now)


def _in_next_month(month: str, zone: ZoneInfo, day: int, clock: str) -> int:
    return first_valid(zone, date.fromisoformat(f"{month_shifted(month, 1)}-{day:02}"), clock)


def next_monthly(rule: Rule, zone: ZoneInfo, settings: StationSettings, now: int) -> int:
    """When a monthly rule holds next."""
    month = month_shifted(month_of(zone, now), -1)
    while (at := rule(month, zone, settings)) <= now:
        month = month_shifted(month, 1)
    return at
