"""How a period is called. A month of this very report needs no year; in a file or a list it does."""

from datetime import date

from babel.dates import format_skeleton

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


def like_days(words: Words, period: Period, beside: Period) -> str:
    """1–12 Oct; with its year where that is not the year of what it is compared with."""
    said = days(words, period.first_day, period.last_day)
    if period.first_day.year == beside.first_day.year:
        return said
    return f"{said} {period.last_day.year}" if words.language == "en" else f"{period.first_day.year}年{said}"
