from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.ground.months import (
    Period,
    before_so_far,
    financial_year_period,
    month_period,
    quarter_period,
    week_of,
    year_period,
)
from bot.reports.report_times import closes_at, digest_due, reports_at
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


@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        (month_period("2026-11"), date(2026, 11, 12), date(2026, 10, 1), date(2026, 10, 12)),
        (month_period("2026-03"), date(2026, 3, 30), date(2026, 2, 1), date(2026, 2, 28)),
        (quarter_period(2026, 4), date(2026, 11, 12), date(2026, 7, 1), date(2026, 8, 12)),
        (year_period(2028), date(2028, 2, 29), date(2027, 1, 1), date(2027, 2, 28)),
        (financial_year_period(2026, 4), date(2027, 1, 5), date(2025, 4, 1), date(2026, 1, 5)),
        (week_of(date(2026, 11, 25)), date(2026, 11, 25), date(2026, 11, 16), date(2026, 11, 18)),
    ],
    ids=["a month", "a shorter month", "a quarter", "a leap day", "a financial year", "a week"],
)
def test_like_days_of_what_is_running(period: Period, today: date, first: date, last: date) -> None:
    assert before_so_far(period, today) == Period("days", first, last)


@pytest.mark.parametrize("today", [date(2026, 10, 31), date(2026, 11, 30), date(2026, 12, 1)])
def test_what_is_over_or_to_come_has_no_like_days(today: date) -> None:
    assert before_so_far(month_period("2026-11"), today) is None
