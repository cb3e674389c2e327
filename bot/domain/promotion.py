"""How a freed place finds somebody depends on when they can be told, not only on when it was freed.

An offer made in quiet hours is delivered after them; its hold counts from there, and so does the time to the start.
"""

from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.frozen import Frozen
from bot.domain.presets import StationSettings
from bot.domain.quiet_hours import hold_until, out_of_quiet
from bot.domain.times import HOUR


class Way(StrEnum):
    """What happens to a freed place while people wait."""

    GIVE = "give"
    """The first in line has it at once."""
    OFFER_ONE = "offer_one"
    """The first in line is asked, then the next."""
    OFFER_ALL = "offer_all"
    """Everybody in line is asked; the first to press has it."""
    NOTHING = "nothing"
    """The shift has begun."""


class Promotion(Frozen):
    """`deliver_at`: when people may be told; `ends_at`: until when an offer can be taken (None: no offer)."""

    way: Way
    deliver_at: int
    ends_at: int | None


def freed_place(starts_at: int, now: int, zone: ZoneInfo, settings: StationSettings) -> Promotion:
    """What to do with a place freed now, or left by an offer that ended now, in a shift that starts at `starts_at`."""
    deliver_at = told_at(now, zone, settings)
    if now >= starts_at:
        return Promotion(Way.NOTHING, now, None)
    if starts_at - now >= settings.give_at_once_hours * HOUR:
        return Promotion(Way.GIVE, deliver_at, None)
    if starts_at - deliver_at >= settings.offer_to_all_hours * HOUR:
        ends_at = _offer_ends_at(starts_at, deliver_at, zone, settings)
        if ends_at > deliver_at:
            return Promotion(Way.OFFER_ONE, deliver_at, ends_at)
    return Promotion(Way.OFFER_ALL, deliver_at, starts_at)


def told_at(now: int, zone: ZoneInfo, settings: StationSettings) -> int:
    """Now, or the end of the quiet hours that now falls into."""
    never_useless = now + 1000 * HOUR
    return out_of_quiet(now, never_useless, zone, settings.quiet)


def _offer_ends_at(starts_at: int, deliver_at: int, zone: ZoneInfo, settings: StationSettings) -> int:
    held = hold_until(deliver_at, settings.offer_hold_hours * HOUR, zone, settings.quiet)
    return min(held, starts_at - settings.offer_ends_hours * HOUR)
