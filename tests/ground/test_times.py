"""Fault 60: in every zone from 2020 to 2040 each wall-clock rule runs once per day it names."""

import bisect
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.refusals import UnknownChoice
from bot.ground.times import (
    DAY,
    HOUR,
    Occurrence,
    Span,
    Weekly,
    day_bounds,
    days_between,
    evening_before,
    first_valid,
    last_occurrence,
    local_clock,
    local_day,
    next_occurrence,
    zone_named,
)
from bot.reports.report_times import closes_at, reports_at
from bot.stations.settings import StationSettings

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
FROM, UNTIL = date(2020, 1, 1), date(2040, 12, 31)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def _changes(zone: ZoneInfo) -> tuple[tuple[int, int], ...]:
    """(first instant, offset) of every stretch with one offset, 2020 to 2040."""
    found, step, instant = [], 2 * DAY, at("2019-12-25T00:00Z")  # no zone changes back within two days
    offset = _offset(zone, instant)
    found.append((instant, offset))
    while instant < at("2041-01-05T00:00Z"):
        if _offset(zone, instant + step) != offset:
            first = bisect.bisect_left(range(instant, instant + step), 1, key=lambda t: _offset(zone, t) != offset)
            offset = _offset(zone, instant + step)
            found.append((instant + first, offset))
        instant += step
    return tuple(found)


def _offset(zone: ZoneInfo, instant: int) -> int:
    delta = datetime.fromtimestamp(instant, zone).utcoffset()
    assert delta is not None
    return int(delta.total_seconds())


@cache
def _zones() -> dict[tuple[tuple[int, int], ...], ZoneInfo]:
    """One zone for each distinct set of clock changes; the others behave the same."""
    return {_changes(zone): zone for zone in map(ZoneInfo, sorted(available_timezones()))}


def _expected(changes: tuple[tuple[int, int], ...], day: date, clock: str) -> int:
    """Said in another way: the first instant at which the zone's clock shows `clock` of that day, or later."""
    wall = int(datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=UTC).timestamp())
    for (starts_at, offset), (ends_at, _) in zip(changes, [*changes[1:], (2**40, 0)], strict=True):
        if wall - offset < ends_at:
            return max(starts_at, wall - offset)
    raise AssertionError(day)


def _days(rule: Weekly) -> Iterator[date]:
    day = rule.day_from(FROM)
    while day <= UNTIL:
        yield day
        day = rule.day_from(day + timedelta(days=1))


def _runs(rule: Weekly, zone: ZoneInfo) -> Iterator[Occurrence]:
    found = next_occurrence(rule, zone, first_valid(zone, FROM, "00:00") - 1)
    while found.day <= UNTIL:
        yield found
        found = next_occurrence(rule, zone, found.at)


@pytest.mark.parametrize("rule", [Weekly(0, "09:00"), Weekly(6, "02:30")], ids=str)
def test_next_occurrence_runs_each_rule_once_in_every_zone(rule: Weekly) -> None:
    wrong = [
        zone.key
        for changes, zone in _zones().items()
        if list(_runs(rule, zone)) != [Occurrence(_expected(changes, day, rule.clock), day) for day in _days(rule)]
    ]
    assert wrong == []


def test_every_month_is_reported_and_closed_at_its_hour_in_every_zone() -> None:
    settings = StationSettings()
    months = [f"{day:%Y-%m}" for day in _month_days(1)]
    wrong = [
        zone.key
        for changes, zone in _zones().items()
        if [reports_at(month, zone, settings) for month in months[:-1]]
        != [_expected(changes, day, "09:00") for day in _month_days(1)[1:]]
        or [closes_at(month, zone, settings) for month in months[:-1]]
        != [_expected(changes, day, "00:30") for day in _month_days(5)[1:]]
    ]
    assert wrong == []


def _month_days(day: int) -> list[date]:
    return [date(year, month, day) for year in range(FROM.year, UNTIL.year + 1) for month in range(1, 13)]


@pytest.mark.parametrize("clock", ["00:00", "00:30", "01:59", "02:00", "02:30", "03:00", "20:00", "23:59"])
def test_first_valid_is_right_around_every_clock_change_of_every_zone(clock: str) -> None:
    wrong = []
    for changes, zone in _zones().items():
        for instant, _ in changes[1:]:
            days = [local_day(zone, instant) + timedelta(days=n) for n in (-1, 0, 1)]
            expected = [_expected(changes, day, clock) for day in days]
            if [first_valid(zone, day, clock) for day in days] != expected or expected != sorted(set(expected)):
                wrong.append((zone.key, days[1]))
    assert wrong == []


def test_zones_with_their_own_clock_changes_are_many() -> None:
    assert len(_zones()) > 60


@pytest.mark.parametrize(
    ("zone", "day", "clock", "expected"),
    [
        pytest.param(SHANGHAI, date(2026, 12, 5), "09:00", at("2026-12-05T01:00Z"), id="plain"),
        pytest.param(BERLIN, date(2026, 3, 29), "02:30", at("2026-03-29T01:00Z"), id="skipped: after the gap"),
        pytest.param(BERLIN, date(2026, 10, 25), "02:30", at("2026-10-25T00:30Z"), id="twice: the first"),
        pytest.param(ZoneInfo("Pacific/Apia"), date(2011, 12, 30), "09:00", at("2011-12-30T10:00Z"), id="no such day"),
        pytest.param(ZoneInfo("Australia/Lord_Howe"), date(2026, 10, 4), "02:15", at("2026-10-03T15:30Z"), id="half h"),
    ],
)
def test_first_valid_turns_a_wall_clock_into_an_instant(zone: ZoneInfo, day: date, clock: str, expected: int) -> None:
    assert first_valid(zone, day, clock) == expected


@given(st.integers(at("2020-01-01T00:00Z"), at("2040-01-01T00:00Z")), st.sampled_from([SHANGHAI, BERLIN]))
def test_last_occurrence_is_the_one_before_the_next(now: int, zone: ZoneInfo) -> None:
    for rule in (Weekly(0, "09:00"), Weekly(6, "02:30")):
        last = last_occurrence(rule, zone, now)
        assert last.at <= now < next_occurrence(rule, zone, now).at
        assert next_occurrence(rule, zone, last.at) == next_occurrence(rule, zone, now)
        assert next_occurrence(rule, zone, last.at - 1) == last


@given(st.integers(0, 100), st.integers(1, 100), st.integers(0, 100), st.integers(1, 100))
def test_spans_overlap_when_they_share_an_instant(a: int, a_length: int, b: int, b_length: int) -> None:
    one, other = Span(a, a + a_length), Span(b, b + b_length)
    assert one.overlaps(other) == any(one.holds(t) and other.holds(t) for t in range(201))


def test_span_counts_whole_minutes() -> None:
    assert [Span(0, 119).minutes, Span(0, 120).minutes, Span(120, 0).minutes] == [1, 2, 0]


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 2, 28), 24)],
    ids=["spring", "autumn", "plain"],
)
def test_day_bounds_follow_the_clock_change(day: date, hours: int) -> None:
    bounds = day_bounds(BERLIN, day, day)
    assert bounds.ends_at - bounds.starts_at == hours * HOUR
    assert (local_day(BERLIN, bounds.ends_at - 1), local_day(BERLIN, bounds.ends_at)) == (day, day + timedelta(days=1))


def test_days_between_counts_midnights_of_the_zone() -> None:
    late, early = at("2026-12-05T15:59Z"), at("2026-12-05T16:00Z")
    assert [days_between(SHANGHAI, late, late), days_between(SHANGHAI, late, early)] == [0, 1]
    assert days_between(SHANGHAI, early, late) == -1


def test_evening_before_is_on_the_local_day_before() -> None:
    assert evening_before(SHANGHAI, at("2026-12-05T01:00Z"), "20:00") == at("2026-12-04T12:00Z")
    assert local_clock(SHANGHAI, at("2026-12-04T12:00Z")) == "20:00"


def test_zone_named_refuses_what_is_no_zone() -> None:
    assert zone_named("Asia/Hong_Kong").key == "Asia/Hong_Kong"
    for name in ("Mars/Olympus", "../../etc/passwd", "", "Asia", "a\0b"):
        with pytest.raises(UnknownChoice) as caught:
            zone_named(name)
        assert caught.value == UnknownChoice(field="zone", value=name, choices=())


def test_occurrence_after_a_long_stop_is_a_single_one() -> None:
    run = last_occurrence(Weekly(1, "09:00"), SHANGHAI, at("2026-12-05T01:00Z"))
    assert run == Occurrence(at("2026-12-01T01:00Z"), date(2026, 12, 1))
    assert next_occurrence(Weekly(1, "09:00"), SHANGHAI, run.at).at - run.at == 7 * DAY
