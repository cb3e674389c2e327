from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.reports.months import closes_at, closing_day, digest_due, reports_at, settings_on
from bot.stations.settings import PRESETS, StationSettings

SHANGHAI, LONDON = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/London")


def utc(instant: int) -> str:
    return f"{datetime.fromtimestamp(instant, UTC):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("month", "zone", "report", "closing"),
    [
        ("2026-11", SHANGHAI, "2026-12-01 01:00", "2026-12-04 16:30"),
        ("2026-12", SHANGHAI, "2027-01-01 01:00", "2027-01-04 16:30"),
        ("2027-03", LONDON, "2027-04-01 08:00", "2027-04-04 23:30"),
        ("2028-01", LONDON, "2028-02-01 09:00", "2028-02-05 00:30"),
    ],
    ids=["November", "over new year", "summer time", "before a leap day"],
)
def test_month_is_reported_and_closed_by_the_stations_clock(
    month: str, zone: ZoneInfo, report: str, closing: str
) -> None:
    settings = StationSettings()

    assert (utc(reports_at(month, zone, settings)), utc(closes_at(month, zone, settings))) == (report, closing)


def test_settings_come_from_the_nearest_above() -> None:
    own = {
        "/1/": {"closing_day": "7", "digest_time": "08:00"},
        "/1/4/": {"closing_day": "9"},
        "/2/": {"closing_day": "3"},
    }

    found = settings_on("/1/4/12/", own)

    assert (found.closing_day, found.digest_time, found.closing_time) == (9, "08:00", "00:30")
    assert closing_day("2026-11", found) == date(2026, 12, 9)


def test_presets_do_not_differ_in_when_months_close() -> None:
    keys = ("report_day", "report_time", "closing_day", "closing_time", "digest_weekday", "digest_time")

    assert len({tuple(getattr(preset, key) for key in keys) for preset in PRESETS.values()}) == 1


@pytest.mark.parametrize(
    ("now", "monday"),
    [("2026-12-07 00:59", date(2026, 11, 30)), ("2026-12-07 01:00", date(2026, 12, 7))],
    ids=["a minute before nine", "at nine"],
)
def test_digest_is_due_on_monday_at_nine(now: str, monday: date) -> None:
    at = int(datetime.fromisoformat(f"{now}:00+00:00").timestamp())

    assert digest_due(SHANGHAI, StationSettings(), at).day == monday
