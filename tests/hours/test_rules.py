from contextlib import nullcontext
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.frozen import replace
from bot.ground.refusals import (
    InTheFuture,
    LongerThanADay,
    NeedsAdministrator,
    NeedsCoordinator,
    ReasonMissing,
    RecordsOverlap,
    Refusal,
    TooLong,
    TooShort,
)
from bot.ground.times import HOUR, MINUTE, Span
from bot.ground.viewer import Role
from bot.hours.rules import DayLimits, Entry, Occupied, Source, check_day, check_entry, check_overlap, span_of

AT = 1_796_432_400  # Saturday 5 December 2026, 9:00 in Shanghai
ENTRY = Entry(5, 1, AT, AT + 2 * HOUR, 120, "elderly", Source.SELF_REPORT)


@pytest.mark.parametrize(
    ("change", "now", "refusal"),
    [
        ({}, AT + 2 * HOUR, None),
        ({}, AT + 2 * HOUR - 1, InTheFuture(at=AT + 2 * HOUR)),
        ({"minutes": 0}, AT + HOUR, TooShort(minutes=0, lowest=1)),
        ({"minutes": 1}, AT + 2 * HOUR, None),
        ({"minutes": 121}, AT + 2 * HOUR, TooLong(minutes=121, highest=120)),
        ({"ends_at": AT}, AT + 2 * HOUR, TooShort(minutes=0, lowest=1)),
        ({"ends_at": AT - HOUR}, AT + 2 * HOUR, TooShort(minutes=0, lowest=1)),
        ({"ends_at": AT + 24 * HOUR, "minutes": 1440}, AT + 30 * HOUR, None),
        ({"ends_at": AT + 24 * HOUR + MINUTE}, AT + 30 * HOUR, TooLong(minutes=1441, highest=1440)),
    ],
    ids=[
        "just over", "not over", "nothing", "a minute", "more than its span", "no span", "backwards", "a whole day",
        "over a day",
    ],
)  # fmt: skip
def test_entry_must_be_possible(change: dict[str, Any], now: int, refusal: Refusal | None) -> None:
    """Fault 37."""
    expected = pytest.raises(type(refusal)) if refusal else nullcontext()
    with expected as raised:
        check_entry(replace(ENTRY, **change), now)

    assert (raised.value if raised else None) == refusal


@given(st.integers(-300, 300), st.integers(1, 300))
def test_overlap_is_refused_exactly_where_minutes_are_shared(shift: int, length: int) -> None:
    other = Occupied("Visit", Span(AT + shift * MINUTE, AT + (shift + length) * MINUTE))
    shared = set(range(120)) & set(range(shift, shift + length))

    with pytest.raises(RecordsOverlap) if shared else nullcontext():
        check_overlap(ENTRY.span, [other])


@pytest.mark.parametrize(
    ("minutes", "role", "reason", "refusal"),
    [
        (480, Role.SOCIAL_WORKER, "", None),
        (481, Role.SOCIAL_WORKER, "Flood", NeedsCoordinator(minutes=481, limit=480)),
        (720, Role.COORDINATOR, "", None),
        (721, Role.COORDINATOR, "Flood", NeedsAdministrator(minutes=721, limit=720)),
        (721, Role.ADMINISTRATOR, "", ReasonMissing()),
        (721, Role.ADMINISTRATOR, "Flood", None),
    ],
)
def test_long_days_need_somebody_higher(minutes: int, role: Role, reason: str, refusal: Refusal | None) -> None:
    expected = pytest.raises(type(refusal)) if refusal else nullcontext()
    with expected as raised:
        check_day(minutes, DayLimits(), role, reason)

    assert (raised.value if raised else None) == refusal


@pytest.mark.parametrize(
    ("day", "start", "end", "minutes"),
    [
        (date(2026, 12, 5), "09:00", "11:30", 150),
        (date(2026, 12, 31), "23:00", "01:00", 120),
        (date(2026, 12, 5), "09:00", "09:00", 1440),
        (date(2027, 3, 28), "00:30", "02:30", 60),
        (date(2027, 10, 31), "00:30", "02:30", 180),
    ],
    ids=["a morning", "over new year", "round the clock", "the clock skips an hour", "an hour comes twice"],
)
def test_span_of_two_times_of_day(day: date, start: str, end: str, minutes: int) -> None:
    """Fault 41."""
    assert span_of(day, start, end, ZoneInfo("Europe/London")).minutes == minutes


def test_day_of_twenty_five_hours_is_too_long() -> None:
    with pytest.raises(LongerThanADay) as raised:
        span_of(date(2027, 10, 30), "12:00", "12:00", ZoneInfo("Europe/London"))

    assert raised.value == LongerThanADay(minutes=1500, limit=1440)
