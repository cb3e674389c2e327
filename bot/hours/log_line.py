"""One line says day, time and what was done: the longest beginning that reads as a time is one, the rest the note."""

import re
from collections.abc import Iterator
from datetime import date

from bot.ground.frozen import Frozen
from bot.ground.reading.dates import PARTS, Calendar
from bot.ground.reading.hours import read_minutes
from bot.ground.reading.lengths import read_start_and_length
from bot.ground.reading.moments import split_day
from bot.ground.reading.numbers import plain
from bot.ground.reading.times import read_span
from bot.ground.refusals import AmbiguousTime, BadDate, BadHours, BadSpan, NoSuchHour
from bot.ground.text import clean_line, quoted

_MOST_WORDS = 9
"""Words that day and time can take: 'last Fri from 2 pm to 4:30 pm'."""
_LONGEST = 48
"""Characters that they can take: '20 November 2026 from 2:00 pm until 4:30 pm'."""
_LOOSE = re.compile(r"(?:(?:点钟?|时|钟头?|hours?|hrs?|h)(?P<gap> ?(?:and )?)|(?<=\d) )(?P<number>\d{1,3})$", re.ASCII)
"""Ends in a number that no unit follows; what stands before it is a time already."""
_FEW = frozenset("0123456789")
"""Minutes are told by two digits, 11点05, where no unit follows."""
_MIXED = re.compile(r"\d[零〇一二两兩三四五六七八九十百千]+$")
"""One number is written in one script: 9-11十五位 is not 11:15."""
_NUMERALS = frozenset("零〇一二两兩三四五六七八九十百千")
"""Never cut between two of them: 二十五 is no 20."""
_UNIT = ("点", "點", "时", "時")
"""What an hour is told by; it is never cut off its number."""
_SAME = re.compile(r"[:：.．]\d")
"""Goes on a clock or a decimal: 9:00 is never cut to 9."""
_GOES_ON = re.compile(r"\s*(?:[-–—−－~〜～]|到|至|to\b|until\b)\s*\d")
"""A second time: what stands before it is when it began, and no length."""
Either = tuple[tuple[str, str], tuple[str, str]]


class LogLine(Frozen):
    """A self-report as typed: a span of two times ('HH:MM'), or only a length in minutes; 昨天下午打扫 has neither."""

    day: date
    span: tuple[str, str] | None
    minutes: int | None
    note: str
    either: Either | None = None  # a span that could be in the night or in the afternoon: nobody guesses which


def read_log(text: str, calendar: Calendar) -> LogLine:
    """'2026-11-20 14:00-16:30 what I did', '昨天下午2点到4点半探访', 'yesterday 2h reading'. Never a day ahead.

    A day alone, or with its part, is one whose times are asked. Raises BadDate, or BadSpan if no time can be read;
    NoSuchHour, TooShort and TooLong.
    """
    line = clean_line(text)
    split_day(line[:_LONGEST], calendar, "behind")  # without a day, no beginning has one
    for beginning, note in _partings(line):
        try:
            day, rest = split_day(beginning, calendar, "behind")
        except BadDate:
            continue
        try:
            times = _times(rest)
        except AmbiguousTime as asked:
            return LogLine(day, None, None, note, (_span(asked.morning), _span(asked.afternoon)))
        if times is not None and (times[0] or not _GOES_ON.match(line[len(beginning) :])):
            return LogLine(day, *times, note)
        if (rest in PARTS and not plain(note)[:1].isdigit()) or (not rest and not note):
            return LogLine(day, None, None, note)
    _, rest = split_day(" ".join(line.split(" ")[:_MOST_WORDS]), calendar, "behind")
    raise BadSpan(text=quoted(rest or text))


def _partings(line: str) -> Iterator[tuple[str, str]]:
    """Longest beginning first; Chinese needs no blanks, but a number or an English word is never cut."""
    for end in range(min(len(line), _LONGEST), 0, -1):
        before, after = line[end - 1], line[end:]
        if before.isspace() or (_in_word(before) and _in_word(after[:1])):
            continue
        if not _takes_from_note(line[:end], after):
            yield line[:end], after.lstrip(" ,，。、;；:：")


def _in_word(char: str) -> bool:
    return char.isdecimal() or (char.isascii() and char.isalnum())


def _takes_from_note(beginning: str, after: str) -> bool:
    """A number that may count what the note tells of: 到11点30个孩子 is no half past eleven, '2h 30 kids' no 2:30."""
    if beginning[-1:].isdigit() and _SAME.match(after):
        return True
    if beginning[-1:] in _NUMERALS and after[:1] in _NUMERALS:
        return True
    if not after.lstrip()[:1].isalnum():
        return False
    attached = not after[0].isspace()
    if attached and (after.startswith(_UNIT) or _MIXED.search(beginning)):
        return True
    found = _LOOSE.search(plain(beginning))
    return found is not None and (attached or found["gap"] != "" or found["number"] in _FEW)


def _span(shown: str) -> tuple[str, str]:
    first, _, last = shown.partition("-")
    return first, last


def _times(rest: str) -> tuple[tuple[str, str] | None, int | None] | None:
    for read in (read_span, read_start_and_length):
        try:
            return read(rest), None
        except NoSuchHour:
            raise
        except BadSpan:
            continue
    try:
        return None, read_minutes(rest[2:].strip() if rest[:2] in PARTS else rest)  # 昨天下午两小时
    except BadHours:
        return None
