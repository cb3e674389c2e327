"""A year in squares: every day once, sums as /hours says them, nothing that does not count."""

from datetime import date, timedelta

import pytest

from bot.hours.years.rules import HALVES, DayServed, counted_days, counted_kinds, shade, weeks_of

SERVED = (
    DayServed("2026-03-01", "elderly", "service", 150),
    DayServed("2026-03-01", "youth", "service", 60),
    DayServed("2026-03-02", "elderly", "service", 30),
    DayServed("2026-03-02", "youth", "service", -30),
    DayServed("2026-03-03", "elderly", "training", 90),
)


@pytest.mark.parametrize("year", [2024, 2026, 2027, 2028])
def test_every_day_of_a_year_stands_once(year: int) -> None:
    days = [day for months in HALVES for week in weeks_of(year, months) for day in week if day]

    assert days == [date(year, 1, 1) + timedelta(days=n) for n in range(366 if year % 4 == 0 else 365)]
    assert all(
        day is None or day.weekday() == at
        for months in HALVES
        for week in weeks_of(year, months)
        for at, day in enumerate(week)
    )


def test_shades_rise_with_the_minutes() -> None:
    assert [shade(n) for n in (-30, 0, 1, 60, 61, 120, 121, 240, 241)] == [0, 0, 1, 1, 2, 2, 3, 3, 4]


def test_days_and_kinds_hold_what_counts() -> None:
    service = frozenset({"service"})

    assert counted_days(SERVED, service) == {date(2026, 3, 1): 210}
    assert counted_kinds(SERVED, service) == (("elderly", 180), ("youth", 30))
    assert counted_days(SERVED, service | {"training"})[date(2026, 3, 3)] == 90
