"""What is typed to postpone may be half: a day alone keeps the time of day, a time alone keeps the day."""

from datetime import date, timedelta

from bot.activities.reading_fields import check_break
from bot.activities.reading_times import read_moved
from bot.activities.rules import Shift
from bot.ground.reading.dates import calendar_at
from bot.ground.reading.moments import fitting_day, read_moment, split_day
from bot.ground.reading.times import read_time
from bot.ground.refusals import BadDate, DeadlineAfterStart, StartsInThePast
from bot.ground.times import first_valid, local_day, zone_named


def read_new_times(text: str, shift: Shift, now: int, proposed: date | None = None) -> tuple[int, int]:
    """Start and end; it lasts as long as before unless a span is typed. A time alone is on the day `proposed` before.

    Raises what `read_start` raises; BreakTooLong where the span leaves nothing beside the break.
    """
    zone = zone_named(shift.zone)
    starts_at, ends_at = read_moved(text, shift.starts_at, shift.ends_at, now, zone, proposed)
    if shift.activity.break_minutes:
        check_break(shift.activity.break_minutes, starts_at, ends_at)
    return starts_at, ends_at


def read_decision(text: str, shift: Shift, now: int) -> int:
    """By when it will be decided; a time alone is the last such one before the start.

    Raises BadDate, BadTime, AmbiguousTime, StartsInThePast, DeadlineAfterStart.
    """
    zone = zone_named(shift.zone)
    text = fitting_day(text, calendar_at(zone, now), local_day(zone, now), local_day(zone, shift.starts_at))
    try:
        split_day(text, calendar_at(zone, now))
    except BadDate:
        clock, day = read_time(text), local_day(zone, shift.starts_at)
        days = (day, day - timedelta(days=1))
        at = max(at for at in (first_valid(zone, one, clock) for one in days) if at < shift.starts_at)
    else:
        at = first_valid(zone, *read_moment(text, calendar_at(zone, now)))
    return checked_decision(at, shift, now)


def checked_decision(at: int, shift: Shift, now: int) -> int:
    """After now and before the start. Raises StartsInThePast, DeadlineAfterStart."""
    if at <= now:
        raise StartsInThePast(starts_at=at)
    if at >= shift.starts_at:
        raise DeadlineAfterStart(deadline_at=at, starts_at=shift.starts_at)
    return at
