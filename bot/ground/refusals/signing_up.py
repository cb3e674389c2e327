"""Why an activity, a sign-up or an offer says no: one cause each, the first that applies."""

from bot.ground.refusals.base import Refusal


class TrainingMissing(Refusal):
    """The activity asks for a training that the person has not done."""

    training: str


class NotInAudience(Refusal):
    """For a team or station the person does not belong to; `shift`: whose audience is open to them, or 0."""

    audience: str
    shift: int = 0


class ActivityClosed(Refusal):
    """The lead has closed sign-ups."""


class ActivityOnHold(Refusal):
    """Nothing is settled before `decision_at`."""

    decision_at: int | None


class ActivityStarted(Refusal):
    """The shift began at `starts_at`."""

    starts_at: int


class ActivityOver(Refusal):
    """The shift ended at `ends_at`."""

    ends_at: int


class ActivityCancelled(Refusal):
    """Cancelled; `reason` is a reason code."""

    reason: str


class Clash(Refusal):
    """Another live sign-up of the same person overlaps this shift. `shift`, `person` and `revision` say what could be
    taken instead; 0 where that is not offered."""

    activity: str
    starts_at: int
    ends_at: int
    shift: int = 0
    person: int = 0
    revision: int = 0


class WaitsThen(Clash):
    """The other one is a wait for a place."""


class OthersClash(Clash):
    """The same, said to whoever acts for the person."""

    name: str = ""


class OthersWaitThen(OthersClash):
    """Somebody else waits for a place then."""


class FullInstead(Refusal):
    """`wanted` is full, so that nothing is given up for it: `kept` stays."""

    wanted: str
    kept: str


class DeadlinePassed(Refusal):
    """Sign-ups were possible until `deadline_at`."""

    deadline_at: int


class AlreadySignedUp(Refusal):
    """Somebody named for a group has a live sign-up of their own."""

    name: str


class NotSignedUp(Refusal):
    """There is no live sign-up to change."""


class CapacityBelowTaken(Refusal):
    """More places are taken than the new capacity has; `names` are those who hold them."""

    capacity: int
    taken: int
    names: tuple[str, ...]


class NotEnoughPlaces(Refusal):
    """A group asks for more places than are free."""

    wanted: int
    free: int


class GroupTeamsOnly(Refusal):
    """Group places are for group teams."""


class NamesClosed(Refusal):
    """The names for group places were due at `due_at`."""

    due_at: int


class OfferGone(Refusal):
    """The offered place has run out or gone to someone else."""


class StaleCard(Refusal):
    """The card was made before revision `revision`: answer with a fresh one."""

    revision: int


class WrongState(Refusal):
    """What was asked is not possible from this state (both are state codes)."""

    state: str
    wanted: str


class RollCallNotOpen(Refusal):
    """The roll-call opens at `opens_at`."""

    opens_at: int


class NotBegun(Refusal):
    """Only possible once the shift has begun, at `starts_at`."""

    starts_at: int


class NotOnRoll(Refusal):
    """Checks in without a place: the lead adds who walks in."""


class RollCallFinished(Refusal):
    """The roll-call was closed; corrections go over the records."""


class CheckInClosed(Refusal):
    """No check-in outside the shift's time."""


class AlreadyCheckedIn(Refusal):
    """Checked in at `at`."""

    at: int


class AlreadyCheckedOut(Refusal):
    """Left at `at`."""

    at: int
