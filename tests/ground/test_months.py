"""Months, quarters, years and financial years of a station's calendar."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.months import (
    Period,
    financial_year_of,
    financial_year_period,
    month_bounds,
    month_of,
    month_period,
    month_shifted,
    period_before,
    quarter_period,
    week_of,
    year_period,
)
from bot.ground.times import Span

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def test_month_of_is_the_month_of_the_zone() -> None:
    assert month_of(SHANGHAI, at("2026-10-31T15:59:59Z")) == "2026-10"
    assert month_of(SHANGHAI, at("2026-10-31T16:00:00Z")) == "2026-11"


def test_month_bounds_are_half_open_instants_of_the_zone() -> None:
    assert month_bounds(SHANGHAI, "2026-12") == Span(at("2026-11-30T16:00Z"), at("2026-12-31T16:00Z"))


@pytest.mark.parametrize(
    ("month", "by", "expected"),
    [("2026-01", -1, "2025-12"), ("2026-12", 1, "2027-01"), ("2026-05", 0, "2026-05"), ("2026-05", -17, "2024-12")],
)
def test_month_shifted_crosses_years(month: str, by: int, expected: str) -> None:
    assert month_shifted(month, by) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        pytest.param(month_period("2028-02"), Period("month", date(2028, 2, 1), date(2028, 2, 29)), id="leap month"),
        pytest.param(quarter_period(2026, 4), Period("quarter", date(2026, 10, 1), date(2026, 12, 31)), id="quarter"),
        pytest.param(year_period(2026), Period("year", date(2026, 1, 1), date(2026, 12, 31)), id="year"),
        pytest.param(
            financial_year_period(2026, 4),
            Period("financial_year", date(2026, 4, 1), date(2027, 3, 31)),
            id="financial year",
        ),
        pytest.param(
            financial_year_of(date(2026, 3, 31), 4),
            Period("financial_year", date(2025, 4, 1), date(2026, 3, 31)),
            id="its last day",
        ),
        pytest.param(
            financial_year_of(date(2026, 4, 1), 4),
            Period("financial_year", date(2026, 4, 1), date(2027, 3, 31)),
            id="its first day",
        ),
        pytest.param(
            financial_year_of(date(2026, 1, 1), 1),
            Period("financial_year", date(2026, 1, 1), date(2026, 12, 31)),
            id="as the calendar",
        ),
        pytest.param(week_of(date(2026, 11, 29)), Period("week", date(2026, 11, 23), date(2026, 11, 29)), id="week"),
    ],
)
def test_periods_hold_whole_days(period: Period, expected: Period) -> None:
    assert period == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        pytest.param(month_period("2026-03"), month_period("2026-02"), id="month"),
        pytest.param(quarter_period(2026, 1), quarter_period(2025, 4), id="quarter"),
        pytest.param(year_period(2026), year_period(2025), id="year"),
        pytest.param(financial_year_period(2026, 4), financial_year_period(2025, 4), id="financial year"),
        pytest.param(week_of(date(2026, 1, 1)), week_of(date(2025, 12, 25)), id="week"),
        pytest.param(
            Period("days", date(2026, 10, 1), date(2026, 10, 15)),
            Period("days", date(2026, 9, 16), date(2026, 9, 30)),
            id="days",
        ),
    ],
)
def test_period_before_is_of_the_same_kind(period: Period, expected: Period) -> None:
    assert period_before(period) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_every_day_lies_in_its_periods_and_the_one_before_touches(day: date, start_month: int) -> None:
    for period in (month_period(f"{day:%Y-%m}"), financial_year_of(day, start_month), week_of(day)):
        assert period.first_day <= day <= period.last_day
        assert period_before(period).last_day + timedelta(days=1) == period.first_day


def test_period_bounds_and_days() -> None:
    period = Period("days", date(2026, 10, 1), date(2026, 10, 15))
    assert (period.days, period.bounds(SHANGHAI)) == (15, Span(at("2026-09-30T16:00Z"), at("2026-10-15T16:00Z")))
