"""When an activity starts and ends, when people meet, and until when they sign up, as it is typed.

An end without a day is on the day of the start, or on the next morning if that makes at most twelve hours. `before` is
what stands already, as for the other fields (`reading_fields.py`).
"""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.activities.reading_fields import PLACE
from bot.ground.filling import Changes, Leaning
from bot.ground.reading.dates import Calendar, begins_with_part_of_day, calendar_at
from bot.ground.reading.hours import read_minutes
from bot.ground.reading.moments import fitting_day, read_moment, read_moments, split_day
from bot.ground.reading.times import next_day_said, read_span, read_time
from bot.ground.refusals import (
    AmbiguousDate,
    AmbiguousTime,
    BadDate,
    BadHours,
    BadSpan,
    BadTime,
    DeadlineAfterStart,
    DeadlineInThePast,
    EndsBeforeStart,
    LongerThanADay,
    MeetingAfterStart,
    NoSuchHour,
    StartsInThePast,
    TooLong,
    TooShort,
)
from bot.ground.text import clean_line, line
from bot.ground.times import DAY, HOUR, MINUTE, first_valid, local_clock, local_day, wall_clock

LONGEST_OVER_MIDNIGHT = 12 * HOUR
"""For an end typed as a time only: a longer stretch is more likely a slip than a night."""
_BEFORE_PLACE = " ,，;；、@"


def read_start(text: str, now: int, zone: ZoneInfo) -> tuple[int, int | None]:
    """Start, and the end if a span was typed ('Sat 9:00-11:30').

    Raises BadDate, AmbiguousDate, BadTime, AmbiguousTime, StartsInThePast.
    """
    day, start, end = read_moments(text, calendar_at(zone, now))
    starts_at = first_valid(zone, day, start)
    if starts_at <= now:
        raise StartsInThePast(starts_at=starts_at)
    return starts_at, None if end is None else read_end(end, starts_at, now, zone)


def read_moved(
    text: str, starts_at: int, ends_at: int, now: int, zone: ZoneInfo, proposed: date | None = None
) -> tuple[int, int]:
    """Start and end of what has been at these: half of a moment will do, and it lasts as long unless a span is typed.

    A day alone keeps the time of day; a time alone keeps the day, or is on the day `proposed` before. Raises what
    `read_start` raises.
    """
    try:
        day, rest = split_day(text, calendar_at(zone, now))
    except BadDate:
        day, rest = proposed or local_day(zone, starts_at), text
    new_start, new_end = read_start(f"{day} {rest or local_clock(zone, starts_at)}", now, zone)
    return new_start, new_start + ends_at - starts_at if new_end is None else new_end


def read_end(text: str, starts_at: int, now: int, zone: ZoneInfo) -> int:
    """The end, with or without a day, or how long it lasts ('2小时').

    Raises BadDate, AmbiguousDate, BadTime, AmbiguousTime, EndsBeforeStart, LongerThanADay.
    """
    return _end_of(starts_at, _end_said(text, starts_at, now, zone))


def _end_said(text: str, starts_at: int, now: int, zone: ZoneInfo) -> int:
    start_day = local_day(zone, starts_at)
    text = _end_of_span(text, local_clock(zone, starts_at)) or text
    clock = next_day_said(text)
    if clock is not None:
        return first_valid(zone, start_day + timedelta(days=1), _clock_after(clock, "00:00"))
    try:
        return _end_by_clock(text, starts_at, zone)
    except NoSuchHour:
        raise
    except BadTime:
        minutes = _length(text)
    if minutes is not None:
        return starts_at + minutes * MINUTE
    text = fitting_day(text, calendar_at(zone, now), start_day, start_day + timedelta(days=1))
    return first_valid(zone, *_end_moment(text, calendar_at(zone, now), start_day))


def _end_of_span(text: str, start: str) -> str | None:
    """Both were typed where only the end was asked for, and the start is the one that stands."""
    try:
        begins, ends = read_span(text)
    except (BadSpan, AmbiguousTime):
        return None
    return ends if begins == start else None


def _end_by_clock(text: str, starts_at: int, zone: ZoneInfo) -> int:
    """On the day of the start, or the next morning. Raises BadTime, also for 明晚9点, which names a day."""
    if begins_with_part_of_day(text):
        raise BadTime(text=text)
    clock = _clock_after(text, local_clock(zone, starts_at))
    start_day = local_day(zone, starts_at)
    ends_at = first_valid(zone, start_day, clock)
    tomorrow = first_valid(zone, start_day + timedelta(days=1), clock)
    return tomorrow if ends_at <= starts_at and tomorrow - starts_at <= LONGEST_OVER_MIDNIGHT else ends_at


def _length(text: str) -> int | None:
    """Minutes, where the text is a length at all; one out of range is refused like an end there."""
    try:
        return read_minutes(text)
    except BadHours:
        return None
    except (TooShort, TooLong) as out:
        return out.minutes


def _end_moment(text: str, calendar: Calendar, start_day: date) -> tuple[date, str]:
    """A day that would be before the start's is counted from there: on a Sunday, 'Sat 20:00' to 'Sun 1:00'."""
    day, clock = read_moment(text, calendar)
    if day < start_day:
        with suppress(AmbiguousDate):
            later, _ = read_moment(text, calendar.on(start_day))
            if later < start_day + timedelta(days=7):
                return later, clock
    return day, clock


def _end_of(starts_at: int, ends_at: int) -> int:
    if ends_at <= starts_at:
        raise EndsBeforeStart(starts_at=starts_at, ends_at=ends_at)
    if ends_at - starts_at > DAY:
        raise LongerThanADay(minutes=(ends_at - starts_at) // MINUTE, limit=DAY // MINUTE)
    return ends_at


def _clock_after(text: str, start: str) -> str:
    """A spoken end (四点半) is the first such time after the start."""
    try:
        return read_time(text)
    except AmbiguousTime as either:
        return either.morning if either.morning > start else either.afternoon


def read_meeting(text: str, starts_at: int | None, zone: ZoneInfo) -> tuple[int | None, str | None]:
    """Time and place: '8:45, Exit B', '8:45' or 'Exit B'; what is not said is None. Raises MeetingAfterStart."""
    clock, place = _clock_and_place(clean_line(text))
    if clock is None or starts_at is None:
        return None, place or None
    meet_at = first_valid(zone, local_day(zone, starts_at), clock)
    if meet_at > starts_at and meet_at - DAY >= starts_at - LONGEST_OVER_MIDNIGHT:
        meet_at = first_valid(zone, local_day(zone, starts_at) - timedelta(days=1), clock)
    if meet_at > starts_at:
        raise MeetingAfterStart(meets_at=meet_at, starts_at=starts_at)
    return meet_at, place or None


def _clock_and_place(text: str) -> tuple[str | None, str]:
    """The longest beginning that is a time, or what follows the last comma; and the rest."""
    for end in range(min(len(text), 16), 0, -1):
        if text[:end].strip().isdecimal() or (text[end - 1].isdecimal() and text[end : end + 1].isdecimal()):
            continue  # a room number, or the middle of a number
        try:
            return read_time(text[:end]), text[end:].strip(_BEFORE_PLACE).removeprefix("集合").strip(_BEFORE_PLACE)
        except (BadTime, AmbiguousTime):
            continue
    place, _, last = text.rpartition(", ")
    with suppress(BadTime, AmbiguousTime):
        return read_time(last), place
    return None, text


def read_deadline(text: str, starts_at: int | None, now: int, zone: ZoneInfo) -> int:
    """Until when people may sign up; a day alone is open until its last minute.

    Raises BadDate, AmbiguousDate, BadTime, AmbiguousTime, DeadlineAfterStart, DeadlineInThePast.
    """
    if starts_at is not None:
        text = fitting_day(text, calendar_at(zone, now), local_day(zone, now), local_day(zone, starts_at))
    day, clock = split_day(text, calendar_at(zone, now))
    if clock:
        deadline_at = first_valid(zone, *read_moment(text, calendar_at(zone, now)))
    elif starts_at is not None and local_day(zone, starts_at) == day:
        deadline_at = starts_at
    else:
        deadline_at = first_valid(zone, day + timedelta(days=1), "00:00") - MINUTE  # nobody reads 0:00 as this day
    if starts_at is not None and deadline_at > starts_at:
        raise DeadlineAfterStart(deadline_at=deadline_at, starts_at=starts_at)
    if deadline_at <= now:
        raise DeadlineInThePast(deadline_at=deadline_at)
    return deadline_at


def start(text: str, before: Any, leaning: Leaning) -> Changes:
    """When an activity starts, and its end where a span was typed."""
    return dict(zip(("starts_at", "ends_at"), read_start(text, leaning.now, leaning.zone), strict=True))


def another_start(text: str, before: Any, leaning: Leaning) -> Changes:
    """Another start for an activity that has one."""
    return moved(before, *read_moved(text, before.starts_at, before.ends_at, leaning.now, leaning.zone))


def moved(times: Any, starts_at: int, ends_at: int | None = None) -> Changes:
    """End, meeting and deadline keep their distance from the start, unless the end is given."""
    by = starts_at - (times.starts_at or starts_at)
    before = {name: getattr(times, name) for name in ("ends_at", "meet_at", "deadline_at")}
    after = {name: at and at + by for name, at in before.items()}
    return {**after, "starts_at": starts_at, "ends_at": ends_at or after["ends_at"]}


def end(text: str, before: Any, leaning: Leaning) -> int | None:
    """When an activity ends. Without a start it says nothing yet: it stays with the draft as typed."""
    return None if before.starts_at is None else read_end(text, before.starts_at, leaning.now, leaning.zone)


def deadline(text: str, before: Any, leaning: Leaning) -> int:
    """Until when people may sign up."""
    return read_deadline(text, before.starts_at, leaning.now, leaning.zone)


def meeting(text: str, before: Any, leaning: Leaning) -> Changes:
    """When and where: what is not said of it stays as it was."""
    meet_at, place = read_meeting(text, before.starts_at, leaning.zone)
    place = line("meet", place, PLACE) if place else before.meet_place
    return {"meet_at": before.meet_at if meet_at is None else meet_at, "meet_place": place}


def meeting_written(value: str, values: Any, zone: ZoneInfo) -> str:
    """Time and place of the meeting as they would be typed."""
    return "" if values.meet_at is None else f"{local_clock(zone, values.meet_at)}, {value}".strip(", ")


def wall(value: int, values: Any, zone: ZoneInfo) -> str:
    """A moment of an activity as it would be typed."""
    return wall_clock(zone, value)
