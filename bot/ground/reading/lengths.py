"""A start and a length make a span: '14:00' and 2 h, '14:00 2h', '下午两点 一个半小时'."""

import re

from bot.ground.reading.hours import read_minutes
from bot.ground.reading.times import read_time
from bot.ground.refusals import AmbiguousTime, BadHours, BadSpan, BadTime, NoSuchHour
from bot.ground.text import quoted

_PARTING = re.compile(r"\s*[,，、+＋]\s*|\s+(?:for\s+)?|共|做了")
_DAY = 24 * 60


def spanning(start: str, minutes: int) -> tuple[str, str]:
    """From 'HH:MM' so many minutes on, over midnight if need be."""
    hour, minute = start.split(":")
    ends = (int(hour) * 60 + int(minute) + minutes) % _DAY
    return start, f"{ends // 60:02}:{ends % 60:02}"


def read_start(text: str, minutes: int) -> tuple[str, str]:
    """When it began, as typed, where the length is known. Raises BadSpan; AmbiguousTime with both readings as spans."""
    try:
        return spanning(read_time(text), minutes)
    except AmbiguousTime as asked:
        readings = ["-".join(spanning(one, minutes)) for one in (asked.morning, asked.afternoon)]
        raise AmbiguousTime(text=quoted(text), morning=readings[0], afternoon=readings[1]) from None
    except NoSuchHour:
        raise
    except BadTime:
        raise BadSpan(text=quoted(text)) from None


def read_start_and_length(text: str) -> tuple[str, str]:
    """Both in one line. Raises as `read_start`, TooShort, TooLong."""
    for parting in _PARTING.finditer(text):
        begins, lasts = text[: parting.start()], text[parting.end() :]
        try:
            minutes = read_minutes(lasts)
        except BadHours:
            continue
        if not lasts.strip()[-1:].isdigit():  # '14:00 16:00' are two times
            return read_start(begins, minutes)
    raise BadSpan(text=quoted(text))
