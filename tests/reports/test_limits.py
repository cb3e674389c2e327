"""What is counted at all, and which periods are; a digest that has nothing to say."""

from datetime import date, timedelta

import pytest

from bot.ground.frozen import replace
from bot.ground.months import Period, month_period, week_of
from bot.ground.refusals import BadPeriod
from bot.reports.figures import Figures, Sum, figures_of, full_time
from bot.reports.rules import LONGEST_DAYS, PERIOD_KINDS, Scope, month_bounds_of, pressed_period, whole_of
from bot.reports.shown import Digest, OpenSession, TeamWeek

DAY = date(2026, 12, 1)
IDLE = TeamWeek("First", 0, 0, 0, 0)
BUSY = replace(IDLE, sessions=1)
SESSION = OpenSession(1, 1, "Visit", 0, "Asia/Shanghai", 0)
EMPTY = Digest(week_of(DAY), (IDLE, IDLE), (), (), None)


@pytest.mark.parametrize(
    "week",
    [BUSY, replace(IDLE, volunteers=1), replace(IDLE, attendances=1), replace(IDLE, minutes=1)],
    ids=["sessions", "volunteers", "attendances", "minutes"],
)
def test_week_with_anything_in_it_is_not_idle(week: TeamWeek) -> None:
    assert IDLE.idle
    assert not week.idle


@pytest.mark.parametrize(
    ("digest", "empty"),
    [
        (EMPTY, True),
        (replace(EMPTY, teams=()), True),
        (replace(EMPTY, verifying=0), True),
        (replace(EMPTY, teams=(IDLE, BUSY)), False),
        (replace(EMPTY, roll_calls=(SESSION,)), False),
        (replace(EMPTY, short=(SESSION,)), False),
        (replace(EMPTY, verifying=1), False),
    ],
    ids=["nothing", "no teams", "none to verify", "a team", "a roll-call", "too few", "hours"],
)
def test_digest_with_anything_in_it_is_not_empty(digest: Digest, empty: bool) -> None:
    assert digest.empty is empty


@pytest.mark.parametrize(
    ("kind", "days", "good"),
    [
        *((kind, 1, True) for kind in PERIOD_KINDS),
        ("days", 0, False),
        ("days", LONGEST_DAYS, True),
        ("days", LONGEST_DAYS + 1, False),
        ("decade", 1, False),
    ],
)
def test_period_of_a_button_has_days_and_not_too_many(kind: str, days: int, good: bool) -> None:
    last = DAY + timedelta(days=days - 1)
    try:
        found = pressed_period(kind, DAY, last)
    except BadPeriod:
        assert not good
    else:
        assert good
        assert found == Period(kind, DAY, last)


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        (date(2026, 2, 1), date(2026, 2, 28), True),
        (date(2026, 2, 1), date(2026, 2, 27), False),
        (date(2026, 2, 2), date(2026, 2, 28), False),
        (date(2026, 2, 2), date(2026, 2, 27), False),
        (date(2026, 2, 1), date(2026, 3, 1), False),
    ],
)
def test_whole_months_begin_on_the_first_and_end_on_the_last(first: date, last: date, whole: bool) -> None:
    assert (month_bounds_of(Period("days", first, last)) is not None) is whole


def test_kinds_stand_the_most_first_and_those_of_nothing_nowhere() -> None:
    sums = [
        Sum(1, "youth", "service", 60, 1),
        Sum(1, "elderly", "service", 60, 2),
        Sum(2, "legal", "service", 90, 3),
        Sum(2, "legal", "service", 30, 1),
        Sum(2, "culture", "service", 30, 1),
        Sum(2, "culture", "service", -30, -1),
        Sum(2, "events", "service", -30, -1),
        Sum(2, "legal", "training", 45, 5),
    ]
    kinds = (("legal", 120), ("elderly", 60), ("youth", 60), ("events", -30))

    assert figures_of(sums, frozenset({"service"})) == Figures(0, 6, 210, 45, kinds=kinds)


@pytest.mark.parametrize(
    ("came", "missed", "percent"),
    [(0, 1, 100), (199, 1, 1), (200, 1, 0), (397, 3, 1), (1, 2, 67), (2, 1, 33)],
)
def test_share_is_rounded_half_upwards(came: int, missed: int, percent: int) -> None:
    assert Figures(came=came, no_shows=missed).missed_percent == percent


@pytest.mark.parametrize(("minutes", "expected"), [(624, "0.01"), (623, "0.00"), (1871, "0.01"), (1872, "0.02")])
def test_full_time_is_rounded_half_upwards(minutes: int, expected: str) -> None:
    assert f"{full_time(minutes, 365)}" == expected


def test_only_a_station_above_all_is_the_whole() -> None:
    street, below = Scope("Street", "UTC", "/1/2/", 2), Scope("Lane", "UTC", "/1/2/4/", 4)
    everywhere = Scope("First", "UTC", "/", 2, 5)

    assert whole_of([below, street]) == street
    assert whole_of([everywhere, street]) is None
    assert whole_of([]) is None
    assert (street.key, everywhere.key) == ("s2", "t5")
    assert month_period("2026-12").first_day == DAY
