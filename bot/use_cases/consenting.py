"""The one answer to "may this person hold a place, as far as age and consent go". Sign-up and promotion ask here."""

from bot.domain.consent import check_age, check_consent, is_minor
from bot.domain.people import Person
from bot.storage import consents
from bot.storage.transaction import Tx


async def require_consent(
    tx: Tx, person: Person, *, at: int, zone: str, now: int, minimum_age: int | None = None
) -> None:
    """For something that begins ``at`` in this zone; consent must still hold on that day.

    Raises AgeBandMissing, NoGuardianConsent, ConsentExpired, CompanionMissing, TooYoung.
    """
    check_age(person, minimum_age)
    consent = await consents.consent_of(tx, person.id) if is_minor(person) else None
    check_consent(person, consent, at=at, zone=zone, now=now)
