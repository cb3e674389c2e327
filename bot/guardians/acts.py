"""Consent in the chat: the minor forwards a link, an adult opens it and agrees. The answer uses the link up."""

from bot import telling
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.reading.names import one_name
from bot.ground.refusals import (
    AgeBandMissing,
    CompanionMissing,
    GuardianIsSelf,
    InvitationInvalid,
    InvitationUsed,
    NotAnAdult,
    NotFound,
    Refusal,
)
from bot.ground.times import DAY, local_day, zone_named
from bot.ground.viewer import Person, Viewer
from bot.guardians import wishes
from bot.guardians.permissions import may_ask_guardian, may_consent_for
from bot.guardians.rules import Agreed, Asked, ConsentEnded, Wanted
from bot.invitations import rows as invitations
from bot.invitations.acts import looked_up, new_code
from bot.invitations.rules import Invitation
from bot.people import rows as people
from bot.people.ages import AgeBand, is_minor, must_ask_age
from bot.people.consent import rows as consents
from bot.people.consent.rules import Ward
from bot.sign_ups.rules import Reason
from bot.sign_ups.withdrawing import give_up_all
from bot.store.transaction import Tx

LINK_DAYS = 7
NAME_LIMIT = 40  # code points


async def ask(desk: Desk) -> str:
    """The code of a link for the guardian, good for one answer within seven days.

    Raises NotFound for adults, AgeBandMissing where the exact band must be asked first.
    """
    if not may_ask_guardian(desk.viewer):
        raise NotFound
    if must_ask_age(desk.viewer.person, desk.now):
        raise AgeBandMissing
    code = new_code()
    await invitations.add_invitation(
        desk.tx,
        code=code,
        purpose="guardian",
        uses=1,
        expires_at=desk.now + LINK_DAYS * DAY,
        created_by=desk.viewer.id,
        now=desk.now,
        person_id=desk.viewer.id,
    )
    return code


async def wanted(desk: Desk) -> Wanted:
    """What this minor asks a guardian about."""
    return await wishes.wanted(desk.tx, desk.viewer.id)


async def opened(desk: Desk, code: str) -> Asked | Refusal:
    """What the link asks of this viewer, or why not: InvitationInvalid, -Expired, -Used, InvitationsPaused,
    GuardianIsSelf, NotAnAdult. Returned, not raised: the note of a wrong code must stay.

    Raises NotRegistered.
    """
    found = await looked_up(desk, code, "guardian")
    invitation = await invitations.by_code(desk.tx, code) if isinstance(found, InvitationUsed) else found
    if not isinstance(invitation, Invitation):
        return found if isinstance(found, Refusal) else InvitationInvalid()
    child = await people.person(desk.tx, invitation.person_id or 0)
    if child.state == "erased" or not is_minor(child):
        return InvitationInvalid()
    if desk.viewer.id == child.id:
        return GuardianIsSelf()
    if not may_consent_for(desk.viewer, child):
        return NotAnAdult()
    consent = await consents.consent_of(desk.tx, child.id)
    given = consent is not None and consent.guardian_id == desk.viewer.id
    if isinstance(found, Refusal) and not given:
        return found
    alone = child.age_band == AgeBand.UNDER_14
    return Asked(child, invitation.id, alone, isinstance(found, Refusal), await wishes.wanted(desk.tx, child.id))


async def agree(desk: Desk, code: str, *, comes_along: bool = False, companion: str | None = None) -> Agreed | Refusal:
    """Twelve months from today; the minor is told. Under 14 the guardian comes along or names who does.

    Pressed again it changes nothing. Returns what `opened` returns; raises CompanionMissing, EmptyText, TextTooLong.
    """
    asked = await opened(desk, code)
    if isinstance(asked, Refusal):
        return asked
    if asked.answered:
        return await standing(desk, asked.child.id)
    if asked.companion_needed and not comes_along and companion is None:
        raise CompanionMissing
    named = one_name(companion, NAME_LIMIT, "companion") if companion is not None else None
    if not await invitations.take_use(desk.tx, asked.invitation_id, desk.now):
        return InvitationUsed()
    await record(
        desk,
        asked.child.id,
        companion_name=None if named is None else sealed(desk.tx, named, asked.child.id),
        companion_id=desk.viewer.id if comes_along else None,
    )
    return await standing(desk, asked.child.id)


async def standing(desk: Desk, child_id: int) -> Agreed:
    """What this viewer agreed to, and can take back. Raises NotFound."""
    consent = await consents.consent_of(desk.tx, child_id)
    if consent is None or consent.guardian_id != desk.viewer.id:
        raise NotFound
    return Agreed(await people.person(desk.tx, child_id), consent.given_on, consent.valid_until)


async def wards(desk: Desk) -> list[Ward]:
    """For whom this viewer's word stands."""
    return await consents.wards_of(desk.tx, desk.viewer.id)


async def agree_again(desk: Desk, child_id: int) -> Agreed:
    """After taking it back: twelve months from today, with the same companion. Again changes nothing.

    Raises NotFound where this viewer never agreed, or somebody else's word stands meanwhile.
    """
    before = await consents.companion_before(desk.tx, child_id, desk.viewer.id)
    child = await people.person(desk.tx, child_id)
    if before is None or child.state == "erased" or not is_minor(child) or not may_consent_for(desk.viewer, child):
        raise NotFound
    if await consents.consent_of(desk.tx, child_id) is None:
        name, companion = before
        await record(desk, child_id, companion_name=name, companion_id=companion)
    return await standing(desk, child_id)


async def record(desk: Desk, child_id: int, *, companion_name: str | None, companion_id: int | None) -> None:
    await consents.add_consent(
        desk.tx,
        person_id=child_id,
        way="chat",
        given_on=local_day(zone_named(desk.viewer.zone), desk.now),
        now=desk.now,
        guardian_id=desk.viewer.id,
        companion_name=companion_name,
        companion_id=companion_id,
    )
    await wishes.tell(desk.tx, notices.GuardianAgreed, child_id, desk.now, by=desk.viewer.id)
    await note(desk, "consent_given", f"person:{child_id}")


def sealed(tx: Tx, name: str, child_id: int) -> str:
    """Without a data key the name is not kept; that somebody was named is."""
    return tx.vault.seal(name, f"person:{child_id}:companion") if tx.vault.has_key else ""


async def take_back(desk: Desk, child_id: int) -> Person:
    """No new place from now on, and those held go to the next in line. Raises NotFound."""
    child = (await standing(desk, child_id)).child
    await desk.tx.lock("person", child.id)
    await end(desk, child)
    return child


async def end(desk: Desk, child: Person) -> None:
    """The child is locked by the caller."""
    await consents.withdraw_consent(desk.tx, child.id, desk.now)
    await give_up_all(desk.tx, child.id, desk.now, by=desk.viewer.id, reason=Reason.FAMILY)
    await tell_ended(desk.tx, child.id, desk.now, guardian=desk.viewer.id)
    await note(desk, "consent_taken_back", f"person:{child.id}")


async def leave(desk: Desk) -> None:
    """Who goes for good agrees to nothing any more, and comes along with nobody. `charges` are locked by the caller."""
    for ward in await consents.wards_of(desk.tx, desk.viewer.id):
        await end(desk, await people.person(desk.tx, ward.child_id))
    for child_id in await consents.company_of(desk.tx, desk.viewer.id):
        await consents.clear_companion(desk.tx, child_id, desk.viewer.id)
        await give_up_all(desk.tx, child_id, desk.now, by=desk.viewer.id, reason=Reason.FAMILY)
        await tell_ended(desk.tx, child_id, desk.now, guardian=0)


async def charges(desk: Desk) -> list[int]:
    """The children who need this viewer."""
    return [ward.child_id for ward in await consents.wards_of(desk.tx, desk.viewer.id)] + await consents.company_of(
        desk.tx, desk.viewer.id
    )


async def tell_ended(tx: Tx, child_id: int, now: int, *, guardian: int) -> None:
    """`guardian` 0: the consent stands, only nobody comes along any more."""
    await telling.tell(
        tx,
        notices.GuardianTookBack(guardian),
        child_id,
        key=f"guardian_took_back:person:{child_id}:{now}",
        subject=f"person:{child_id}",
        now=now,
    )


def needs_age(viewer: Viewer, now: int) -> bool:
    """Whether the exact age group must be asked before a guardian is."""
    return must_ask_age(viewer.person, now)


async def ended(tx: Tx, guardian_id: int) -> ConsentEnded:
    """What a minor hears of it. The name of who has erased themselves meanwhile is not known any more."""
    name = (await people.person(tx, guardian_id)).name if guardian_id else ""
    return ConsentEnded(name, companion_only=not guardian_id)
