"""One line says day, time and what was done: the longest beginning that reads as a time is one, the rest the note."""

from datetime import date

from bot.domain.frozen import Frozen
from bot.domain.reading_hours import read_minutes
from bot.domain.reading_moments import split_day
from bot.domain.reading_times import read_span
from bot.domain.refusals import BadDate, BadHours, BadSpan
from bot.domain.text import clean_line, quoted

_MOST_WORDS = 9
"""Words that day and time can take: 'last Fri from 2 pm to 4:30 pm'."""


class LogLine(Frozen):
    """A self-report as typed: a span of two times ('HH:MM'), or only a length in minutes."""

    day: date
    span: tuple[str, str] | None
    minutes: int | None
    note: str


def read_log(text: str, today: date) -> LogLine:
    """'2026-11-20 14:00-16:30 what I did', '昨天下午2点到4点半 探访', 'yesterday 2h reading'. Never a day ahead.

    Raises BadDate, or BadSpan if only the day can be read; TooShort and TooLong for a length.
    """
    words = clean_line(text).split(" ")
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        try:
            day, rest = split_day(" ".join(words[:count]), today, "behind")
        except BadDate:
            continue
        if (times := _times(rest)) is not None:
            return LogLine(day, *times, " ".join(words[count:]))
    day, rest = split_day(" ".join(words[:_MOST_WORDS]), today, "behind")
    raise BadSpan(text=quoted(rest or text))


def _times(rest: str) -> tuple[tuple[str, str] | None, int | None] | None:
    try:
        return read_span(rest), None
    except BadSpan:
        pass
    try:
        return None, read_minutes(rest)
    except BadHours:
        return None
