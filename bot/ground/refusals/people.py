"""Who may do what: `NotFound` also answers for what exists but is not yours, so that nobody can probe."""

from bot.ground.refusals.base import Refusal


class NotFound(Refusal):
    """Does not exist, or is not this person's to see: the same answer for both."""


class NoWayIn(Refusal):
    """Behind a link: no such activity, or one of a team joined by invitation only. The same answer for both."""


class NotRegistered(Refusal):
    """The person has not joined yet."""


class NoConsent(Refusal):
    """The privacy notice has not been agreed to, so nothing may be stored."""


class NoGuardianConsent(Refusal):
    """Under 18 without a guardian's valid consent."""


class ConsentExpired(Refusal):
    """The guardian's consent on paper ran out (it is valid for twelve months)."""

    expired_at: int


class CompanionMissing(Refusal):
    """Under 14: a companion must be named too."""


class AgeBandMissing(Refusal):
    """The age band is needed here and was never asked, or must be asked again."""


class MinorOnRecord(Refusal):
    """On record as under ``age``, 14 or 18: nobody lifts the need of a companion or a guardian alone, staff do."""

    age: int


class OthersConsentMissing(Refusal):
    """No valid guardian's consent, said to whoever acts for a person: they cannot ask that person's guardian."""

    name: str


class OthersCompanionMissing(Refusal):
    """Under 14 and nobody comes along, said to whoever acts for the person: they can say who."""

    person: int
    name: str


class OthersAgeMissing(Refusal):
    """The age band of somebody one acts for is needed here."""

    name: str


class TooYoung(Refusal):
    """The activity asks for a higher age."""

    minimum_age: int


class NotAnAdult(Refusal):
    """Only an adult may give consent for someone else."""


class GuardianIsSelf(Refusal):
    """Nobody consents for themselves as a guardian."""


class NotAllowed(Refusal):
    """The role is not enough; `needs` is the code of the lowest role that may."""

    needs: str


class NotForManagedPeople(Refusal):
    """Needs an account on Telegram, which this person does not have."""


class NotAMember(Refusal):
    """The person is not in this team."""

    team: str


class AlreadyMember(Refusal):
    """The person is in this team already."""

    team: str


class TooManyCaptains(Refusal):
    """A team has at most `limit` captains."""

    limit: int


class RoleHeldAlready(Refusal):
    """The person holds this role here or above."""

    role: str


class LastAdministrator(Refusal):
    """Withdrawing or erasing would leave nobody who administers."""


class StillNeeded(Refusal):
    """Cannot go while others depend on it; `names` are coming activities or teams that need someone else first."""

    names: tuple[str, ...]


class NameTaken(Refusal):
    """Another one of this kind bears the name here."""

    name: str


class InvitationInvalid(Refusal):
    """No such invitation."""


class InvitationExpired(Refusal):
    """The invitation ran out."""

    expired_at: int


class InvitationUsed(Refusal):
    """All uses of the invitation are spent."""


class InvitationsPaused(Refusal):
    """Too many wrong invitations from this person."""

    until: int


class CodeWrong(Refusal):
    """The check-in or console code is not right."""

    tries_left: int


class CodeExpired(Refusal):
    """The code was right, but its time is over."""


class TooManyTries(Refusal):
    """Wrong codes too often."""

    until: int


class ContactOfSomeoneElse(Refusal):
    """The shared contact is not the sender's own."""


class NoDataKey(Refusal):
    """Without the data key neither phone numbers nor guardians' names are kept."""
