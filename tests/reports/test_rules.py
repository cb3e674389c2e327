from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.months import Period, month_period, quarter_period, week_of
from bot.ground.refusals import BadPeriod
from bot.hours.credit import counting, shown, shown_parts
from bot.reports.figures import Figures, Sum, figures_from_json, figures_of, figures_to_json, full_time
from bot.reports.rules import Scope, month_bounds_of, read_pressed, whole_of
from bot.stations.settings import StationSettings

CITY, STREET = Scope("City", "UTC", "/1/", 1), Scope("Street", "UTC", "/1/2/", 2)
FIRST, SECOND = Scope("First", "UTC", "/1/2/", 2, 5), Scope("Second", "UTC", "/1/3/", 3, 6)


@pytest.mark.parametrize(
    ("scopes", "whole"),
    [
        pytest.param([CITY, STREET, FIRST, SECOND], CITY, id="a station above all"),
        pytest.param([STREET, FIRST], STREET, id="a station and its team"),
        pytest.param([FIRST], FIRST, id="the only team"),
        pytest.param([FIRST, SECOND], None, id="two teams"),
        pytest.param([STREET, FIRST, SECOND], None, id="a station and another's team"),
    ],
)
def test_whole_is_the_scope_that_holds_all_the_others(scopes: list[Scope], whole: Scope | None) -> None:
    assert whole_of(scopes) == whole


SUMS = [Sum(1, "elderly", "service", 90, 1), Sum(2, "youth", "service", 60, 2), Sum(2, "youth", "training", 30, 1)]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (StationSettings(), Figures(0, 3, 150, 30, kinds=(("elderly", 90), ("youth", 60)))),
        (StationSettings(count_training=True), Figures(0, 4, 180, 0, kinds=(("elderly", 90), ("youth", 90)))),
    ],
    ids=["service counts", "training counts as well"],
)
def test_figures_count_what_the_station_counts(settings: StationSettings, expected: Figures) -> None:
    assert figures_of(SUMS, counting(settings)) == expected


@given(st.lists(st.integers(0, 100_000), max_size=30), st.sampled_from(["exact", "half_hours"]))
def test_shown_parts_add_up_to_what_is_shown_of_the_whole(parts: list[int], rounding: str) -> None:
    made = shown_parts(parts, rounding)

    assert sum(made) == shown(sum(parts), rounding)
    assert all(abs(was - now) < 30 for was, now in zip(parts, made, strict=True))


@pytest.mark.parametrize(
    ("minutes", "days", "expected"),
    [(2080 * 60, 365, "1.00"), (535 * 60, 30, "3.13"), (0, 30, "0.00"), (173 * 60 + 20, 31, "0.98")],
    ids=["a year of full time", "535 h in November", "nothing", "one person's month"],
)
def test_full_time_equivalents(minutes: int, days: int, expected: str) -> None:
    assert full_time(minutes, days) == Decimal(expected)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (month_period("2026-02"), ("2026-02", "2026-02")),
        (quarter_period(2026, 4), ("2026-10", "2026-12")),
        (Period("days", date(2026, 1, 1), date(2026, 3, 31)), ("2026-01", "2026-03")),
        (Period("days", date(2026, 1, 1), date(2026, 3, 30)), None),
        (week_of(date(2026, 12, 2)), None),
    ],
    ids=["month", "quarter", "days that are whole months", "a day too few", "week"],
)
def test_whole_months_count_by_the_month_of_booking(period: Period, expected: tuple[str, str] | None) -> None:
    assert month_bounds_of(period) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (Figures(), None),
        (Figures(came=200, no_shows=13), 6),
        (Figures(came=1, no_shows=1), 50),
        (Figures(came=3), 0),
        (Figures(came=1, no_shows=-1), None),
        (Figures(came=3, no_shows=-1), 0),
    ],
    ids=["no roll taken", "6 of 100", "half", "all came", "one taken back", "one taken back, among others"],
)
def test_share_who_did_not_come(figures: Figures, expected: int | None) -> None:
    assert figures.missed_percent == expected


def test_tally_is_read_as_it_was_written() -> None:
    figures = Figures(1, 2, 3, 4, 5, 6, 7, 8, -9, -10, -11, (("elderly", 3),))

    assert figures_from_json(figures_to_json(figures)) == figures


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("month", "20261301", "20261231"),
        ("month", "x", ""),
        ("decade", "20260101", "20261231"),
        ("days", "20261231", "20260101"),
        ("days", "19000101", "20261231"),
    ],
    ids=["no such day", "no days", "no such kind", "backwards", "too long"],
)
def test_forged_period_is_refused(kind: str, first: str, last: str) -> None:
    with pytest.raises(BadPeriod):
        read_pressed(kind, first, last)


def test_pressed_period_is_read() -> None:
    assert read_pressed("month", "20261101", "20261130") == month_period("2026-11")
