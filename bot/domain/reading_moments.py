"""A moment is a day and a time in one text, with or without a blank between: '周六 9:00', '12月5日上午9点'."""

from datetime import date

from bot.domain.reading_dates import Direction, read_date
from bot.domain.reading_numbers import plain
from bot.domain.reading_times import read_span, read_time
from bot.domain.refusals import BadDate, BadSpan, BadTime
from bot.domain.text import quoted


def read_moment(text: str, today: date, direction: Direction = "ahead") -> tuple[date, str]:
    """Day and 'HH:MM'. Raises BadDate, BadTime, AmbiguousTime."""
    day, rest = split_day(text, today, direction)
    if not rest:
        raise BadTime(text=quoted(text))
    return day, read_time(rest)


def read_moments(text: str, today: date, direction: Direction = "ahead") -> tuple[date, str, str | None]:
    """Day, start and, where a span was typed ('Sat 9:00-11:30'), end. Raises BadDate, BadTime, AmbiguousTime."""
    day, rest = split_day(text, today, direction)
    try:
        return day, *read_span(rest)
    except BadSpan:
        return *read_moment(text, today, direction), None


def split_day(text: str, today: date, direction: Direction = "ahead") -> tuple[date, str]:
    """The day that the text begins with (the longest reading) and the rest of it. Raises BadDate."""
    typed = plain(text)
    for end in range(len(typed), 0, -1):
        rest = typed[end:].strip(" ,t")
        if rest and typed[end - 1].isdigit() and typed[end].isdigit():
            continue  # never in the middle of a number
        try:
            return read_date(typed[:end], today, direction), rest
        except BadDate:
            continue
    raise BadDate(text=quoted(text))
