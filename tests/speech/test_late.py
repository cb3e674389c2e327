"""Who says to be late, and by how much."""

import pytest

from bot.speech.phrases import late_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("I'll be late", 0), ("late", 0), ("我会迟到", 0), ("I'll be 20 min late", 20), ("running 10 minutes late", 10),
        ("late by 20 minutes", 20), ("迟到20分钟", 20), ("我会迟到二十分钟", 20), ("不好意思，我会晚到半小时", 30),
        ("遲到15分鐘", 15), ("My son is late", None), ("translate", None), ("I was late for the bus yesterday", None),
        ("", None),
    ],
)  # fmt: skip
def test_minutes_are_read(text: str, minutes: int | None) -> None:
    assert late_minutes(text) == minutes
