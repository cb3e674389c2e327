"""Half a moment typed is enough to postpone, or to say by when it is decided. Now is Sunday 22 November 2026, 10:00."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.ground import refusals as why
from bot.leading.postponing_rules import read_decision, read_new_times
from tests.samples.activities import SHIFT

ZONE = ZoneInfo("Asia/Shanghai")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp())


NOW = at("2026-11-22T10:00")  # the shift is on Saturday 5 December, 9:00-11:30


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("星期一 10:00", "2026-11-23T10:00", "2026-11-23T12:30", id="day and time"),
        pytest.param("12月12日", "2026-12-12T09:00", "2026-12-12T11:30", id="day alone"),
        pytest.param("20261212", "2026-12-12T09:00", "2026-12-12T11:30", id="day of a button"),
        pytest.param("10:00", "2026-12-05T10:00", "2026-12-05T12:30", id="time alone"),
        pytest.param("Fri 14:00-16:00", "2026-11-27T14:00", "2026-11-27T16:00", id="span"),
    ],
)
def test_new_times_are_read(text: str, start: str, end: str) -> None:
    assert read_new_times(text, SHIFT, NOW) == (at(start), at(end))


@pytest.mark.parametrize(
    ("text", "start"),
    [("10:00", "2026-12-12T10:00"), ("Fri 10:00", "2026-11-27T10:00")],
    ids=["time alone", "another day"],
)
def test_time_typed_next_is_on_the_day_that_was_proposed(text: str, start: str) -> None:
    starts_at, _ = read_new_times(text, SHIFT, NOW, date(2026, 12, 12))

    assert starts_at == at(start)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        pytest.param("soon", why.BadTime, id="neither"),
        pytest.param("Fri soon", why.BadTime, id="no time"),
        pytest.param("2026-11-20", why.StartsInThePast, id="past"),
        pytest.param("两点半", why.AmbiguousTime, id="night or afternoon"),
    ],
)
def test_new_times_are_refused(text: str, refusal: type[why.Refusal]) -> None:
    with pytest.raises(refusal):
        read_new_times(text, SHIFT, NOW)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        pytest.param("8:00", "2026-12-05T08:00", id="on the day"),
        pytest.param("18:30", "2026-12-04T18:30", id="the evening before"),
        pytest.param("9:00", "2026-12-04T09:00", id="never the start itself"),
        pytest.param("周四 18:00", "2026-11-26T18:00", id="with a day"),
    ],
)
def test_decision_is_read(text: str, moment: str) -> None:
    assert read_decision(text, SHIFT, NOW) == at(moment)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        pytest.param("soon", why.BadTime, id="no time"),
        pytest.param("Fri", why.BadTime, id="day alone"),
        pytest.param("2026-11-22 9:00", why.StartsInThePast, id="past"),
        pytest.param("12月6日 9:00", why.DeadlineAfterStart, id="after the start"),
    ],
)
def test_decision_is_refused(text: str, refusal: type[why.Refusal]) -> None:
    with pytest.raises(refusal):
        read_decision(text, SHIFT, NOW)
