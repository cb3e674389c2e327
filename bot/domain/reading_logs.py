"""One line says day, time and what was done: the longest beginning that reads as a time is one, the rest the note."""

from collections.abc import Iterator
from datetime import date

from bot.domain.frozen import Frozen
from bot.domain.reading_hours import read_minutes
from bot.domain.reading_moments import split_day
from bot.domain.reading_times import read_span
from bot.domain.refusals import AmbiguousTime, BadDate, BadHours, BadSpan
from bot.domain.text import clean_line, quoted

_MOST_WORDS = 9
"""Words that day and time can take: 'last Fri from 2 pm to 4:30 pm'."""
_MOST_TIGHT = 40
"""Characters that they can take where no blank stands before the note."""
Either = tuple[tuple[str, str], tuple[str, str]]


class LogLine(Frozen):
    """A self-report as typed: a span of two times ('HH:MM'), or only a length in minutes."""

    day: date
    span: tuple[str, str] | None
    minutes: int | None
    note: str
    either: Either | None = None  # a span that could be in the night or in the afternoon: nobody guesses which


def read_log(text: str, today: date) -> LogLine:
    """'2026-11-20 14:00-16:30 what I did', '昨天下午2点到4点半探访', 'yesterday 2h reading'. Never a day ahead.

    Raises BadDate, or BadSpan if only the day can be read; TooShort and TooLong for a length.
    """
    line = clean_line(text)
    split_day(line[:_MOST_TIGHT], today, "behind")  # without a day, no beginning has one
    for beginning, note in (*_by_words(line), *_without_blanks(line)):
        try:
            day, rest = split_day(beginning, today, "behind")
        except BadDate:
            continue
        try:
            times = _times(rest)
        except AmbiguousTime as asked:
            return LogLine(day, None, None, note, (_span(asked.morning), _span(asked.afternoon)))
        if times is not None:
            return LogLine(day, *times, note)
    _, rest = split_day(" ".join(line.split(" ")[:_MOST_WORDS]), today, "behind")
    raise BadSpan(text=quoted(rest or text))


def _by_words(line: str) -> Iterator[tuple[str, str]]:
    words = line.split(" ")
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        yield " ".join(words[:count]), " ".join(words[count:])


def _without_blanks(line: str) -> Iterator[tuple[str, str]]:
    """Chinese is written so; a number or an English word is never cut."""
    for end in range(min(len(line) - 1, _MOST_TIGHT), 0, -1):
        if not (line[end - 1].isalnum() and line[end].isalnum() and line[end].isascii()):
            yield line[:end], line[end:].lstrip(" ,，。、;；:：")


def _span(shown: str) -> tuple[str, str]:
    first, _, last = shown.partition("-")
    return first, last


def _times(rest: str) -> tuple[tuple[str, str] | None, int | None] | None:
    try:
        return read_span(rest), None
    except BadSpan:
        pass
    try:
        return None, read_minutes(rest)
    except BadHours:
        return None
