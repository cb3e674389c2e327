"""A day and a time in one text; today is Wednesday, 2 December 2026."""

from datetime import date

import pytest

from bot.ground.reading.dates import Calendar
from bot.ground.reading.moments import read_moments
from bot.ground.refusals import AmbiguousTime, BadTime, Refusal

TODAY = date(2026, 12, 2)
HERE = Calendar(TODAY)
TOMORROW, SATURDAY = date(2026, 12, 3), date(2026, 12, 5)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("明晚7点", (TOMORROW, "19:00", None)),
        ("明晚七點半到九點", (TOMORROW, "19:30", "21:00")),
        ("明晚 7:30", (TOMORROW, "19:30", None)),
        ("今晚8點", (TODAY, "20:00", None)),
        ("聽晚8點", (TOMORROW, "20:00", None)),
        ("明早9点", (TOMORROW, "09:00", None)),
        ("听朝9点半", (TOMORROW, "09:30", None)),
        ("明晚12点", (date(2026, 12, 4), "00:00", None)),
        ("周六晚上12点", (date(2026, 12, 6), "00:00", None)),
        ("今晚9点到12点", (TODAY, "21:00", "00:00")),
        ("tonight 7:30", (TODAY, "19:30", None)),
        ("tonight at 7:30 pm", (TODAY, "19:30", None)),
        ("tomorrow evening 7-9", (TOMORROW, "19:00", "21:00")),
        ("tomorrow morning 9:00-11:30", (TOMORROW, "09:00", "11:30")),
        ("周六 9-11", (SATURDAY, "09:00", "11:00")),
        ("Sat 9-11", (SATURDAY, "09:00", "11:00")),
        ("12.5 9:00", (SATURDAY, "09:00", None)),
        ("12.5 9am", (SATURDAY, "09:00", None)),
        ("12.5 9-11", (SATURDAY, "09:00", "11:00")),
        ("12.5 上午9点", (SATURDAY, "09:00", None)),
        ("12.5周六9:00", (SATURDAY, "09:00", None)),
        ("12.5（星期六）9:00", (SATURDAY, "09:00", None)),
        ("Sat 9", (SATURDAY, "09:00", None)),
        ("Sat 7pm–9", (SATURDAY, "19:00", "21:00")),
        ("Sat 2:30pm–4:30", (SATURDAY, "14:30", "16:30")),
        ("周六 晚上7点 – 9点", (SATURDAY, "19:00", "21:00")),
        ("明天下午3点", (TOMORROW, "15:00", None)),
        ("12月5日 9-11", (SATURDAY, "09:00", "11:00")),
    ],
)
def test_read_moments(typed: str, expected: tuple[date, str, str | None]) -> None:
    """Fault 37."""
    assert read_moments(typed, HERE) == expected


def test_weekday_of_a_far_date_is_a_span() -> None:
    """The eleventh of September 2027 is a Saturday, but nobody means it."""
    assert read_moments("周六 9-11", Calendar(date(2026, 11, 22))) == (date(2026, 11, 28), "09:00", "11:00")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("明晚", BadTime(text="明晚")),
        ("明晚2点", BadTime(text="晚上2点")),
        ("12月5日 2点到4点", AmbiguousTime(text="2点到4点", morning="02:00-04:00", afternoon="14:00-16:00")),
        ("12月5日2点", AmbiguousTime(text="2点", morning="02:00", afternoon="14:00")),
    ],
)
def test_read_moments_refuses(typed: str, expected: Refusal) -> None:
    with pytest.raises(Refusal) as caught:
        read_moments(typed, HERE)
    assert caught.value == expected
