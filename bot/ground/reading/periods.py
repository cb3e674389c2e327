"""A period named without a year has begun already: in February, 'October' is last year's."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.ground.months import (
    Period,
    financial_year_of,
    financial_year_period,
    month_period,
    month_shifted,
    period_before,
    quarter_period,
    week_of,
    year_period,
)
from bot.ground.reading.dates import MONTH_NAMES, Calendar, month_number, read_date
from bot.ground.reading.numbers import plain
from bot.ground.refusals import BadDate, BadPeriod
from bot.ground.text import quoted

_CURRENT = {
    "day": ("today", "今天", "今日"),
    "week": ("this week", "本周", "这周", "这个星期", "本星期", "今周"),
    "month": ("this month", "本月", "这个月", "当月", "今个月"),
    "quarter": ("this quarter", "本季度", "这个季度", "本季", "今季"),
    "year": ("this year", "今年"),
    "financial_year": ("this financial year", "this fy", "本财年", "本财政年度", "今财年", "今个财政年度"),
}
_PREVIOUS = {
    "day": ("yesterday", "昨天", "昨日", "寻日"),
    "week": ("last week", "上周", "上个星期", "上星期", "上个礼拜"),
    "month": ("last month", "上月", "上个月"),
    "quarter": ("last quarter", "上季度", "上个季度", "上季"),
    "year": ("last year", "去年", "旧年"),
    "financial_year": ("last financial year", "last fy", "上财年", "上财政年度", "上个财年", "上个财政年度"),
}
_YEARS = range(2000, 2100)
_RANGE = re.compile(r" ?(?:\.\.+|…|~|〜|–|—|到|至|\bto\b|\buntil\b) ?| - |(?<=[日号])-(?=\d)")
_MONTH = re.compile(
    rf"(\d{{4}})(?:[-/.]| ?年 ?)(\d{{1,2}}) ?(?:月份?)?|({MONTH_NAMES})(?: (\d{{4}}))?|(\d{{1,2}}) ?月份?", re.ASCII
)
_QUARTER = re.compile(r"(?:(\d{4})(?:[- ]| ?年 ?)?)?(?:q([1-4])|第?([1-4]) ?季度?)", re.ASCII)
_YEAR = re.compile(r"(\d{4}) ?年?", re.ASCII)
_FINANCIAL = re.compile(
    r"(\d{4})[/-](?:\d\d)?(\d{2})(?: ?(?:财年|财政年度|年度))?|(?:fy ?)(\d{4})|(\d{4}) ?(?:财年|财政年度)", re.ASCII
)


def read_period(text: str, calendar: Calendar, financial_start: int) -> Period:
    """The days that are meant; `financial_start` is the first month of the financial year.

    Raises BadPeriod, AmbiguousDate.

    '2026-10', '2026Q3', '2026', '2026/27', '上月', '本季度', 'last month', '2026-10-01..2026-10-15', and single days.
    """
    typed, today = plain(text), calendar.today
    found = _named(typed, today, financial_start) or _numbered(typed, today, financial_start) or _range(typed, calendar)
    if found is None:
        raise BadPeriod(text=quoted(text))
    return found


def _named(typed: str, today: date, financial_start: int) -> Period | None:
    for kind, around in _around(today, financial_start).items():
        if typed in _CURRENT[kind]:
            return around
        if typed in _PREVIOUS[kind]:
            return period_before(around)
    return None


def _around(today: date, financial_start: int) -> dict[str, Period]:
    """The period of each kind that today lies in."""
    return {
        "day": Period("day", today, today),
        "week": week_of(today),
        "month": month_period(f"{today:%Y-%m}"),
        "quarter": quarter_period(today.year, (today.month + 2) // 3),
        "year": year_period(today.year),
        "financial_year": financial_year_of(today, financial_start),
    }


def _numbered(typed: str, today: date, financial_start: int) -> Period | None:
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]], ...] = (
        (_MONTH, lambda match: _month(match, today)),
        (_FINANCIAL, lambda match: _financial_year(match, financial_start)),
        (_QUARTER, lambda match: _quarter(match, today)),
        (_YEAR, lambda match: year_period(int(match[1])) if int(match[1]) in _YEARS else None),
    )
    periods = (read(match) for pattern, read in readers if (match := pattern.fullmatch(typed)))
    return next((period for period in periods if period), None)


def _month(match: re.Match[str], today: date) -> Period | None:
    month = month_number(match[3]) if match[3] else int(match[2] or match[5])
    year = int(match[1] or match[4] or today.year - (month > today.month))
    return month_period(f"{year:04}-{month:02}") if 1 <= month <= 12 and year in _YEARS else None


def _quarter(match: re.Match[str], today: date) -> Period | None:
    quarter = int(match[2] or match[3])
    year = int(match[1] or today.year - (quarter * 3 - 2 > today.month))
    return quarter_period(year, quarter) if year in _YEARS else None


def _financial_year(match: re.Match[str], start_month: int) -> Period | None:
    """Named by both years, or by the one it begins in; with a start in January they are the same."""
    year = int(match[1] or match[3] or match[4])
    if year not in _YEARS or (match[2] and int(match[2]) != (year + 1) % 100):
        return None
    return financial_year_period(year, start_month)


def _range(typed: str, calendar: Calendar) -> Period | None:
    ends = _RANGE.split(typed)
    if len(ends) > 2:
        return None
    try:
        last = read_date(ends[-1], calendar, "behind")
        first = read_date(ends[0], calendar.on(last), "behind") if len(ends) == 2 else last
    except BadDate:
        return None
    if first > last or (last - first) > timedelta(days=3660):
        return None
    return Period("day" if first == last else "days", first, last)


def last_month(today: date) -> Period:
    """The month before today's: what a report is asked for most."""
    return month_period(month_shifted(f"{today:%Y-%m}", -1))
