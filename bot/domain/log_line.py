"""'/log 2026-11-20 14:00-16:30 what I did': when comes first, in any writing that dates and times have, then the rest.

What cannot be read as a time is what was done; the longest beginning that reads as day and span is the time.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.domain.reading_moments import read_moments
from bot.domain.refusals import BadSpan, LongerThanADay, Refusal
from bot.domain.text import quoted
from bot.domain.times import Span, first_valid

WORDS_OF_TIME = 7  # '5 December 2026 2 pm - 4 pm' has the most
LONGEST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class LogLine:
    """Times as 'HH:MM' of the station; an end not after the start is on the next day."""

    day: date
    start: str
    end: str
    note: str


def read_log(text: str, today: date) -> LogLine:
    """Raises BadDate, BadTime, AmbiguousTime, or BadSpan where the end is missing."""
    words = text.split()
    failure: Refusal = BadSpan(text=quoted(text))
    for count in range(min(len(words), WORDS_OF_TIME), 0, -1):
        try:
            day, start, end = read_moments(" ".join(words[:count]), today, "behind")
        except Refusal as refusal:
            failure = refusal
            continue
        if end is None:
            failure = BadSpan(text=quoted(" ".join(words[:count])))
            continue
        return LogLine(day, start, end, " ".join(words[count:]))
    raise failure


def span_of(day: date, start: str, end: str, zone: ZoneInfo) -> Span:
    """The instants, over midnight where the end is not after the start. Raises LongerThanADay."""
    last = day if end > start else day + timedelta(days=1)
    span = Span(first_valid(zone, day, start), first_valid(zone, last, end))
    if span.minutes > LONGEST_MINUTES:
        raise LongerThanADay(minutes=span.minutes, limit=LONGEST_MINUTES)
    return span
