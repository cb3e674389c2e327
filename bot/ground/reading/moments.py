"""A moment is a day and a time in one text, with or without a blank between: '周六 9:00', '12月5日上午9点'."""

import re
from datetime import date, timedelta

from bot.ground.reading.dates import PARTS, Calendar, Direction, find_date, part_of_day
from bot.ground.reading.numbers import plain
from bot.ground.reading.times import read_span, read_time, says_evening
from bot.ground.refusals import AmbiguousDate, BadDate, BadSpan, BadTime, NoSuchHour
from bot.ground.text import quoted

_BARE_HOUR = re.compile(r"\d{1,2}", re.ASCII)
_DOTTED = re.compile(
    r"^(\d{1,2})\.(\d{1,2})(?= \d{1,2}(?:[:点时]|\d{2}\b| ?[ap]\.?m| ?(?:[-–—~〜]|到|至|to\b))"
    rf"| ?(?:{'|'.join(sorted(PARTS))}|noon)| ?[ (]*(?:周|星期|礼拜)[1-6日天])",
    re.ASCII,
)
"""12.5 is a day only before a time or a weekday: by itself it is a length."""


def read_moment(text: str, calendar: Calendar, direction: Direction = "ahead") -> tuple[date, str]:
    """Day and 'HH:MM'. Raises BadDate, BadTime, AmbiguousTime."""
    day, rest = split_day(text, calendar, direction)
    if not rest or rest in PARTS:
        raise BadTime(text=quoted(text))
    clock = read_time(f"{rest}点" if _BARE_HOUR.fullmatch(rest) else rest)  # behind a day 9 is an hour
    return midnight_after(day, rest, clock), clock


def read_moments(text: str, calendar: Calendar, direction: Direction = "ahead") -> tuple[date, str, str | None]:
    """Day, start and, where a span was typed ('Sat 9:00-11:30'), end. Raises BadDate, BadTime, AmbiguousTime."""
    day, rest = split_day(text, calendar, direction)
    try:
        start, end = read_span(rest)
    except NoSuchHour:
        raise
    except BadSpan:
        return *read_moment(text, calendar, direction), None
    return midnight_after(day, rest, start), start, end


def midnight_after(day: date, rest: str, clock: str) -> date:
    """Twelve at night ends the day that was named."""
    return day + timedelta(days=1) if clock == "00:00" and says_evening(rest) else day


def fitting_day(text: str, calendar: Calendar, first: date, last: date) -> str:
    """The text with its day made definite, where that could be two and only one lies between `first` and `last`."""
    try:
        split_day(text, calendar)
    except BadDate:
        return text
    except AmbiguousDate as either:
        fits = [day for day in (either.first, either.second) if first <= day <= last]
        return f"{fits[0]} {plain(text)[len(either.text) :]}" if len(fits) == 1 else text
    return text


def split_day(text: str, calendar: Calendar, direction: Direction = "ahead") -> tuple[date, str]:
    """The day that the text begins with (the longest reading) and the rest of it; of 明晚7点 that is 晚上7点.

    Raises BadDate.
    """
    typed = _DOTTED.sub(r"\1/\2", plain(text))
    for end in range(len(typed), 0, -1):
        rest = typed[end:].strip(" ,t")
        if rest and typed[end - 1].isdigit() and typed[end].isdigit():
            continue  # never in the middle of a number
        day = find_date(typed[:end], calendar, direction)
        if day is not None:
            return day, part_of_day(typed[:end]) + rest
    raise BadDate(text=quoted(text))
