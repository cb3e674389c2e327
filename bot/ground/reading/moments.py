"""A moment is a day and a time in one text, with or without a blank between: '周六 9:00', '12月5日上午9点'."""

from datetime import date, timedelta

from bot.ground.reading.dates import PARTS, Direction, find_date, part_of_day
from bot.ground.reading.numbers import plain
from bot.ground.reading.times import read_span, read_time, says_evening
from bot.ground.refusals import BadDate, BadSpan, BadTime
from bot.ground.text import quoted


def read_moment(text: str, today: date, direction: Direction = "ahead") -> tuple[date, str]:
    """Day and 'HH:MM'. Raises BadDate, BadTime, AmbiguousTime."""
    day, rest = split_day(text, today, direction)
    if not rest or rest in PARTS:
        raise BadTime(text=quoted(text))
    clock = read_time(rest)
    return midnight_after(day, rest, clock), clock


def read_moments(text: str, today: date, direction: Direction = "ahead") -> tuple[date, str, str | None]:
    """Day, start and, where a span was typed ('Sat 9:00-11:30'), end. Raises BadDate, BadTime, AmbiguousTime."""
    day, rest = split_day(text, today, direction)
    try:
        start, end = read_span(rest)
    except BadSpan:
        return *read_moment(text, today, direction), None
    return midnight_after(day, rest, start), start, end


def midnight_after(day: date, rest: str, clock: str) -> date:
    """Twelve at night ends the day that was named."""
    return day + timedelta(days=1) if clock == "00:00" and says_evening(rest) else day


def split_day(text: str, today: date, direction: Direction = "ahead") -> tuple[date, str]:
    """The day that the text begins with (the longest reading) and the rest of it; of 明晚7点 that is 晚上7点.

    Raises BadDate.
    """
    typed = plain(text)
    for end in range(len(typed), 0, -1):
        rest = typed[end:].strip(" ,t")
        if rest and typed[end - 1].isdigit() and typed[end].isdigit():
            continue  # never in the middle of a number
        day = find_date(typed[:end], today, direction)
        if day is not None:
            return day, part_of_day(typed[:end]) + rest
    raise BadDate(text=quoted(text))
