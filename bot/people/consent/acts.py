"""The one answer to "may this person hold a place, as far as age and consent go". Sign-up and promotion ask here."""

from bot.ground.refusals import (
    AgeBandMissing,
    CompanionMissing,
    ConsentExpired,
    NoGuardianConsent,
    OthersAgeMissing,
    OthersCompanionMissing,
    OthersConsentMissing,
)
from bot.ground.viewer import Person
from bot.people.ages import check_age, is_minor
from bot.people.consent import rows as consents
from bot.people.consent.rules import check_consent
from bot.store.transaction import Tx


async def require_consent(
    tx: Tx, person: Person, *, at: int, zone: str, now: int, minimum_age: int | None = None, by: int | None = None
) -> None:
    """For something that begins ``at`` in this zone; consent must still hold on that day. ``by``: who acts for them.

    Raises AgeBandMissing, NoGuardianConsent, ConsentExpired, CompanionMissing, TooYoung; to somebody else
    OthersAgeMissing, OthersConsentMissing, OthersCompanionMissing, TooYoung.
    """
    consent = await consents.consent_of(tx, person.id) if is_minor(person) else None
    try:
        check_age(person, minimum_age)
        check_consent(person, consent, at=at, zone=zone, now=now)
    except (NoGuardianConsent, ConsentExpired) as own:
        if by in {None, person.id}:
            raise
        raise OthersConsentMissing(name=person.name) from own
    except CompanionMissing as own:
        if by in {None, person.id}:
            raise
        raise OthersCompanionMissing(person=person.id, name=person.name) from own
    except AgeBandMissing as own:
        if by in {None, person.id}:
            raise
        raise OthersAgeMissing(name=person.name) from own
