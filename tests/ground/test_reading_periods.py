"""Periods of a report as people type them; today is Wednesday, 2 December 2026, the financial year begins in April."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.months import Period, financial_year_period, month_period, quarter_period, year_period
from bot.ground.reading.dates import Calendar
from bot.ground.reading.periods import last_month, read_period
from bot.ground.refusals import BadPeriod

TODAY = date(2026, 12, 2)
HERE = Calendar(TODAY)
OCTOBER, NOVEMBER, DECEMBER = month_period("2026-10"), month_period("2026-11"), month_period("2026-12")
FORTNIGHT = Period("days", date(2026, 10, 1), date(2026, 10, 15))
LAST_WEEK = Period("week", date(2026, 11, 23), date(2026, 11, 29))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(
            (typed, OCTOBER)
            for typed in (
                "2026-10",
                "2026/10",
                "2026.10",
                "2026年10月",
                "十月份",
                "10月",
                "十月",
                "Oct",
                "October 2026",
                "２０２６－１０",
            )
        ),
        *((typed, NOVEMBER) for typed in ("last month", "Last Month", "上月", "上个月", "上個月")),
        *((typed, DECEMBER) for typed in ("this month", "本月", "这个月", "12月")),
        *(
            (typed, quarter_period(2026, 3))
            for typed in (
                "2026Q3",
                "2026 q3",
                "2026-Q3",
                "Q3",
                "2026年第三季度",
                "第3季度",
                "上季度",
                "上個季度",
                "last quarter",
            )
        ),
        *((typed, quarter_period(2026, 4)) for typed in ("本季度", "this quarter", "Q4")),
        *((typed, year_period(2026)) for typed in ("2026", "2026年", "今年", "this year")),
        *((typed, year_period(2025)) for typed in ("去年", "last year")),
        *(
            (typed, financial_year_period(2026, 4))
            for typed in (
                "2026/27",
                "2026-27",
                "2026/2027",
                "本财年",
                "本財政年度",
                "this financial year",
                "2026财年",
                "FY2026",
            )
        ),
        *(
            (typed, financial_year_period(2025, 4))
            for typed in ("2025/26", "上财年", "上個財政年度", "last financial year")
        ),
        *((typed, LAST_WEEK) for typed in ("last week", "上周", "上星期", "上個星期")),
        ("本周", Period("week", date(2026, 11, 30), date(2026, 12, 6))),
        *(
            (typed, FORTNIGHT)
            for typed in (
                "2026-10-01..2026-10-15",
                "2026-10-01 to 2026-10-15",
                "2026-10-01至2026-10-15",
                "10-01..10-15",
                "2026-10-01 - 2026-10-15",
                "2026年10月1日-2026年10月15日",
                "10月1日到10月15日",
                "1 Oct to 15 Oct",
                "10/1~10/15",
            )
        ),
        ("2026-10-01..2026-10-01", Period("day", date(2026, 10, 1), date(2026, 10, 1))),
        ("today", Period("day", TODAY, TODAY)),
        ("2026-10-01", Period("day", date(2026, 10, 1), date(2026, 10, 1))),
        ("yesterday", Period("day", date(2026, 12, 1), date(2026, 12, 1))),
        ("11-20..1-10", Period("days", date(2025, 11, 20), date(2026, 1, 10))),
    ],
)
def test_read_period(typed: str, expected: Period) -> None:
    assert read_period(typed, HERE, 4) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x",
        "2026-13",
        "2026/28",
        "2026Q5",
        "Q0",
        "0000",
        "9999",
        "1999",
        "2026-10-15..2026-10-01",
        "2026-10-01..",
        "..",
        "2026-02-30..2026-03-01",
        "2000-01-01..2026-01-01",
        "a..b..c",
        "next month",
        "20261",
        "0000-01",
        "9999/00",
    ],
)
def test_read_period_refuses_and_keeps_the_text(typed: str) -> None:
    with pytest.raises(BadPeriod) as caught:
        read_period(typed, HERE, 4)
    assert caught.value == BadPeriod(text=typed)


def test_financial_year_that_begins_in_january_is_the_year() -> None:
    assert read_period("本财年", HERE, 1) == Period("financial_year", date(2026, 1, 1), date(2026, 12, 31))


def test_last_month_crosses_the_year() -> None:
    assert last_month(date(2027, 1, 31)) == DECEMBER


@given(st.text(max_size=80) | st.text("0123456789-/.Qq年月季度上本财", max_size=12))
def test_read_period_of_anything_is_a_period_or_refused(typed: str) -> None:
    try:
        period = read_period(typed, HERE, 4)
    except BadPeriod:
        return
    assert period.first_day <= period.last_day
