"""Dates as people type them; today is Wednesday, 2 December 2026."""

import contextlib
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.reading.dates import Calendar, Direction, calendar_on, read_date
from bot.ground.refusals import AmbiguousDate, BadDate

TODAY = date(2026, 12, 2)
HERE = Calendar(TODAY)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("去年12月29日", date(2025, 12, 29)),
        ("舊年12月29號", date(2025, 12, 29)),
        ("今年3月1日", date(2026, 3, 1)),
        ("明年一月二日", date(2027, 1, 2)),
        ("上月29日", date(2026, 11, 29)),
        ("上个月29号", date(2026, 11, 29)),
        ("上個月二十九號", date(2026, 11, 29)),
        ("本月1日", date(2026, 12, 1)),
        ("下月5日", date(2027, 1, 5)),
    ],
)
@pytest.mark.parametrize("direction", ["ahead", "behind"])
def test_day_in_a_year_or_month_told_from_today(typed: str, expected: date, direction: Direction) -> None:
    assert read_date(typed, HERE, direction) == expected


@pytest.mark.parametrize("typed", ["上月31日", "去年2月29日", "上月", "去年12月"])
def test_day_that_no_such_year_or_month_has(typed: str) -> None:
    with pytest.raises(BadDate):
        read_date(typed, HERE, "behind")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(
            (typed, date(2026, 12, 5))
            for typed in (
                "2026-12-05",
                "2026/12/5",
                "2026.12.5",
                "20261205",
                "12-05",
                "12/5",
                "5 Dec",
                "Dec 5",
                "5th December",
                "December 5, 2026",
                "Sat 5 Dec",
                "Saturday, 5 Dec 2026",
                "5 Dec (Sat)",
                "12月5日",
                "12月5號",
                "12 月 5 日",
                "2026年12月5日",
                "12月5日（周六）",
                "周六12月5日",
                "12月5日（星期六）",
                "十二月五日",
                "二〇二六年十二月五日",
                "５ Ｄｅｃ",
                "１２月５日",
                "1２-05",
                "Sat",
                "saturday",
                "周六",
                "週六",
                "星期六",
                "礼拜六",
                "禮拜六",
                "这周六",
                "本週六",
                "this Sat",
                "大后天",
                "大後天",
                "5日",
                "5號",
            )
        ),
        ("today", TODAY),
        ("今天", TODAY),
        ("今日", TODAY),
        ("Wed", TODAY),
        ("周三", TODAY),
        ("12-02", TODAY),
        ("tomorrow", date(2026, 12, 3)),
        ("明天", date(2026, 12, 3)),
        ("聽日", date(2026, 12, 3)),
        ("明晚", date(2026, 12, 3)),
        ("今早", TODAY),
        ("Sat 12-05", date(2026, 12, 5)),
        ("day after tomorrow", date(2026, 12, 4)),
        ("后天", date(2026, 12, 4)),
        ("後天", date(2026, 12, 4)),
        ("yesterday", date(2026, 12, 1)),
        ("昨天", date(2026, 12, 1)),
        ("前天", date(2026, 11, 30)),
        ("next Wed", date(2026, 12, 9)),
        ("下周三", date(2026, 12, 9)),
        ("下星期三", date(2026, 12, 9)),
        ("下個星期日", date(2026, 12, 13)),
        ("下周天", date(2026, 12, 13)),
        ("下下周一", date(2026, 12, 14)),
        ("last Fri", date(2026, 11, 27)),
        ("上周五", date(2026, 11, 27)),
        ("周一", date(2026, 12, 7)),
        ("Mon", date(2026, 12, 7)),
        ("周日", date(2026, 12, 6)),
        ("1月3日", date(2027, 1, 3)),
        ("25/12", date(2026, 12, 25)),
        ("29 Feb", date(2028, 2, 29)),
        ("30日", date(2026, 12, 30)),
        ("1号", date(2027, 1, 1)),
        ("31日", date(2026, 12, 31)),
    ],
)
def test_read_date_ahead(typed: str, expected: date) -> None:
    assert read_date(typed, HERE) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("01-05", date(2026, 1, 5)),
        ("11-20", date(2026, 11, 20)),
        ("12-02", TODAY),
        ("周六", date(2026, 11, 28)),
        ("Sat", date(2026, 11, 28)),
        ("周一", date(2026, 11, 30)),
        ("周三", TODAY),
        ("3日", date(2026, 11, 3)),
        ("29 Feb", date(2024, 2, 29)),
        ("2026-12-05", date(2026, 12, 5)),
        ("31号", date(2026, 10, 31)),
        ("昨晚", date(2026, 12, 1)),
        ("尋晚", date(2026, 12, 1)),
    ],
)
def test_read_date_behind(typed: str, expected: date) -> None:
    assert read_date(typed, HERE, "behind") == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x",
        "0",
        "5",
        "2026-02-29",
        "2026-13-01",
        "31/4",
        "30 Feb",
        "1999-12-31",
        "2100-01-01",
        "周八",
        "Fri 5 Dec",
        "12月5日（周五）",
        "13月1日",
        "12-05-",
        "2026-12/05",
        "9999999999",
        "三",
        "5 Dec 1",
        "-5",
        "0日",
        "32日",
    ],
)
def test_read_date_refuses_and_keeps_the_text(typed: str) -> None:
    with pytest.raises(BadDate) as caught:
        read_date(typed, HERE)
    assert caught.value == BadDate(text=typed)


@given(st.dates(date(2020, 1, 1), date(2080, 12, 31)), st.integers(-300, 300), st.sampled_from(["ahead", "behind"]))
def test_read_date_reads_what_it_would_be_called(today: date, away: int, direction: Direction) -> None:
    day = today + timedelta(days=abs(away) if direction == "ahead" else -abs(away))
    for typed in (f"{day}", f"{day.month}-{day.day}", f"{day.month}月{day.day}日", f"{day:%d %b}", f"{day:%B %d, %Y}"):
        assert read_date(typed, Calendar(today), direction) == day


@given(st.text(max_size=80))
def test_read_date_of_anything_is_a_date_or_refused(typed: str) -> None:
    with contextlib.suppress(BadDate, AmbiguousDate):
        assert 2000 <= read_date(typed, HERE).year <= 2099


@pytest.mark.parametrize(
    ("typed", "direction", "first", "second"),
    [
        ("12-01", "ahead", date(2026, 12, 1), date(2027, 12, 1)),
        ("11月21日", "ahead", date(2026, 11, 21), date(2027, 11, 21)),
        ("21 Nov", "ahead", date(2026, 11, 21), date(2027, 11, 21)),
        ("12月5日", "behind", date(2026, 12, 5), date(2025, 12, 5)),
    ],
)
def test_day_that_has_just_passed_is_asked_about(typed: str, direction: Direction, first: date, second: date) -> None:
    with pytest.raises(AmbiguousDate) as caught:
        read_date(typed, HERE, direction)
    assert (caught.value.first, caught.value.second) == (first, second)


def test_what_passed_longer_ago_is_next_years() -> None:
    assert read_date("10月20日", HERE) == date(2027, 10, 20)


LONDON = Calendar(TODAY, day_first=True)


def test_two_numbers_are_read_as_the_region_writes_them() -> None:
    assert read_date("5/12", HERE) == date(2027, 5, 12)
    assert read_date("24/10/2027", LONDON) == date(2027, 10, 24)
    assert read_date("5/12/2026", HERE) == date(2026, 5, 12)
    assert read_date("24/10", LONDON) == date(2027, 10, 24)
    assert read_date("5/5", LONDON) == date(2027, 5, 5)
    assert read_date("Sat 5/12", LONDON) == date(2026, 12, 5)


def test_two_numbers_that_could_be_either_are_asked_about() -> None:
    with pytest.raises(AmbiguousDate) as caught:
        read_date("5/12", LONDON)
    assert (caught.value.first, caught.value.second) == (date(2026, 12, 5), date(2027, 5, 12))


@pytest.mark.parametrize(
    ("zone", "day_first"),
    [("Asia/Shanghai", False), ("Asia/Taipei", False), ("America/New_York", False), ("Asia/Hong_Kong", True),
     ("Asia/Macau", True), ("Europe/London", True), ("Asia/Singapore", True)],
)  # fmt: skip
def test_zone_says_which_number_is_the_day(zone: str, day_first: bool) -> None:
    assert calendar_on(TODAY, ZoneInfo(zone)) == Calendar(TODAY, day_first)
