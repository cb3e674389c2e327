"""Only confirmed and offered sign-ups hold a place; on the waiting list one is live, and so clashes, but holds none.

A sign-up with a `group_place_id` sits on a place that its group holds, so it never claims or frees one itself.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.activities.rules import ActivityState, Shift, check_coming
from bot.ground.frozen import Frozen
from bot.ground.quiet_hours import hold_until, out_of_quiet
from bot.ground.refusals import (
    ActivityClosed,
    ActivityOnHold,
    DeadlinePassed,
    WrongState,
)
from bot.ground.times import DAY, HOUR
from bot.stations.settings import StationSettings


class SignUpState(StrEnum):
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why a sign-up was withdrawn; the first four are the person's own, `other` is something else at that hour."""

    ILL = "ill"
    WORK = "work"
    FAMILY = "family"
    OTHER = "other"
    DECLINED = "declined"
    EXPIRED = "expired"
    STAFF = "staff"
    TOO_LATE = "too_late"
    CANCELLED = "cancelled"
    ERASED = "erased"


OWN_REASONS = (Reason.ILL, Reason.WORK, Reason.FAMILY)
HOLDING = frozenset({SignUpState.CONFIRMED, SignUpState.OFFERED})
LIVE = HOLDING | {SignUpState.WAITLISTED}
STEPS: dict[SignUpState | None, frozenset[SignUpState]] = {
    None: frozenset({SignUpState.CONFIRMED, SignUpState.WAITLISTED}),
    SignUpState.WAITLISTED: frozenset({SignUpState.CONFIRMED, SignUpState.OFFERED, SignUpState.WITHDRAWN}),
    SignUpState.OFFERED: frozenset({SignUpState.CONFIRMED, SignUpState.WITHDRAWN}),
    SignUpState.CONFIRMED: frozenset({SignUpState.WITHDRAWN}),
    SignUpState.WITHDRAWN: frozenset(),
}
COMING = "coming"
"""What `SignUp.answer` says after *I'll be there*."""


def check_sign_up_step(state: SignUpState | None, wanted: SignUpState) -> None:
    """Raises WrongState unless a sign-up in `state` (None: there is none) may become `wanted`."""
    if wanted not in STEPS[state]:
        raise WrongState(state=state or "", wanted=wanted)


class SignUp(Frozen):
    """One person's place, or wish for a place, in one shift; the `…_at` are instants."""

    id: int
    shift_id: int
    person_id: int
    group_place_id: int | None
    state: SignUpState
    behind: bool
    line_at: int
    answer: str | None
    answered_at: int | None
    answered_revision: int | None
    asked_revision: int | None
    late_minutes: int | None
    offered_at: int | None
    offer_ends_at: int | None
    confirmed_at: int | None
    withdrawn_at: int | None
    withdrawn_by: int | None
    reason: Reason | None
    late: bool
    created_by: int
    created_at: int

    @property
    def live(self) -> bool:
        return self.state in LIVE

    @property
    def claims_place(self) -> bool:
        """Whether one of the shift's `taken` is this sign-up's own."""
        return self.state in HOLDING and self.group_place_id is None

    def said_yes(self, revision: int) -> bool:
        """To the shift as it is now: an answer to an older time or place does not count."""
        return self.answer == COMING and self.answered_revision == revision

    def silent(self, revision: int) -> bool:
        """Asked about the shift as it is now, and has not answered. Whom nobody has asked owes no answer."""
        return self.asked_revision == revision and not self.said_yes(revision)


class Listed(Frozen):
    """A sign-up as a list shows it. `managed_by` is who speaks for a person without Telegram.

    `reached`: a message comes to whoever reads for them, as far as is known; `reader`: that one's name.
    """

    sign_up: SignUp
    name: str
    telegram: bool
    managed_by: int | None
    reached: bool = True
    reader: str = ""

    @property
    def reader_id(self) -> int:
        return reads_for(self.sign_up, telegram=self.telegram, managed_by=self.managed_by)


def reads_for(sign_up: SignUp, *, telegram: bool, managed_by: int | None) -> int:
    """Who reads about it: the person; without Telegram the one who manages them, else who signed them up."""
    return sign_up.person_id if telegram else managed_by or sign_up.created_by


class Gone(Frozen):
    """Somebody who had a place and gave it up, and why, as far as they said."""

    name: str
    reason: Reason | None


class Counts(Frozen):
    """Heads of one shift: `unnamed` are group places still without a name; of the confirmed `yes` have said that they
    come, and `silent` were asked and have not.
    """

    confirmed: int
    offered: int
    waitlisted: int
    silent: int
    unnamed: int
    yes: int = 0

    @property
    def coming(self) -> int:
        return self.confirmed + self.unnamed


HALF_A_YEAR = 183 * DAY


def check_open(shift: Shift, now: int) -> None:
    """Newcomers are taken. The first cause that applies:

    Raises ActivityCancelled, ActivityStarted, ActivityOnHold, ActivityClosed, DeadlinePassed.
    """
    check_coming(shift, now)
    if shift.state == ActivityState.ON_HOLD:
        raise ActivityOnHold(decision_at=shift.activity.decide_at)
    if shift.state == ActivityState.CLOSED:
        raise ActivityClosed
    check_deadline(shift, now)


def check_deadline(shift: Shift, now: int) -> None:
    """Whether people may still sign up. Raises DeadlinePassed."""
    if shift.deadline_at is not None and deadline_passed(shift, now):
        raise DeadlinePassed(deadline_at=shift.deadline_at)


def deadline_passed(shift: Shift, now: int) -> bool:
    """Whether it is too late to sign up."""
    return shift.deadline_at is not None and shift.deadline_at <= now


def moves_up(shift: Shift, now: int) -> bool:
    """Whether free places go to those who wait: not on hold, for then nothing is settled.

    Closed is not the end: who waits may still move up in an activity that takes no newcomers.
    """
    return shift.state in {ActivityState.PUBLISHED, ActivityState.CLOSED} and now < shift.starts_at


def is_late(shift: Shift, now: int, hours: int) -> bool:
    """Withdrawing so near to the start counts as late; illness does not."""
    return shift.starts_at - now < hours * HOUR


def behind_line(no_shows: int, limit: int) -> bool:
    """`limit` 0: nobody is put behind the line."""
    return 0 < limit <= no_shows


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


def passed_over(line: Sequence[SignUp], away: Collection[int], free: int, way: Way) -> list[SignUp]:
    """Past whom so many places go, because nothing reaches them: all of them, where everybody is told at once."""
    found: list[SignUp] = []
    for waiting in line:
        if waiting.id in away:
            found.append(waiting)
        elif way is not Way.OFFER_ALL:
            free -= 1
            if free <= 0:
                break
    return found


class Promotion(Frozen):
    """`deliver_at`: when people may be told; `ends_at`: until when an offer can be taken (None: no offer)."""

    way: Way
    deliver_at: int
    ends_at: int | None


def freed_place(starts_at: int, now: int, zone: ZoneInfo, settings: StationSettings) -> Promotion:
    """What to do with a place freed now, or left by an offer that ended now, in a shift that starts at `starts_at`.

    How it finds somebody depends on when they can be told, not only on when it was freed: an offer made in quiet hours
    is delivered after them, its hold counts from there, and so does the time to the start.
    """
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
