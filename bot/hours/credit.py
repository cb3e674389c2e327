"""Credit is time served, not time signed up for: the plan only bounds it, and every minute off or on is explained.

All of it is whole minutes, broken ones to the volunteer's favour. A record over midnight belongs to the local day on
which it began.
"""

from bot.ground.frozen import Frozen
from bot.ground.times import MINUTE, Span
from bot.hours.rules import Why
from bot.stations.settings import StationSettings

NO_CHECK_OUT, OVERTIME, SHORT_STAY = "no_check_out", "overtime", "short_stay"
"""Flags: credited to the planned end without proof; stayed longer without the lead's word; checked out very soon."""
SHORT = 4
"""Who stayed for less than this part (1/n) of the planned time was there for a very short time."""


class Served(Frozen, kw_only=True):
    """What is known of one person at one shift. The lead's minutes go before check-in and check-out."""

    planned: Span
    came: bool
    late_minutes: int | None = None
    early_minutes: int | None = None
    checked_in_at: int | None = None
    checked_out_at: int | None = None
    broken_off_at: int | None = None
    """Cancelled under way: unless somebody saw the person leave, nothing counts after it."""
    leaving_seen: bool = False
    """The lead marked the leaving (*All leave now*), so a missing check-out was not forgotten."""
    overtime_allowed: bool = False
    break_minutes: int = 0
    away_minutes: int = 0
    """Between leaving and coming back."""

    @property
    def cut_short(self) -> bool:
        """Cancelled under way, and nobody said or saw when the person left."""
        return self.broken_off_at is not None and self.early_minutes is None and self.checked_out_at is None


class Credit(Frozen):
    """`minutes` is the sum of the steps in `why`, and at most the minutes from `starts_at` to `ends_at`."""

    minutes: int
    starts_at: int
    ends_at: int
    flags: tuple[str, ...]
    why: tuple[Why, ...]


def credit(served: Served, grace_minutes: int) -> Credit:
    """The minutes to be credited. Lateness within the grace is not deducted; beyond it, all of it is.

    Without the lead's word nothing counts after the planned end, and nothing ever before the planned start.
    """
    planned = served.planned
    if not served.came:
        return Credit(0, planned.starts_at, planned.starts_at, (), (Why("not_there", 0),))
    late = min(_late(served), planned.minutes)
    deducted = late if late > grace_minutes else 0
    early = min(_early(served), planned.minutes - deducted)
    over = _over(served)
    counted_over = over if served.overtime_allowed else 0
    away = min(served.away_minutes, planned.minutes - deducted - early + counted_over)
    rest = min(served.break_minutes, planned.minutes - deducted - early + counted_over - away)
    steps = (
        Why("planned", planned.minutes),
        Why("late", -deducted),
        Why("cancelled" if served.cut_short else "left_early", -early),
        Why("overtime", counted_over),
        Why("away", -away),
        Why("break", -rest),
    )
    why = tuple(step for step in steps if step.minutes or step.code == "planned")
    minutes = sum(step.minutes for step in why)
    return Credit(
        minutes,
        planned.starts_at + deducted * MINUTE,
        planned.ends_at + (counted_over - early) * MINUTE,
        _flags(served, over, minutes),
        why + ((Why("grace", 0),) if late and not deducted else ()),
    )


def shown(minutes: int, rounding: str) -> int:
    """Minutes as shown after adding up, never before: 'exact', or 'half_hours' to the nearest, a tie upwards."""
    return (minutes + 15) // 30 * 30 if rounding == "half_hours" else minutes


def _late(served: Served) -> int:
    if served.late_minutes is not None or served.checked_in_at is None:
        return served.late_minutes or 0
    return Span(served.planned.starts_at, served.checked_in_at).minutes


def _early(served: Served) -> int:
    if served.cut_short and served.broken_off_at is not None:
        return Span(served.broken_off_at, served.planned.ends_at).minutes
    if served.early_minutes is not None or served.checked_out_at is None:
        return served.early_minutes or 0
    return Span(served.checked_out_at, served.planned.ends_at).minutes


def _over(served: Served) -> int:
    if served.early_minutes or served.checked_out_at is None:
        return 0
    return Span(served.planned.ends_at, served.checked_out_at).minutes


def _flags(served: Served, over: int, minutes: int) -> tuple[str, ...]:
    forgotten = served.checked_in_at is not None and served.checked_out_at is None
    known = served.leaving_seen or served.early_minutes is not None or served.cut_short
    by_code = served.checked_in_at is not None and served.checked_out_at is not None and not known
    flags = (
        (NO_CHECK_OUT, forgotten and not known),
        (OVERTIME, over > 0 and not served.overtime_allowed),
        (SHORT_STAY, by_code and minutes * SHORT < served.planned.minutes),
    )
    return tuple(flag for flag, holds in flags if holds)


HALF_HOUR = 30


def counting(settings: StationSettings) -> frozenset[str]:
    """The natures of time that count toward hours: service, and what the station says besides."""
    more = {"training": settings.count_training, "preparation": settings.count_preparation}
    return frozenset({"service", *(nature for nature, counts in more.items() if counts)})


def shown_parts(parts: list[int], rounding: str) -> list[int]:
    """Minutes of each part as shown, so that they add up to what is shown of their sum: the largest rests get more."""
    if rounding == "exact":
        return parts
    made = [part // HALF_HOUR * HALF_HOUR for part in parts]
    missing = (shown(sum(parts), rounding) - sum(made)) // HALF_HOUR
    by_rest = sorted(range(len(parts)), key=lambda i: (-(parts[i] % HALF_HOUR), i))
    for i in by_rest[:missing]:
        made[i] += HALF_HOUR
    return made
