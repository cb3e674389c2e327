"""Fault 37: durations are read exactly or refused, never stored wrong."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.reading.hours import read_minutes, read_short
from bot.ground.refusals import BadHours, OutOfRange, Refusal, TooLong, TooShort


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2h", 120),
        ("2.5h", 150),
        ("2,5 h", 150),
        ("1.5", 90),
        ("１．５", 90),
        ("2 h 30 min", 150),
        ("2h30", 150),
        ("2h30m", 150),
        ("2 hours", 120),
        ("2 hours and 30 minutes", 150),
        ("1 hr", 60),
        ("150 min", 150),
        ("90 minutes", 90),
        ("45m", 45),
        ("2:30", 150),
        ("half an hour", 30),
        ("an hour", 60),
        ("an hour and a half", 90),
        ("2 and a half hours", 150),
        ("two and a half hours", 150),
        ("two hours", 120),
        ("一小時一刻", 75),
        ("2小时30分", 150),
        ("2小时30分钟", 150),
        ("２小时", 120),
        ("两小时", 120),
        ("两个小时", 120),
        ("两个半小时", 150),
        ("兩個半小時", 150),
        ("2小时半", 150),
        ("两小时半", 150),
        ("半小时", 30),
        ("半個小時", 30),
        ("1.5 小時", 90),
        ("一個鐘", 60),
        ("兩個半鐘", 150),
        ("三个钟头", 180),
        ("兩個鐘頭", 120),
        ("九十分钟", 90),
        ("一小時十五分鐘", 75),
        ("三刻钟", 45),
        ("24h", 1440),
        ("1 min", 1),
        ("0.25h", 15),
        ("٣h", 180),
        ("十二小时", 720),
        ("1.05h", 63),
    ],
)
def test_read_minutes(typed: str, expected: int) -> None:
    assert read_minutes(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(
            (typed, BadHours(text=typed))
            for typed in (
                "",
                "NaN",
                "nan h",
                "inf",
                "-3",
                "-3h",
                "1e3h",
                "2",
                "90",
                "h",
                "1.333h",
                "0.01h",
                "1,000 h",
                "2h 30 h",
                "2 个半",
                "½h²",
                "1.5.2h",
                "0x10h",
                "1_000h",
                "2h-",
                "9:75",
            )
        ),
        ("0h", TooShort(minutes=0, lowest=1)),
        ("0 min", TooShort(minutes=0, lowest=1)),
        ("24h 1 min", TooLong(minutes=1441, highest=1440)),
        ("25h", TooLong(minutes=1500, highest=1440)),
        ("9999 min", TooLong(minutes=9999, highest=1440)),
        ("1" * 1_000_000 + "h", BadHours(text="1" * 63 + "…")),
    ],
    ids=lambda value: ascii(value)[:20] if isinstance(value, str) else "",
)
def test_read_minutes_refuses(typed: str, expected: Refusal) -> None:
    with pytest.raises(Refusal) as caught:
        read_minutes(typed)
    assert caught.value == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("15", 15), ("15分钟", 15), ("45 min", 45), ("四十五分钟", 45), ("四十五分鐘", 45), ("半小时", 30), ("1h", 60)],
)
def test_read_short_takes_a_bare_number_for_minutes(typed: str, expected: int) -> None:
    assert read_short("late_minutes", typed, 1, 90) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a while", BadHours(text="a while")),
        ("0", OutOfRange(field="late_minutes", value=0, lowest=1, highest=90)),
        ("2 h", OutOfRange(field="late_minutes", value=120, lowest=1, highest=90)),
    ],
)
def test_read_short_refuses(typed: str, expected: Refusal) -> None:
    with pytest.raises(Refusal) as caught:
        read_short("late_minutes", typed, 1, 90)
    assert caught.value == expected


@given(st.integers(1, 1440))
def test_read_minutes_is_exact_for_every_length(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    for typed in (f"{minutes} min", f"{hours}h{rest}m", f"{hours}小时{rest}分", f"{hours}:{rest:02}"):
        assert read_minutes(typed) == minutes


@given(st.text(max_size=80) | st.text("0123456789.,hm小时个半分 ", max_size=12))
def test_read_minutes_of_anything_are_whole_minutes_of_a_day_or_refused(typed: str) -> None:
    with contextlib.suppress(BadHours, TooShort, TooLong):
        assert 1 <= read_minutes(typed) <= 1440
