"""Why hours are not taken or verified; minutes are whole minutes, days are ISO dates of the station."""

from bot.ground.refusals.base import Refusal


class OwnRecord(Refusal):
    """Nobody verifies their own record, not through a second role either."""


class StaffOnDuty(Refusal):
    """Staff earn no volunteer hours on duty."""


class NeedsCoordinator(Refusal):
    """More than `limit` minutes in one day: a coordinator verifies."""

    minutes: int
    limit: int


class NeedsAdministrator(Refusal):
    """More than `limit` minutes in one day: an administrator verifies, with a reason."""

    minutes: int
    limit: int


class ReasonMissing(Refusal):
    """This step needs a reason in words."""


class RecordsOverlap(Refusal):
    """The person has another record at that time; `activity` is '' where nobody said what was done."""

    activity: str
    starts_at: int
    ends_at: int


class InTheFuture(Refusal):
    """Only what is past can be recorded."""

    at: int


class TooOldToLog(Refusal):
    """Older than `limit` days: `needs` is the code of the role that can enter it."""

    days: int
    limit: int
    needs: str


class TooShort(Refusal):
    """Under the least number of minutes."""

    minutes: int
    lowest: int


class TooLong(Refusal):
    """Over the highest number of minutes."""

    minutes: int
    highest: int


class AlreadyVerified(Refusal):
    """Verified before: a change is a correction."""


class AlreadyCorrected(Refusal):
    """Reversed before: correct the newer record."""


class NothingToCorrect(Refusal):
    """The correction says what the record says already."""


class MonthClosed(Refusal):
    """The month ('YYYY-MM') is closed; corrections count in the month they are made."""

    month: str


class UnknownScope(Refusal):
    """No team or station of this name among those whose hours the reader may see."""

    name: str


class QuestionTooLate(Refusal):
    """Questions about a statement were possible until `until`."""

    until: int
