"""What a lead sees of what they lead: facts that only the lead, helpers and coordinators above get."""

from typing import Literal

from bot.activities.rules import Led, Shift
from bot.ground.frozen import Frozen
from bot.sign_ups.rules import Counts, Listed

PAGE = 6


class TodayLook(Frozen):
    """What one leads today, and how much of it is outdoors and could be called off at once."""

    led: tuple[Led, ...]
    now: int
    outdoor_own: int
    outdoor_station: int


class LedPage(Frozen):
    led: tuple[Led, ...]
    past: bool
    page: int
    more: bool


class LeadCard(Frozen):
    """The lead's card of one shift."""

    shift: Shift
    counts: Counts
    helpers: tuple[str, ...]
    roll_call: str | None
    started: bool
    over: bool
    may_hand_over: bool
    to_phone: int = 0  # people of its activity whom somebody must phone


class History(Frozen):
    """How reliable somebody has been in half a year."""

    sign_ups: int
    missed: int


class GroupPlaces(Frozen):
    """Places that a team holds; `named` of them have a person."""

    team: str
    places: int
    named: int


class ParticipantsPage(Frozen):
    """Who takes part in a shift, `confirmed` first, by page."""

    shift: Shift
    listed: tuple[Listed, ...]
    histories: dict[int, History]
    groups: tuple[GroupPlaces, ...]
    counts: Counts
    page: int
    more: bool
    may_sign_up_others: bool


class Candidate(Frozen):
    """Somebody who could take over or help; `chosen`: helps already."""

    person_id: int
    name: str
    chosen: bool = False


class Unseen(Frozen):
    """Who was told and has not pressed *Got it*. `phone` only where it was asked for, and the look noted."""

    person_id: int
    name: str
    telegram: bool
    manager: str | None
    phone: str | None = None


Told = Literal["cancelled", "held"]
"""What people say *Got it* to, with a list of who has not."""


class GotItList(Frozen):
    activity_id: int
    title: str
    what: Told
    told: int
    seen: int
    unseen: tuple[Unseen, ...]
    phones: bool = False  # they were looked up for this list
