"""Quiet hours are half-open in local time: at their end (07:00) messages may go again."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen
from bot.ground.times import MINUTE, Span, first_valid, local_day

BEFORE_QUIET = 5 * MINUTE
"""How long before quiet hours a message leaves that would be useless after them: room for thousands of deliveries."""


class QuietHours(Frozen):
    """From `starts` to `ends` ('HH:MM') every day, over midnight if `ends` is earlier; never, if both are equal."""

    starts: str
    ends: str


def is_quiet(instant: int, zone: ZoneInfo, quiet: QuietHours | None) -> bool:
    """None stands for a station without quiet hours."""
    return _span_around(instant, zone, quiet) is not None


def out_of_quiet(instant: int, useless_after: int, zone: ZoneInfo, quiet: QuietHours | None) -> int:
    """The instant itself, else the end of its quiet hours, else (useless by then) a little before they begin.

    `useless_after` is the first instant at which the message has lost its point, such as the start of a shift.
    """
    span = _span_around(instant, zone, quiet)
    if span is None:
        return instant
    return span.ends_at if span.ends_at < useless_after else span.starts_at - BEFORE_QUIET


def hold_until(starts_at: int, seconds: int, zone: ZoneInfo, quiet: QuietHours | None) -> int:
    """When `seconds` outside quiet hours have passed since `starts_at`."""
    if quiet is None or quiet.starts == quiet.ends:
        return starts_at + seconds
    at, day = starts_at, local_day(zone, starts_at) - timedelta(days=1)
    while True:
        night = _night(day, zone, quiet)
        awake = max(0, night.starts_at - at)
        if awake >= seconds:
            return at + seconds
        seconds -= awake
        at, day = max(at, night.ends_at), day + timedelta(days=1)


def _span_around(instant: int, zone: ZoneInfo, quiet: QuietHours | None) -> Span | None:
    if quiet is None or quiet.starts == quiet.ends:
        return None
    today = local_day(zone, instant)
    nights = (_night(day, zone, quiet) for day in (today - timedelta(days=1), today))
    return next((night for night in nights if night.holds(instant)), None)


def _night(day: date, zone: ZoneInfo, quiet: QuietHours) -> Span:
    over_midnight = timedelta(days=1 if quiet.ends < quiet.starts else 0)
    return Span(first_valid(zone, day, quiet.starts), first_valid(zone, day + over_midnight, quiet.ends))
