"""A record is never edited: a wrong one is reversed by a record of minus its minutes, and a new one may replace it.

Minutes are whole, of one head; a record without a person is of `heads` people whose names nobody has.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal, get_args
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen
from bot.ground.refusals import (
    InTheFuture,
    LongerThanADay,
    NeedsAdministrator,
    NeedsCoordinator,
    ReasonMissing,
    RecordsOverlap,
    TooLong,
    TooShort,
)
from bot.ground.times import Span, first_valid
from bot.ground.viewer import Role

LONGEST = 24 * 60


class RecordState(StrEnum):
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    RETURNED = "returned"


class Source(StrEnum):
    """Where the minutes come from."""

    ROLL_CALL = "roll_call"
    CHECK_IN = "check_in"
    SELF_REPORT = "self_report"
    LATE_ENTRY = "late_entry"
    HEAD_COUNT = "head_count"
    CORRECTION = "correction"


REPORTED = frozenset({Source.SELF_REPORT, Source.LATE_ENTRY})
"""What somebody says of themselves, or staff for them, without a roll."""
SendBackReason = Literal["time", "activity", "twice"]
SEND_BACK_REASONS: tuple[SendBackReason, ...] = get_args(SendBackReason)
"""Of sending a record back, with a button each; others are typed."""


TAKEN_BACK = "own"
"""Why an entry that still waited goes back, where its own person says so."""


class Nature(StrEnum):
    """Only service counts toward hours, unless the station says otherwise."""

    SERVICE = "service"
    TRAINING = "training"
    PREPARATION = "preparation"


class Why(Frozen):
    """One step of *why this many minutes*: a code, and the minutes it gave (or took, below 0)."""

    code: str
    minutes: int


class Entry(Frozen):
    """What somebody wants to have recorded, before it is."""

    person_id: int | None
    station_id: int
    starts_at: int
    ends_at: int
    minutes: int  # of one head
    kind: str
    source: Source
    team_id: int | None = None
    activity_id: int | None = None
    shift_id: int | None = None
    nature: Nature = Nature.SERVICE
    heads: int = 1
    note: str = ""
    why: tuple[Why, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.starts_at, self.ends_at)


class ServiceRecord(Frozen):
    """A line of the books, with the names that a reader of it needs."""

    id: int
    entry: Entry
    state: RecordState
    day: date  # of the station's zone, where it began
    month: str  # in which it counts: later than its day where that month was closed
    station_path: str
    zone: str
    lead_id: int | None  # of its activity, else of its team
    person: str
    activity: str  # its title, '' without one
    team: str
    entered_by: int | None
    entered_at: int
    verified_by: int | None
    verified_at: int | None
    verifier: str
    needs: str
    returned_reason: str
    reverses_id: int | None
    replaces_id: int | None
    reversed: bool

    @property
    def live(self) -> bool:
        """Stands or may come to stand: what a new record may not overlap."""
        return self.state is not RecordState.RETURNED and self.reverses_id is None and not self.reversed

    @property
    def minutes_of_all(self) -> int:
        return self.entry.minutes * self.entry.heads

    @property
    def attendances(self) -> int:
        return self.entry.heads if self.entry.minutes > 0 else -self.entry.heads


class Occupied(Frozen):
    """A stretch of a person's time that is on record already; `activity` is what was done, '' if nobody said."""

    activity: str
    span: Span


class DayLimits(Frozen):
    """Minutes of one person on one day of the station, above which somebody higher must verify."""

    coordinator: int = 8 * 60
    administrator: int = 12 * 60


def span_of(day: date, start: str, end: str, zone: ZoneInfo) -> Span:
    """When an entry of hours was: from two times of day ('HH:MM'), over midnight where the end is not after the start.

    Raises LongerThanADay: the night on which the clock goes back.
    """
    last = day if end > start else day + timedelta(days=1)
    span = Span(first_valid(zone, day, start), first_valid(zone, last, end))
    if span.minutes > LONGEST:
        raise LongerThanADay(minutes=span.minutes, limit=LONGEST)
    return span


def check_entry(entry: Entry, now: int) -> None:
    """Whether a service record may say so: raises InTheFuture, TooShort or TooLong."""
    if entry.minutes < 1 or entry.span.minutes < 1:
        raise TooShort(minutes=min(entry.minutes, entry.span.minutes), lowest=1)
    if entry.ends_at > now:
        raise InTheFuture(at=entry.ends_at)
    longest = min(entry.span.minutes, LONGEST)
    if entry.minutes > longest or entry.span.minutes > LONGEST:
        raise TooLong(minutes=max(entry.minutes, entry.span.minutes), highest=longest)


def check_overlap(span: Span, others: list[Occupied]) -> None:
    """Of records of one person. Raises RecordsOverlap, naming the first in the way; touching is no overlap."""
    for other in others:
        if span.overlaps(other.span):
            raise RecordsOverlap(activity=other.activity, starts_at=other.span.starts_at, ends_at=other.span.ends_at)


def needed(minutes: int, limits: DayLimits) -> Role | None:
    """The role that it takes to verify, if the person then has that many minutes on one day; None for any of staff."""
    if minutes > limits.administrator:
        return Role.ADMINISTRATOR
    return Role.COORDINATOR if minutes > limits.coordinator else None


def check_day(minutes: int, limits: DayLimits, role: Role, reason: str) -> None:
    """Whether `role` may verify, if the person then has that many minutes on one day of the station.

    Raises NeedsCoordinator, NeedsAdministrator, ReasonMissing.
    """
    wanted = needed(minutes, limits)
    if wanted is Role.ADMINISTRATOR:
        if role is not Role.ADMINISTRATOR:
            raise NeedsAdministrator(minutes=minutes, limit=limits.administrator)
        if not reason:
            raise ReasonMissing
    elif wanted is Role.COORDINATOR and role is Role.SOCIAL_WORKER:
        raise NeedsCoordinator(minutes=minutes, limit=limits.coordinator)


class Scheme(Frozen):
    """`span` says which minutes count: 'all' ever, or those of the calendar 'year'. Hours rise."""

    span: str
    hours: tuple[int, ...]


class Standing(Frozen):
    """`level` 0 is none yet. At the top level there is no next: both are None."""

    level: int
    next_hours: int | None
    missing_minutes: int | None


SCHEMES = {
    "none": Scheme("all", ()),
    "mainland_stars": Scheme("all", (100, 300, 600, 1000, 1500)),
    "hong_kong_hours": Scheme("year", (50, 100, 200)),
}
"""By the value of the setting `recognition`. The bot says that somebody "has reached the standard of" a level; the
honour itself is the office's to give.

Mainland: one to five stars at 100, 300, 600, 1000 and 1500 hours in all (Measures for the recording of voluntary
service, Ministry of Civil Affairs, 2012). Hong Kong: bronze, silver and gold at 50, 100 and 200 hours in a calendar
year (Volunteer Movement).
"""


def standing(scheme: Scheme, minutes: int) -> Standing:
    """The level that verified minutes reach, and what is missing to the next. Exact minutes, never rounded ones."""
    level = sum(minutes >= hours * 60 for hours in scheme.hours)
    if level == len(scheme.hours):
        return Standing(level, None, None)
    return Standing(level, scheme.hours[level], scheme.hours[level] * 60 - minutes)


def seal_of_records(records: Sequence[ServiceRecord]) -> str:
    """What a button carries that confirms all of a page: another where one of these records has changed."""
    return f"{crc32(repr([(one.id, one.entered_at, one.entry.minutes) for one in records]).encode()):08x}"
