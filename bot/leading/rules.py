"""What a lead sees of what they lead: facts that only the lead, helpers and coordinators above get."""

from typing import Literal

from bot.activities.rules import Activity, Led, Shift
from bot.ground.frozen import Frozen
from bot.sign_ups.rules import Counts, Gone, Listed

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
    pages: int | None


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
    busy: tuple[str, ...] = ()  # who has a place and is down for something else at that time


class Move(Frozen):
    """What another time would mean: `busy` are down for something else then; `other`: what else its team has then."""

    busy: tuple[str, ...] = ()
    other: str | None = None


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
    pages: int | None
    may_sign_up_others: bool
    gone: tuple[Gone, ...] = ()


class Participant(Frozen):
    """One person's sign-up, as who leads looks at it; `sessions`: others of the activity with a place free for them."""

    shift: Shift
    listed: Listed
    started: bool
    sessions: tuple[Shift, ...]


class Written(Frozen):
    """Words to one person; `to`: who reads them, where that is somebody else; not `reached`: nobody will."""

    name: str
    reached: bool
    to: str | None = None


class Candidate(Frozen):
    """Somebody who could take over or help; `chosen`: helps already."""

    person_id: int
    name: str
    chosen: bool = False


class Asked(Frozen):
    """What somebody was told and is to say *Got it* to."""

    activity_id: int
    what: str


class Unseen(Frozen):
    """Who was told and has not pressed *Got it*. `phone` only where it was asked for, and the look noted.

    `blocked`: is on Telegram, and has blocked the bot; `manager`: who looks after somebody, and is reached.
    """

    person_id: int
    name: str
    telegram: bool
    blocked: bool
    manager: str | None
    phone: str | None = None


class Concerned(Frozen):
    """How many people hear of something, and how many of them must be phoned: no message reaches them."""

    people: int
    to_phone: int


class Planned(Frozen):
    """What is about to be called off, or taken up again, and whom it concerns."""

    activity: Activity
    concerned: Concerned


class OffToday(Frozen):
    """What would be called off today: one line each, and whom it concerns in all."""

    led: tuple[Led, ...]
    concerned: Concerned


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
