"""How a period is called. A month of this very report needs no year; in a file or a list it does."""

from datetime import date

from babel.dates import format_date, format_skeleton

from bot.ground.months import Period
from bot.speech.words import Words, locale


def period_name(words: Words, period: Period) -> str:
    first, last = period.first_day, period.last_day
    if period.kind == "day":
        return words.day(first)
    if period.kind == "month":
        return str(format_skeleton("yMMMM", first, locale=locale(words.language)))
    if period.kind == "quarter":
        return words.label("Q{quarter} {year}", quarter=(first.month + 2) // 3, year=first.year)
    if period.kind == "year" or (period.kind == "financial_year" and first.month == 1):
        return words.label("the year {year}", year=first.year)
    if period.kind == "financial_year":
        return words.label("financial year {year}", year=f"{first.year}/{last.year % 100:02}")
    return days(words, first, last)


def days(words: Words, first: date, last: date) -> str:
    """23–29 Nov; 11月23日–29日 without the month twice."""
    if (first.year, first.month) != (last.year, last.month):
        return f"{words.short_day(first)}–{words.short_day(last)}"
    if words.language == "en":
        return f"{first.day}–{words.short_day(last)}"
    return f"{words.short_day(first)}–{last.day}日"


def brief_days(words: Words, first: date, last: date) -> str:
    """23–29 Nov · 11/23–29."""
    if words.language == "en":
        return days(words, first, last)
    end = str(last.day) if first.month == last.month else words.brief_day(last)
    return f"{words.brief_day(first)}–{end}"


def month_name(words: Words, period: Period) -> str:
    """November · 11月."""
    pattern = "LLLL" if words.language == "en" else "M月"
    return str(format_date(period.first_day, pattern, locale=locale(words.language)))


def short_name(words: Words, period: Period) -> str:
    """What the figures are compared with, in a bracket: Oct · 10月."""
    if period.kind == "month":
        pattern = "LLL" if words.language == "en" else "M月"
        return str(format_date(period.first_day, pattern, locale=locale(words.language)))
    return period_name(words, period)
