"""A wall-clock time may not exist on a day, or come twice: only `first_valid` turns one into an instant.

Instants are int seconds since 1970 UTC, local days are `date`, times of day are 'HH:MM'. Rules of the calendar are in
`months`, quiet hours in `quiet_hours`.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.ground.frozen import Frozen
from bot.ground.refusals import UnknownChoice

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Span(Frozen):
    """A half-open stretch of time: `ends_at` no longer belongs to it."""

    starts_at: int
    ends_at: int

    def overlaps(self, other: "Span") -> bool:
        """Touching is no overlap."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def holds(self, instant: int) -> bool:
        return self.starts_at <= instant < self.ends_at

    @property
    def minutes(self) -> int:
        """Whole minutes; a broken one does not count."""
        return max(0, self.ends_at - self.starts_at) // MINUTE


def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises UnknownChoice."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownChoice(field="zone", value=name, choices=()) from None


def local(zone: ZoneInfo, instant: int) -> datetime:
    """The instant on the zone's clock."""
    return datetime.fromtimestamp(instant, zone)


def local_day(zone: ZoneInfo, instant: int) -> date:
    """The day on the zone's calendar."""
    return local(zone, instant).date()


def local_clock(zone: ZoneInfo, instant: int) -> str:
    """The time of day on the zone's clock, 'HH:MM'."""
    return f"{local(zone, instant):%H:%M}"


def wall_clock(zone: ZoneInfo, instant: int) -> str:
    """Day and time of day on the zone's clock, as they can be typed: 'YYYY-MM-DD HH:MM'."""
    return f"{local(zone, instant):%Y-%m-%d %H:%M}"


def first_valid(zone: ZoneInfo, day: date, clock: str) -> int:
    """When the zone's clock first shows `clock` on `day`; if it skips that time, the first instant after the gap."""
    wall = datetime.combine(day, _clock(clock))
    earlier, later = sorted(_at(zone, wall, fold) for fold in (0, 1))
    for instant in (earlier, later):
        if local(zone, instant).replace(tzinfo=None) == wall:
            return instant
    return _change_between(zone, earlier, later)


@lru_cache(maxsize=2048)
def _clock(clock: str) -> time:
    return time.fromisoformat(clock)


def _at(zone: ZoneInfo, wall: datetime, fold: int) -> int:
    return int(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC).timestamp())


def _change_between(zone: ZoneInfo, before: int, after: int) -> int:
    """The first instant with the new offset; the two readings of a skipped time always lie around the gap."""
    old = local(zone, before).utcoffset()
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if local(zone, middle).utcoffset() == old else (before, middle)
    return after


def day_bounds(zone: ZoneInfo, first: date, last: date) -> Span:
    """From the first instant of `first` to the first instant after `last`."""
    return Span(first_valid(zone, first, "00:00"), first_valid(zone, last + timedelta(days=1), "00:00"))


def days_between(zone: ZoneInfo, earlier: int, later: int) -> int:
    """Midnights between two instants: 0 on the same local day."""
    return (local_day(zone, later) - local_day(zone, earlier)).days


def evening_before(zone: ZoneInfo, instant: int, clock: str) -> int:
    """`clock` on the local day before the instant's."""
    return first_valid(zone, local_day(zone, instant) - timedelta(days=1), clock)


class Weekly(Frozen):
    """A wall-clock rule: at `clock` on one day of every week. It carries no zone."""

    weekday: int
    """0 is Monday."""
    clock: str

    def day_from(self, day: date) -> date:
        """The first day of the rule on or after `day`."""
        return day + timedelta(days=(self.weekday - day.weekday()) % 7)


class Occurrence(Frozen, order=True):
    """One run of a rule: `day` is its identity (never twice), `at` the instant."""

    at: int
    day: date


def next_occurrence(rule: Weekly, zone: ZoneInfo, after: int) -> Occurrence:
    """The first run later than `after`."""
    day = rule.day_from(local_day(zone, after) - timedelta(days=1))
    while (at := first_valid(zone, day, rule.clock)) <= after:
        day = rule.day_from(day + timedelta(days=1))
    return Occurrence(at, day)


def last_occurrence(rule: Weekly, zone: ZoneInfo, now: int) -> Occurrence:
    """The last run at or before `now`: what a tick owes, however late it comes."""
    found = next_occurrence(rule, zone, now - 8 * DAY)
    while (following := next_occurrence(rule, zone, found.at)).at <= now:
        found = following
    return found
