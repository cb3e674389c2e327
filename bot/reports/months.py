"""When a month is reported and closed, and a week told of: rules of the station's own wall clock."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from bot.ground.months import month_shifted
from bot.ground.times import DAY, Occurrence, Weekly, first_valid, last_occurrence
from bot.stations.rules import ancestors
from bot.stations.settings import MAINLAND, StationSettings, resolve

DIGEST_USEFUL = 3 * DAY  # a digest of last week is not worth sending later
CLOSING_NEWS = 3 * DAY  # closings made up for later than this are told to nobody


def settings_on(path: str, own: Mapping[str, Mapping[str, str]]) -> StationSettings:
    """What holds at a station, of what stations have set themselves, by path. Presets do not differ in these."""
    above = ["/" + "/".join(map(str, ancestors(path)[: depth + 1])) + "/" for depth in range(len(ancestors(path)))]
    return resolve([own.get(one, {}) for one in above], MAINLAND)


def reports_at(month: str, zone: ZoneInfo, settings: StationSettings) -> int:
    """When the provisional report of a month is due: on the 1st of the next, 09:00."""
    return _in_next_month(month, zone, settings.report_day, settings.report_time)


def closes_at(month: str, zone: ZoneInfo, settings: StationSettings) -> int:
    """When a month is closed: on the 5th of the next, 00:30."""
    return _in_next_month(month, zone, settings.closing_day, settings.closing_time)


def closing_day(month: str, settings: StationSettings) -> date:
    return date.fromisoformat(f"{month_shifted(month, 1)}-{settings.closing_day:02}")


def digest_due(zone: ZoneInfo, settings: StationSettings, now: int) -> Occurrence:
    """The last Monday, 09:00."""
    return last_occurrence(Weekly(settings.digest_weekday, settings.digest_time), zone, now)


def _in_next_month(month: str, zone: ZoneInfo, day: int, clock: str) -> int:
    return first_valid(zone, date.fromisoformat(f"{month_shifted(month, 1)}-{day:02}"), clock)
