"""Only confirmed and offered sign-ups hold a place; on the waiting list one is live, and so clashes, but holds none.

A sign-up with a `group_place_id` sits on a place that its group holds, so it never claims or frees one itself.
"""

from enum import StrEnum

from bot.domain.frozen import Frozen
from bot.domain.refusals import WrongState


class SignUpState(StrEnum):
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why a sign-up was withdrawn; the first four are the person's own."""

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


def check_step(state: SignUpState | None, wanted: SignUpState) -> None:
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


class Listed(Frozen):
    """A sign-up as a list shows it. `managed_by` is who speaks for a person without Telegram."""

    sign_up: SignUp
    name: str
    telegram: bool
    managed_by: int | None

    @property
    def reader_id(self) -> int:
        return reader_of(self.sign_up, telegram=self.telegram, managed_by=self.managed_by)


def reader_of(sign_up: SignUp, *, telegram: bool, managed_by: int | None) -> int:
    """Who reads about it: the person; without Telegram the one who manages them, else who signed them up."""
    return sign_up.person_id if telegram else managed_by or sign_up.created_by


class Counts(Frozen):
    """Heads of one shift: `unnamed` are group places still without a name; `silent` are confirmed without a yes."""

    confirmed: int
    offered: int
    waitlisted: int
    silent: int
    unnamed: int

    @property
    def coming(self) -> int:
        return self.confirmed + self.unnamed
