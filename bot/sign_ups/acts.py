"""A newcomer waits while somebody else does, even where places are free: those in line come first.

Locks: person (two clashing shifts at once), activity (edited or closed meanwhile), shift (the line and its places).
"""

from bot.activities import rows as activities
from bot.activities.permissions import in_audience, may_manage, may_see
from bot.activities.rules import Shift, check_coming
from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.refusals import NotFound, NotInAudience, NotRegistered, OthersClash, StaleCard, TrainingMissing
from bot.ground.viewer import Viewer
from bot.joining.own_teams import audience_name, teams_letting_in
from bot.people.consenting import require_consent
from bot.sign_ups import line_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import telling as notices
from bot.sign_ups.looks import SignedUp
from bot.sign_ups.permissions import may_sign_up_others
from bot.sign_ups.promotion import fill_free_places, is_open_to_all, take_place
from bot.sign_ups.rules import HALF_A_YEAR, SignUp, SignUpState, behind_line, check_open
from bot.sign_ups.subjects import acted_for
from bot.sign_ups.telling import known_shift
from bot.stations.rows import settings_of
from bot.store.transaction import Lockable, Tx


async def sign_up(desk: Desk, *, shift_id: int, person_id: int | None = None, revision: int | None = None) -> SignedUp:
    """A place, or one in the line; what stands already stays as it is, but an offered or open place is taken.

    `person_id`: for someone the viewer may act for. `revision`: of the card that was pressed. Raises the refusals of
    `check_open`, `check_person` and `require_consent`; NotRegistered, NotFound, StaleCard, OfferGone.
    """
    if not desk.viewer.registered:
        raise NotRegistered
    person = await acted_for(desk, person_id or desk.viewer.id)
    shift = await held_shift(desk.tx, shift_id, person.id)
    before = await sign_ups.live_sign_up(desk.tx, shift_id, person.id)
    if before is None and not await is_visible(desk, shift):
        raise NotFound
    if revision is not None and revision != shift.revision:
        raise StaleCard(revision=shift.revision)
    if before is not None:
        return await pressed_again(desk, person, shift, before)
    check_open(shift, desk.now)
    await check_person(desk, person, shift)
    made, shift = await placed(desk, person, shift)
    if person.id != desk.viewer.id:
        await notices.signed_up_by(desk.tx, made, by=desk.viewer.id, now=desk.now)
    return await outcome(desk, person, made, shift)


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


async def is_visible(desk: Desk, shift: Shift) -> bool:
    """Who helps is looked up only where it decides: hardly ever."""
    if may_see(desk.viewer, shift.activity, frozenset()):
        return True
    return may_see(desk.viewer, shift.activity, await activities.helpers(desk.tx, shift.activity_id))


async def pressed_again(desk: Desk, person: Viewer, shift: Shift, before: SignUp) -> SignedUp:
    """Nothing changes, unless a place waits to be taken. Raises ActivityCancelled, ActivityStarted, OfferGone."""
    if before.state is SignUpState.CONFIRMED:
        return await outcome(desk, person, before, shift, again=True)
    check_coming(shift, desk.now)
    if before.state is SignUpState.OFFERED or await is_open_to_all(desk.tx, shift, desk.now):
        await may_hold(desk, person, shift)
        taken = await take_place(desk.tx, shift, before, desk.now)
        return await outcome(desk, person, taken, await known_shift(desk.tx, shift.id))
    return await outcome(desk, person, before, shift, again=True)


async def may_hold(desk: Desk, person: Viewer, shift: Shift) -> None:
    """Raises what `require_consent` raises."""
    minimum_age = shift.activity.minimum_age
    await require_consent(
        desk.tx,
        person.person,
        at=shift.starts_at,
        zone=shift.zone,
        now=desk.now,
        minimum_age=minimum_age,
        by=desk.viewer.id,
    )


async def check_person(desk: Desk, person: Viewer, shift: Shift) -> None:
    """One cause, the first. Raises NotInAudience, TrainingMissing, and as `require_consent` and `check_clash`."""
    activity = shift.activity
    led = person.id != desk.viewer.id and may_manage(
        desk.viewer, activity, await activities.helpers(desk.tx, activity.id)
    )
    if not led and not in_audience(person, activity):
        raise await outside(desk, person, shift)
    if activity.training is not None and not await sign_ups.is_trained(desk.tx, person.id, activity.training):
        raise TrainingMissing(training=activity.training)
    await may_hold(desk, person, shift)
    await check_clash(desk, person, shift)


async def check_clash(desk: Desk, person: Viewer, shift: Shift) -> None:
    """Raises Clash; to somebody else OthersClash, which says whose."""
    clash = await sign_ups.find_clash(
        desk.tx, person.id, shift_id=shift.id, starts_at=shift.starts_at, ends_at=shift.ends_at
    )
    if clash is None:
        return
    if person.id == desk.viewer.id:
        raise clash
    raise OthersClash(
        name=person.person.name, activity=clash.activity, starts_at=clash.starts_at, ends_at=clash.ends_at
    )


async def outside(desk: Desk, person: Viewer, shift: Shift) -> NotInAudience:
    """Nobody joins a team on behalf of another person."""
    teams = await teams_letting_in(desk, shift.activity) if person.id == desk.viewer.id else []
    return NotInAudience(audience=audience_name(shift.activity), shift=shift.id if teams else 0)


async def placed(desk: Desk, person: Viewer, shift: Shift) -> tuple[SignUp, Shift]:
    """Confirmed on a free place, where nobody waits; else at the end of the line. With the shift as it is then."""
    if not await line_rows.anyone_waits(desk.tx, shift.id) and await line_rows.claim_seats(desk.tx, shift.id):
        made = await sign_ups.add(
            desk.tx,
            shift_id=shift.id,
            person_id=person.id,
            state=SignUpState.CONFIRMED,
            by=desk.viewer.id,
            now=desk.now,
        )
        return made, replace(shift, taken=shift.taken + 1)
    waiting = await sign_ups.add(
        desk.tx,
        shift_id=shift.id,
        person_id=person.id,
        state=SignUpState.WAITLISTED,
        behind=await is_behind(desk.tx, person.id, shift, desk.now),
        by=desk.viewer.id,
        now=desk.now,
    )
    await fill_free_places(desk.tx, shift.id, desk.now)
    return await sign_ups.known(desk.tx, waiting.id), await known_shift(desk.tx, shift.id)


async def is_behind(tx: Tx, person_id: int, shift: Shift, now: int) -> bool:
    """Behind the line after too many no-shows, where the station wants it so."""
    limit = (await settings_of(tx, shift.station_id)).no_show_limit
    if limit == 0:
        return False
    _, missed = await sign_ups.reliability(tx, person_id, since=now - HALF_A_YEAR, now=now)
    return behind_line(missed, limit)


async def outcome(desk: Desk, person: Viewer, stands: SignUp, shift: Shift, *, again: bool = False) -> SignedUp:
    waits = stands.state is SignUpState.WAITLISTED
    return SignedUp(
        sign_up=stands,
        shift=shift,
        position=await line_rows.position(desk.tx, stands) if waits else None,
        open_place=waits and stands.offered_at is not None,
        again=again,
        name=None if person.id == desk.viewer.id else person.person.name,
        others=may_sign_up_others(desk.viewer, shift.activity),
    )
