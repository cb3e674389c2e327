"""Each limit of a moment: a minute before it, on it and a minute after. The start is Saturday 5 December 2026, 9:00; it
is Wednesday 2 December, noon.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.activities.reading_times import read_deadline, read_end, read_meeting, read_start
from bot.ground.refusals import (
    AmbiguousDate,
    BadDate,
    DeadlineAfterStart,
    DeadlineInThePast,
    EndsBeforeStart,
    LongerThanADay,
    MeetingAfterStart,
    NoSuchHour,
    Refusal,
    StartsInThePast,
)

ZONE = ZoneInfo("Asia/Shanghai")


def at(text: str) -> int:
    return int(datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZONE).timestamp())


NOW, NINE, TEN_PM, SMALL_HOURS = at("12-02T12:00"), at("12-05T09:00"), at("12-05T22:00"), at("12-05T00:30")
NEXT_WEEK, AFTER_NEXT = at("12-12T20:00"), at("12-19T20:00")


def found(read: Callable[..., Any], *given: object) -> Any:
    try:
        return read(*given)
    except Refusal as refusal:
        return refusal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-02 12:00", StartsInThePast(starts_at=NOW)),
        ("2026-12-02 12:01", (at("12-02T12:01"), None)),
        ("2026-12-05 9:00-11:30", (NINE, at("12-05T11:30"))),
    ],
)
def test_start_is_after_now(text: str, expected: object) -> None:
    assert found(read_start, text, NOW, ZONE) == expected


@pytest.mark.parametrize(
    ("starts_at", "text", "expected"),
    [
        (NINE, "9:01", at("12-05T09:01")),
        (NINE, "9:00", EndsBeforeStart(starts_at=NINE, ends_at=NINE)),
        (NINE, "8:59", EndsBeforeStart(starts_at=NINE, ends_at=NINE - 60)),
        (NINE, "2026-12-06 9:00", at("12-06T09:00")),
        (NINE, "2026-12-06 9:01", LongerThanADay(minutes=1441, limit=1440)),
        (NINE, "24小时", at("12-06T09:00")),
        (NINE, "25小时", LongerThanADay(minutes=1500, limit=1440)),
        (NINE, "1分钟", at("12-05T09:01")),
        (NINE, "0分钟", EndsBeforeStart(starts_at=NINE, ends_at=NINE)),
        (TEN_PM, "9:59", at("12-06T09:59")),
        (TEN_PM, "10:00", at("12-06T10:00")),
        (TEN_PM, "10:01", EndsBeforeStart(starts_at=TEN_PM, ends_at=at("12-05T10:01"))),
        (TEN_PM, "22:00-23:00", at("12-05T23:00")),
        (TEN_PM, "20:00-23:00", BadDate(text="20:00-23:00")),
        (TEN_PM, "明晚9点", at("12-06T21:00")),
        (TEN_PM, "次日 1点", at("12-06T01:00")),
        (TEN_PM, "次日 22:01", LongerThanADay(minutes=1441, limit=1440)),
        (NEXT_WEEK, "周六 22:00", at("12-12T22:00")),
        (NEXT_WEEK, "周日 1:00", at("12-13T01:00")),
        (NEXT_WEEK, "周五 22:00", LongerThanADay(minutes=8760, limit=1440)),
        (AFTER_NEXT, "下周六 22:00", EndsBeforeStart(starts_at=AFTER_NEXT, ends_at=at("12-12T22:00"))),
        (AFTER_NEXT, "下周五 22:00", LongerThanADay(minutes=8760, limit=1440)),
        (NEXT_WEEK, "12月4日 22:00", EndsBeforeStart(starts_at=NEXT_WEEK, ends_at=at("12-04T22:00"))),
    ],
)
def test_end_is_after_the_start_and_within_a_day(starts_at: int, text: str, expected: object) -> None:
    assert found(read_end, text, starts_at, NOW, ZONE) == expected


@pytest.mark.parametrize(
    ("starts_at", "text", "expected"),
    [
        (NINE, "9:00", (NINE, None)),
        (NINE, "8:59, Exit B", (NINE - 60, "Exit B")),
        (NINE, "9:01", MeetingAfterStart(meets_at=NINE + 60, starts_at=NINE)),
        (NINE, "20:59", MeetingAfterStart(meets_at=at("12-05T20:59"), starts_at=NINE)),
        (NINE, "21:00", (at("12-04T21:00"), None)),
        (NINE, "21:01", (at("12-04T21:01"), None)),
        (SMALL_HOURS, "12:29", MeetingAfterStart(meets_at=at("12-05T12:29"), starts_at=SMALL_HOURS)),
        (SMALL_HOURS, "12:30", (at("12-04T12:30"), None)),
        (SMALL_HOURS, "0:30", (SMALL_HOURS, None)),
        (None, "8:45, Exit B", (None, "Exit B")),
        (None, "8:45", (None, None)),
        (NINE, "Exit B", (None, "Exit B")),
        (NINE, "8点", (at("12-05T08:00"), None)),
        (NINE, "8:45集合 Exit B", (at("12-05T08:45"), "Exit B")),
        (NINE, "8:45@Gate 3", (at("12-05T08:45"), "Gate 3")),
        (NINE, "12", (None, "12")),
        (NINE, "9:0012", (None, "9:0012")),
        (NINE, "9:001号楼", (None, "9:001号楼")),
        (NINE, "8点1500室", (at("12-05T08:00"), "1500室")),
    ],
)
def test_meeting_is_no_later_than_the_start(starts_at: int | None, text: str, expected: object) -> None:
    assert found(read_meeting, text, starts_at, ZONE) == expected


@pytest.mark.parametrize(
    ("starts_at", "text", "expected"),
    [
        (NINE, "2026-12-05 9:00", NINE),
        (NINE, "2026-12-05 9:01", DeadlineAfterStart(deadline_at=NINE + 60, starts_at=NINE)),
        (NINE, "2026-12-05", NINE),
        (NINE, "2026-12-04", at("12-04T23:59")),
        (NINE, "2026-12-06", DeadlineAfterStart(deadline_at=at("12-06T23:59"), starts_at=NINE)),
        (None, "2026-12-05", at("12-05T23:59")),
        (None, "2026-12-05 9:01", NINE + 60),
        (NINE, "2026-12-02 12:00", DeadlineInThePast(deadline_at=NOW)),
        (NINE, "2026-12-02 12:01", NOW + 60),
    ],
)
def test_deadline_is_after_now_and_no_later_than_the_start(starts_at: int | None, text: str, expected: object) -> None:
    assert found(read_deadline, text, starts_at, NOW, ZONE) == expected


HONG_KONG = ZoneInfo("Asia/Hong_Kong")


@pytest.mark.parametrize("text", ["5/12 11:00", "12/5 11:00", "5.12 11:00"])
def test_end_that_only_one_day_allows_is_not_asked_about(text: str) -> None:
    assert found(read_end, text, NINE, NOW, HONG_KONG) == at("12-05T11:00")


def test_deadline_that_only_one_day_allows_is_not_asked_about() -> None:
    assert found(read_deadline, "4/12 18:00", NINE, NOW, HONG_KONG) == at("12-04T18:00")
    assert isinstance(found(read_deadline, "4/12 18:00", None, NOW, HONG_KONG), AmbiguousDate)
    assert isinstance(found(read_deadline, "1/12", NINE, NOW, HONG_KONG), AmbiguousDate)


def test_end_at_an_hour_that_no_day_has_is_no_length() -> None:
    assert found(read_end, "25:00", NINE, NOW, ZONE) == NoSuchHour(text="25:00", hour=25)
