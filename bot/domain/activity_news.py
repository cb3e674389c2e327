"""What notices about activities say, as of the moment they leave."""

from dataclasses import dataclass

from bot.domain.activities import Activity, Shift
from bot.domain.activity_looks import Offered, ShiftCard


@dataclass(frozen=True, slots=True)
class Call:
    """An announcement to one person: the card of the only shift, or the shifts to choose from."""

    card: ShiftCard | None
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Several announcements in one message; `card` where it is but one shift after all."""

    offers: tuple[Offered, ...]
    card: ShiftCard | None


@dataclass(frozen=True, slots=True)
class News:
    """Something about an activity as a whole; `shifts` are those that it concerns."""

    activity: Activity
    shifts: tuple[Shift, ...]
    now: int
    who: str = ""  # who did it
