"""What a lead sees of what they lead: facts that only the lead, helpers and coordinators above get."""

from dataclasses import dataclass

from bot.domain.activities import ActivityState, Shift
from bot.domain.sign_ups import Counts, Listed

PAGE = 6


@dataclass(frozen=True, slots=True)
class Led:
    """One line of /manage."""

    shift_id: int
    activity_id: int
    title: str
    starts_at: int
    ends_at: int
    zone: str
    capacity: int
    taken: int
    minimum: int | None
    state: ActivityState
    outdoor: bool
    silent: int  # confirmed, no answer to the time and place as they are
    waiting: int
    roll_call: str | None  # state of the roll-call, None before it opened
    own: bool  # the viewer is its lead
    station_path: str


@dataclass(frozen=True, slots=True)
class TodayLook:
    """What one leads today, and how much of it is outdoors and could be called off at once."""

    led: tuple[Led, ...]
    now: int
    outdoor_own: int
    outdoor_station: int


@dataclass(frozen=True, slots=True)
class LedPage:
    led: tuple[Led, ...]
    past: bool
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class LeadCard:
    """The lead's card of one shift."""

    shift: Shift
    counts: Counts
    helpers: tuple[str, ...]
    roll_call: str | None
    started: bool
    over: bool
    may_hand_over: bool


@dataclass(frozen=True, slots=True)
class History:
    """How reliable somebody has been in half a year."""

    sign_ups: int
    missed: int


@dataclass(frozen=True, slots=True)
class GroupPlaces:
    """Places that a team holds; `named` of them have a person."""

    team: str
    places: int
    named: int


@dataclass(frozen=True, slots=True)
class ParticipantsPage:
    """Who takes part in a shift, `confirmed` first, by page."""

    shift: Shift
    listed: tuple[Listed, ...]
    histories: dict[int, History]
    groups: tuple[GroupPlaces, ...]
    counts: Counts
    page: int
    more: bool
    may_sign_up_others: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could take over or help; `chosen`: helps already."""

    person_id: int
    name: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Unseen:
    """Who was told and has not pressed *Got it*. `phone` only where it was asked for, and the look noted."""

    person_id: int
    name: str
    telegram: bool
    manager: str | None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class GotItList:
    activity_id: int
    title: str
    what: str
    told: int
    seen: int
    unseen: tuple[Unseen, ...]
    phones: bool = False  # they were looked up for this list
