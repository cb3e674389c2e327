"""Who comes along with somebody under 14 may change while the guardian's consent stands: a name, not a new consent."""

from bot import telling
from bot.ground.refusals import NotFound
from bot.ground.text import line
from bot.ground.times import local_day, zone_named
from bot.ground.viewer import Viewer
from bot.guardians import wishes
from bot.guardians.acts import NAME_LIMIT, sealed
from bot.guardians.permissions import may_name_companion
from bot.guardians.rules import CompanionSought
from bot.people import consent_rows as consents
from bot.people import rows as people
from bot.people.consent import AgeBand, GuardianConsent
from bot.sign_ups.subjects import seen_as
from bot.store import audit
from bot.store.transaction import Tx

ASKED = "companion_asked"
UNKEPT = "–"
"""Stands for a name that nothing may hold."""


async def begin(tx: Tx, viewer: Viewer, *, child_id: int, shift_id: int = 0) -> CompanionSought:
    """Whom it is about. Raises NotFound, also where no consent stands that a companion could be added to."""
    child, _ = await consented(tx, viewer, child_id)
    return CompanionSought(child.id, child.person.name, shift_id)


async def consented(tx: Tx, viewer: Viewer, child_id: int) -> tuple[Viewer, GuardianConsent]:
    child = await seen_as(tx, viewer, child_id)
    consent = await consents.consent_of(tx, child_id)
    if consent is None or child.person.age_band != AgeBand.UNDER_14:
        raise NotFound
    if not may_name_companion(viewer, child.person, child.memberships, consent.guardian_id):
        raise NotFound
    return child, consent


async def name(tx: Tx, viewer: Viewer, now: int, *, child_id: int, companion: str | None) -> CompanionSought:
    """The viewer comes along where ``companion`` is None, else who is named. The child is told.

    Raises NotFound, EmptyText, TextTooLong.
    """
    child, consent = await consented(tx, viewer, child_id)
    named = None if companion is None else sealed(tx, line("companion", companion, NAME_LIMIT), child_id)
    await consents.name_companion(tx, consent.id, name=named, person_id=viewer.id if companion is None else None)
    await audit.note(tx, at=now, actor_id=viewer.id, act="companion_named", subject=f"person:{child_id}")
    await wishes.tell(tx, wishes.COMPANION, child_id, now, by=viewer.id if companion is None else None)
    return CompanionSought(child_id, child.person.name, 0)


def held(tx: Tx, viewer: Viewer, companion: str) -> str:
    """A typed name until it is confirmed: under lock, as it will be kept; '' without a data key.

    Raises EmptyText, TextTooLong.
    """
    named = line("companion", companion, NAME_LIMIT)
    return tx.vault.seal(named, held_place(viewer)) if tx.vault.has_key else ""


def confirmed(tx: Tx, viewer: Viewer, kept: str) -> str:
    """The name again that `held` put away."""
    return tx.vault.open(kept, held_place(viewer)) if kept else UNKEPT


def held_place(viewer: Viewer) -> str:
    return f"person:{viewer.id}:companion_typed"


async def ask_guardian(tx: Tx, viewer: Viewer, now: int) -> str | None:
    """The name of the guardian who agreed in the chat and is asked now; None where consent itself is missing."""
    consent = await consents.consent_of(tx, viewer.id)
    if consent is None or consent.guardian_id is None or not is_alone(viewer, consent):
        return None
    if consent.valid_until < local_day(zone_named(viewer.zone), now):
        return None
    guardian = await people.person(tx, consent.guardian_id)
    told = await telling.queue_notice(
        tx,
        kind=ASKED,
        key=f"{ASKED}:person:{viewer.id}:{now}",
        person_id=guardian.id,
        subject=f"person:{viewer.id}",
        facts={"child": viewer.id},
        now=now,
    )
    return guardian.name if told else None


def is_alone(child: Viewer, consent: GuardianConsent) -> bool:
    """Under 14 with a guardian's word, and nobody comes along."""
    return child.person.age_band == AgeBand.UNDER_14 and not consent.companion


async def still_sought(tx: Tx, guardian: Viewer, child_id: int) -> CompanionSought | None:
    """None where somebody was named meanwhile, or the consent taken back."""
    try:
        child, consent = await consented(tx, guardian, child_id)
    except NotFound:
        return None
    return CompanionSought(child.id, child.person.name, 0) if is_alone(child, consent) else None
