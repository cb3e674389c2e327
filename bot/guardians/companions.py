"""Who comes along with somebody under 14 may change while the guardian's consent stands: a name, not a new consent."""

from bot import telling
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.reading.names import one_name
from bot.ground.refusals import NotFound
from bot.ground.times import local_day, zone_named
from bot.ground.viewer import Viewer
from bot.guardians import wishes
from bot.guardians.acts import NAME_LIMIT, sealed
from bot.guardians.permissions import may_name_companion
from bot.guardians.rules import CompanionSought
from bot.people import rows as people
from bot.people.ages import AgeBand
from bot.people.consent import rows as consents
from bot.people.consent.rules import GuardianConsent
from bot.sign_ups.acting_for import seen_as

UNKEPT = "–"
"""Stands for a name that nothing may hold."""


async def begin(desk: Desk, *, child_id: int, shift_id: int = 0) -> CompanionSought:
    """Whom it is about. Raises NotFound, also where no consent stands that a companion could be added to."""
    child, _ = await consented(desk, child_id)
    return CompanionSought(child.id, child.person.name, shift_id)


async def consented(desk: Desk, child_id: int) -> tuple[Viewer, GuardianConsent]:
    child = await seen_as(desk, child_id)
    consent = await consents.consent_of(desk.tx, child_id)
    if consent is None or child.person.age_band != AgeBand.UNDER_14:
        raise NotFound
    if not may_name_companion(desk.viewer, child.person, child.memberships, consent.guardian_id):
        raise NotFound
    return child, consent


async def name(desk: Desk, *, child_id: int, companion: str | None) -> CompanionSought:
    """The viewer comes along where ``companion`` is None, else who is named. The child is told.

    Raises NotFound, EmptyText, TextTooLong.
    """
    child, consent = await consented(desk, child_id)
    named = None if companion is None else sealed(desk.tx, one_name(companion, NAME_LIMIT, "companion"), child_id)
    await consents.name_companion(
        desk.tx, consent.id, name=named, person_id=desk.viewer.id if companion is None else None
    )
    await note(desk, "companion_named", f"person:{child_id}")
    await wishes.tell(
        desk.tx, notices.CompanionNamed, child_id, desk.now, by=desk.viewer.id if companion is None else None
    )
    return CompanionSought(child_id, child.person.name, 0)


def held(desk: Desk, companion: str) -> str:
    """A typed name until it is confirmed: under lock, as it will be kept; '' without a data key.

    Raises EmptyText, TextTooLong.
    """
    named = one_name(companion, NAME_LIMIT, "companion")
    return desk.tx.vault.seal(named, held_place(desk.viewer)) if desk.tx.vault.has_key else ""


def confirmed(desk: Desk, kept: str) -> str:
    """The name again that `held` put away."""
    return desk.tx.vault.open(kept, held_place(desk.viewer)) if kept else UNKEPT


def held_place(viewer: Viewer) -> str:
    return f"person:{viewer.id}:companion_typed"


async def ask_guardian(desk: Desk) -> str | None:
    """The name of the guardian who agreed in the chat and is asked now; None where consent itself is missing."""
    consent = await consents.consent_of(desk.tx, desk.viewer.id)
    if consent is None or consent.guardian_id is None or not is_alone(desk.viewer, consent):
        return None
    if consent.valid_until < local_day(zone_named(desk.viewer.zone), desk.now):
        return None
    guardian = await people.person(desk.tx, consent.guardian_id)
    told = await telling.tell(
        desk.tx,
        notices.CompanionAsked(desk.viewer.id),
        guardian.id,
        key=f"companion_asked:person:{desk.viewer.id}:{desk.now}",
        subject=f"person:{desk.viewer.id}",
        now=desk.now,
    )
    return guardian.name if told else None


def is_alone(child: Viewer, consent: GuardianConsent) -> bool:
    """Under 14 with a guardian's word, and nobody comes along."""
    return child.person.age_band == AgeBand.UNDER_14 and not consent.companion


async def still_sought(desk: Desk, child_id: int) -> CompanionSought | None:
    """None where somebody was named meanwhile. Raises NotFound where the consent was taken back."""
    child, consent = await consented(desk, child_id)
    return CompanionSought(child.id, child.person.name, 0) if is_alone(child, consent) else None
