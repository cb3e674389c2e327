"""No minute counts twice: what is cut off, and what is left."""

import pytest

from bot.ground.times import HOUR, MINUTE, Span
from bot.hours.overlap_rules import OVERLAP, cut
from bot.hours.rules import Entry, Occupied, Source, Why

NINE = 9 * HOUR


def entry(minutes: int = 150) -> Entry:
    return Entry(5, 2, NINE, NINE + 150 * MINUTE, minutes, "elderly", Source.ROLL_CALL, why=(Why("planned", minutes),))


def taken(first: int, last: int) -> Occupied:
    """From so many minutes after nine to so many."""
    return Occupied("something", Span(NINE + first * MINUTE, NINE + last * MINUTE))


@pytest.mark.parametrize(
    ("others", "left"),
    [
        ([taken(-60, 25)], (25, 150, 125)),
        ([taken(125, 200)], (0, 125, 125)),
        ([taken(30, 60)], (60, 150, 90)),
        ([taken(0, 30), taken(120, 150)], (30, 120, 90)),
        ([taken(-10, 160)], None),
        ([taken(0, 80), taken(80, 150)], None),
    ],
    ids=["the beginning", "the end", "the middle", "both ends", "all of it", "all of it in two"],
)
def test_what_is_left(others: list[Occupied], left: tuple[int, int, int] | None) -> None:
    found = cut(entry(), others)
    if left is None:
        assert found is None
        return
    assert found is not None
    starts_at, ends_at, minutes = left
    assert (found.starts_at, found.ends_at) == (NINE + starts_at * MINUTE, NINE + ends_at * MINUTE)
    assert (found.minutes, found.flags, sum(step.minutes for step in found.why)) == (minutes, (OVERLAP,), minutes)


def test_breaks_stay_deducted() -> None:
    found = cut(entry(120), [taken(125, 200)])
    assert found is not None
    assert found.minutes == 95


def test_less_than_a_minute_is_nothing() -> None:
    assert cut(entry(20), [taken(20, 150)]) is None
