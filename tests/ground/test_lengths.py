"""A start and a length."""

import pytest

from bot.ground.reading.lengths import read_start, read_start_and_length, spanning
from bot.ground.refusals import AmbiguousTime, BadSpan


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("14:00 2h", ("14:00", "16:00")),
        ("14:00 + 1.5h", ("14:00", "15:30")),
        ("下午2点 两个半小时", ("14:00", "16:30")),
        ("9:00, 90 min", ("09:00", "10:30")),
        ("23:30 for 1 h", ("23:30", "00:30")),
    ],
)
def test_start_and_length_make_a_span(text: str, span: tuple[str, str]) -> None:
    assert read_start_and_length(text) == span


@pytest.mark.parametrize("text", ["14:00", "2h", "14:00 16:00", "soon 2h", ""])
def test_anything_else_is_none(text: str) -> None:
    with pytest.raises(BadSpan):
        read_start_and_length(text)


def test_spoken_hour_is_asked_back_as_spans() -> None:
    with pytest.raises(AmbiguousTime) as asked:
        read_start("两点", 90)
    assert (asked.value.morning, asked.value.afternoon) == ("02:00-03:30", "14:00-15:30")


def test_length_goes_over_midnight() -> None:
    assert spanning("23:00", 120) == ("23:00", "01:00")
