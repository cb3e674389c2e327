"""No minute counts twice: what a roll-call would credit is cut to the time that nothing else has on record."""

from collections.abc import Iterator, Sequence

from bot.ground.frozen import replace
from bot.ground.times import MINUTE, Span
from bot.hours.rules import Entry, Occupied, Why

OVERLAP = "overlap"
"""Flag, and step of why: part of the time is on record already."""


def cut(entry: Entry, others: Sequence[Occupied]) -> Entry | None:
    """What is left of it: the longest stretch that is free, flagged; None where nothing is."""
    left = max(free(entry.span, others), key=lambda span: span.minutes, default=None)
    if left is None:
        return None
    minutes = min(entry.minutes - (entry.span.minutes - left.minutes), left.minutes)
    if minutes < 1:
        return None
    why = (*entry.why, Why(OVERLAP, minutes - entry.minutes))
    return replace(
        entry,
        starts_at=left.starts_at,
        ends_at=left.ends_at,
        minutes=minutes,
        why=why,
        flags=(*entry.flags, OVERLAP),
    )


def free(span: Span, others: Sequence[Occupied]) -> Iterator[Span]:
    """The stretches of at least a minute in which nothing else is."""
    at = span.starts_at
    for other in sorted(others, key=lambda one: one.span.starts_at):
        if other.span.starts_at >= at + MINUTE:
            yield Span(at, min(other.span.starts_at, span.ends_at))
        at = max(at, other.span.ends_at)
    if span.ends_at >= at + MINUTE:
        yield Span(at, span.ends_at)
