"""What a year is made of: days of service, weeks that begin on Monday, shades that everybody can tell apart."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.ground.frozen import Frozen
from bot.hours.shown import OwnHours

SHADES = (60, 120, 240)
"""Minutes of a day up to which a square has the first, second and third shade; more has the fourth."""
HALVES = ((1, 6), (7, 12))
"""Months of the two rows of a year: on a small phone twelve in a row would be squares of six points."""


class DayServed(Frozen):
    """Minutes of a day (YYYY-MM-DD), of one kind and nature."""

    day: str
    kind: str
    nature: str
    minutes: int


class YearOfHours(Frozen):
    """``days``: counted minutes by day, where there are any; they and ``kinds`` add up to ``minutes``. ``hours`` as
    of now, with the standing. ``today``: later days of the year are still to come.
    """

    name: str
    year: int
    today: date
    days: dict[date, int]
    kinds: tuple[tuple[str, int], ...]
    minutes: int
    hours: OwnHours


def shade(minutes: int) -> int:
    """0: nothing; 1 to 4: the more, the darker."""
    if minutes <= 0:
        return 0
    return 1 + sum(minutes > most for most in SHADES)


def weeks_of(year: int, months: tuple[int, int]) -> list[list[date | None]]:
    """The weeks from Monday to Sunday that hold these months; None for days of other months."""
    first = date(year, months[0], 1)
    last = date(year, months[1] + 1, 1) if months[1] < 12 else date(year + 1, 1, 1)
    monday = first - timedelta(days=first.weekday())
    weeks = []
    while monday < last:
        days = [monday + timedelta(days=n) for n in range(7)]
        weeks.append([day if first <= day < last else None for day in days])
        monday += timedelta(days=7)
    return weeks


def counted_days(served: Sequence[DayServed], natures: frozenset[str]) -> dict[date, int]:
    found: dict[date, int] = {}
    for one in served:
        if one.nature in natures:
            day = date.fromisoformat(one.day)
            found[day] = found.get(day, 0) + one.minutes
    return {day: minutes for day, minutes in found.items() if minutes}


def counted_kinds(served: Sequence[DayServed], natures: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """Most first."""
    found: dict[str, int] = {}
    for one in served:
        if one.nature in natures:
            found[one.kind] = found.get(one.kind, 0) + one.minutes
    return tuple(sorted(((kind, n) for kind, n in found.items() if n), key=lambda pair: (-pair[1], pair[0])))
