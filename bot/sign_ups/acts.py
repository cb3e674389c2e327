"""A newcomer waits while somebody else does, even where places are free: those in line come first.

Locks: person (two clashing shifts at once), activity (edited or closed meanwhile), shift (the line and its places).
"""

from bot.activities import rows as activities
from bot.activities.permissions import in_audience, may_manage, may_see
from bot.activities.rules import Shift
from bot.ground.frozen import replace
from bot.ground.refusals import NotFound, NotInAudience, NotRegistered, OthersClash, StaleCard, TrainingMissing
from bot.ground.viewer import Viewer
from bot.joining.own_teams import audience_name, teams_letting_in
from bot.people.consenting import require_consent
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import telling as notices
from bot.sign_ups.looks import SignedUp
from bot.sign_ups.permissions import may_sign_up_others
from bot.sign_ups.promotion import fill_free_places, is_open_to_all, take_place
from bot.sign_ups.rules import HALF_A_YEAR, SignUp, SignUpState, behind_line, check_coming, check_open
from bot.sign_ups.subjects import acted_for
from bot.sign_ups.telling import known_shift
from bot.stations.rows import settings_of
from bot.store.transaction import Lockable, Tx


async def sign_up(
    tx: Tx, viewer: Viewer, now: int, *, shift_id: int, person_id: int | None = None, revision: int | None = None
) -> SignedUp:
    """A place, or one in the line; what stands already stays as it is, but an offered or open place is taken.

    `person_id`: for someone the viewer may act for. `revision`: of the card that was pressed. Raises the refusals of
    `check_open`, `check_person` and `require_consent`; NotRegistered, NotFound, StaleCard, OfferGone.
    """
    if not viewer.registered:
        raise NotRegistered
    person = await acted_for(tx, viewer, person_id or viewer.id)
    shift = await held_shift(tx, shift_id, person.id)
    before = await sign_ups.live_sign_up(tx, shift_id, person.id)
    if before is None and not await is_visible(tx, viewer, shift):
        raise NotFound
    if revision is not None and revision != shift.revision:
        raise StaleCard(revision=shift.revision)
    if before is not None:
        return await pressed_again(tx, viewer, person, shift, before, now)
    check_open(shift, now)
    await check_person(tx, viewer, person, shift, now)
    made, shift = await placed(tx, viewer, person, shift, now)
    if person.id != viewer.id:
        await notices.signed_up_by(tx, made, by=viewer.id, now=now)
    return await outcome(tx, viewer, person, made, shift)


async def held_shift(tx: Tx, shift_id: int, person_id: int) -> Shift:
    """The shift with everything locked that decides about a sign-up. Raises NotFound."""
    shift = await activities.get_shift(tx, shift_id)
    if shift is None:
        raise NotFound
    locks: tuple[tuple[Lockable, int], ...] = (
        ("person", person_id),
        ("activity", shift.activity_id),
        ("shift", shift_id),
    )
    waited = [await tx.lock(what, id) for what, id in locks]
    return await known_shift(tx, shift_id) if any(waited) else shift


async def is_visible(tx: Tx, viewer: Viewer, shift: Shift) -> bool:
    """Who helps is looked up only where it decides: hardly ever."""
    if may_see(viewer, shift.activity, frozenset()):
        return True
    return may_see(viewer, shift.activity, await activities.helpers(tx, shift.activity_id))


async def pressed_again(tx: Tx, viewer: Viewer, person: Viewer, shift: Shift, before: SignUp, now: int) -> SignedUp:
    """Nothing changes, unless a place waits to be taken. Raises ActivityCancelled, ActivityStarted, OfferGone."""
    if before.state is SignUpState.CONFIRMED:
        return await outcome(tx, viewer, person, before, shift, again=True)
    check_coming(shift, now)
    if before.state is SignUpState.OFFERED or await is_open_to_all(tx, shift, now):
        await may_hold(tx, viewer, person, shift, now)
        taken = await take_place(tx, shift, before, now)
        return await outcome(tx, viewer, person, taken, await known_shift(tx, shift.id))
    return await outcome(tx, viewer, person, before, shift, again=True)


async def may_hold(tx: Tx, viewer: Viewer, person: Viewer, shift: Shift, now: int) -> None:
    """Raises what `require_consent` raises."""
    minimum_age = shift.activity.minimum_age
    await require_consent(
        tx, person.person, at=shift.starts_at, zone=shift.zone, now=now, minimum_age=minimum_age, by=viewer.id
    )


async def check_person(tx: Tx, viewer: Viewer, person: Viewer, shift: Shift, now: int) -> None:
    """One cause, the first. Raises NotInAudience, TrainingMissing, and as `require_consent` and `check_clash`."""
    activity = shift.activity
    led = person.id != viewer.id and may_manage(viewer, activity, await activities.helpers(tx, activity.id))
    if not led and not in_audience(person, activity):
        raise await outside(tx, viewer, person, shift)
    if activity.training is not None and not await sign_ups.is_trained(tx, person.id, activity.training):
        raise TrainingMissing(training=activity.training)
    await may_hold(tx, viewer, person, shift, now)
    await check_clash(tx, viewer, person, shift)


async def check_clash(tx: Tx, viewer: Viewer, person: Viewer, shift: Shift) -> None:
    """Raises Clash; to somebody else OthersClash, which says whose."""
    clash = await sign_ups.find_clash(
        tx, person.id, shift_id=shift.id, starts_at=shift.starts_at, ends_at=shift.ends_at
    )
    if clash is None:
        return
    if person.id == viewer.id:
        raise clash
    raise OthersClash(
        name=person.person.name, activity=clash.activity, starts_at=clash.starts_at, ends_at=clash.ends_at
    )


async def outside(tx: Tx, viewer: Viewer, person: Viewer, shift: Shift) -> NotInAudience:
    """Nobody joins a team on behalf of another person."""
    teams = await teams_letting_in(tx, viewer, shift.activity) if person.id == viewer.id else []
    return NotInAudience(audience=audience_name(shift.activity), shift=shift.id if teams else 0)


async def placed(tx: Tx, viewer: Viewer, person: Viewer, shift: Shift, now: int) -> tuple[SignUp, Shift]:
    """Confirmed on a free place, where nobody waits; else at the end of the line. With the shift as it is then."""
    if not await sign_ups.anyone_waits(tx, shift.id) and await sign_ups.claim_seats(tx, shift.id):
        made = await sign_ups.add(
            tx, shift_id=shift.id, person_id=person.id, state=SignUpState.CONFIRMED, by=viewer.id, now=now
        )
        return made, replace(shift, taken=shift.taken + 1)
    waiting = await sign_ups.add(
        tx,
        shift_id=shift.id,
        person_id=person.id,
        state=SignUpState.WAITLISTED,
        behind=await is_behind(tx, person.id, shift, now),
        by=viewer.id,
        now=now,
    )
    await fill_free_places(tx, shift.id, now)
    return await sign_ups.known(tx, waiting.id), await known_shift(tx, shift.id)


async def is_behind(tx: Tx, person_id: int, shift: Shift, now: int) -> bool:
    """Behind the line after too many no-shows, where the station wants it so."""
    limit = (await settings_of(tx, shift.station_id)).no_show_limit
    if limit == 0:
        return False
    _, missed = await sign_ups.reliability(tx, person_id, since=now - HALF_A_YEAR, now=now)
    return behind_line(missed, limit)


async def outcome(
    tx: Tx, viewer: Viewer, person: Viewer, stands: SignUp, shift: Shift, *, again: bool = False
) -> SignedUp:
    waits = stands.state is SignUpState.WAITLISTED
    return SignedUp(
        sign_up=stands,
        shift=shift,
        position=await sign_ups.position(tx, stands) if waits else None,
        open_place=waits and stands.offered_at is not None,
        again=again,
        name=None if person.id == viewer.id else person.person.name,
        others=may_sign_up_others(viewer, shift.activity),
    )
