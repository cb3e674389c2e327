"""A newcomer waits while somebody else does, even where places are free: those in line come first.

Locks: person (two clashing shifts at once), activity (edited or closed meanwhile), shift (the line and its places).
"""

from typing import Any

from bot.activities import rows as activities
from bot.activities.permissions import in_audience, may_manage, may_see
from bot.activities.rules import Shift, check_coming
from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.refusals import (
    Clash,
    NotFound,
    NotInAudience,
    NotRegistered,
    OthersClash,
    OthersWaitThen,
    StaleCard,
    TrainingMissing,
    WaitsThen,
)
from bot.ground.viewer import Viewer
from bot.joining.own_teams import audience_name, teams_letting_in
from bot.people.consent.acts import require_consent
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import telling as notices
from bot.sign_ups import waiting_line_rows as lines
from bot.sign_ups.acting_for import acted_for
from bot.sign_ups.clashes import rows as clashes
from bot.sign_ups.permissions import may_sign_up_others
from bot.sign_ups.promotion import fill_free_places, is_open_to_all, take_place
from bot.sign_ups.rules import HALF_A_YEAR, SignUp, SignUpState, behind_line, check_open
from bot.sign_ups.shown import SignedUp
from bot.sign_ups.telling import known_shift
from bot.stations.rows import settings_of
from bot.store.transaction import Tx


async def sign_up(
    desk: Desk, *, shift_id: int, person_id: int | None = None, revision: int | None = None, told: bool = True
) -> SignedUp:
    """A place, or one in the line; what stands already stays as it is, but an offered or open place is taken.

    `person_id`: for someone the viewer may act for. `revision`: of the card that was pressed. `told`: the person hears
    of it, unless whoever signs up several tells them. Raises the refusals of `check_open`, `check_person` and
    `require_consent`; NotRegistered, NotFound, StaleCard, OfferGone.
    """
    if not desk.viewer.registered:
        raise NotRegistered
    person = await acted_for(desk, person_id or desk.viewer.id)
    seen = await held(desk.tx, shift_id, person.id)
    shift = seen.shift
    before = await sign_ups.live_sign_up(desk.tx, shift_id, person.id) if seen.stands else None
    if before is None and not await is_visible(desk, shift):
        raise NotFound
    if revision is not None and revision != shift.revision:
        raise StaleCard(revision=shift.revision)
    if before is not None:
        return await pressed_again(desk, person, shift, before)
    check_open(shift, desk.now)
    await check_person(desk, person, seen)
    made, shift = await placed(desk, person, seen)
    if told and person.id != desk.viewer.id:
        await notices.signed_up_by(desk.tx, made, by=desk.viewer.id, now=desk.now)
    return await outcome(desk, person, made, shift)


async def held(tx: Tx, shift_id: int, person_id: int) -> sign_ups.Before:
    """The shift with everything locked that decides about a sign-up. Raises NotFound."""
    await tx.lock_place(person_id, shift_id)
    return await as_it_is(tx, shift_id, person_id)


async def as_it_is(tx: Tx, shift_id: int, person_id: int) -> sign_ups.Before:
    """Raises NotFound."""
    seen = await sign_ups.look_before(tx, shift_id, person_id)
    if seen is None:
        raise NotFound
    return seen


async def is_visible(desk: Desk, shift: Shift) -> bool:
    """Who helps is looked up only where it decides: hardly ever."""
    if may_see(desk.viewer, shift.activity, frozenset()):
        return True
    return may_see(desk.viewer, shift.activity, await activities.helpers(desk.tx, shift.activity_id))


async def pressed_again(desk: Desk, person: Viewer, shift: Shift, before: SignUp) -> SignedUp:
    """Nothing changes, unless a place waits to be taken.

    Raises ActivityCancelled, ActivityStarted, OfferGone, and as `check_clash`.
    """
    if before.state is SignUpState.CONFIRMED:
        return await outcome(desk, person, before, shift, again=True)
    check_coming(shift, desk.now)
    if before.state is SignUpState.OFFERED or await is_open_to_all(desk.tx, shift, desk.now):
        await may_hold(desk, person, shift)
        await check_clash(desk, person, shift)
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


async def check_person(desk: Desk, person: Viewer, seen: sign_ups.Before) -> None:
    """One cause, the first. Raises NotInAudience, TrainingMissing, and as `require_consent` and `check_clash`."""
    shift = seen.shift
    activity = shift.activity
    led = person.id != desk.viewer.id and may_manage(
        desk.viewer, activity, await activities.helpers(desk.tx, activity.id)
    )
    if not led and not in_audience(person, activity):
        raise await outside(desk, person, shift)
    if activity.training is not None and not await sign_ups.is_trained(desk.tx, person.id, activity.training):
        raise TrainingMissing(training=activity.training)
    await may_hold(desk, person, shift)
    if seen.clashes:
        await check_clash(desk, person, shift)


async def check_clash(desk: Desk, person: Viewer, shift: Shift, *, instead: bool = True) -> None:
    """Raises Clash or, where the other is a wait, WaitsThen; to somebody else OthersClash or OthersWaitThen.

    `instead`: this one can be taken instead of it.
    """
    hours = {"starts_at": shift.starts_at, "ends_at": shift.ends_at}
    found = await clashes.overlaps(desk.tx, person.id, shift_id=shift.id, **hours)
    if not found:
        return
    other = found[0]
    what: dict[str, Any] = {"activity": other.activity, "starts_at": other.starts_at, "ends_at": other.ends_at}
    if instead:
        what |= {"shift": shift.id, "person": person.id, "revision": shift.revision}
    if person.id == desk.viewer.id:
        raise (WaitsThen if other.waits else Clash)(**what)
    raise (OthersWaitThen if other.waits else OthersClash)(**what, name=person.person.name)


async def outside(desk: Desk, person: Viewer, shift: Shift) -> NotInAudience:
    """Nobody joins a team on behalf of another person."""
    teams = await teams_letting_in(desk, shift.activity) if person.id == desk.viewer.id else []
    return NotInAudience(audience=audience_name(shift.activity), shift=shift.id if teams else 0)


async def placed(desk: Desk, person: Viewer, seen: sign_ups.Before) -> tuple[SignUp, Shift]:
    """Confirmed on a free place, where nobody waits; else at the end of the line. With the shift as it is then."""
    shift = seen.shift
    if not seen.line and await lines.claim_seats(desk.tx, shift.id):
        made = await sign_ups.add(
            desk.tx,
            shift_id=shift.id,
            person_id=person.id,
            state=SignUpState.CONFIRMED,
            by=desk.viewer.id,
            now=desk.now,
        )
        if seen.reminded:  # who signs up after that has answered
            await sign_ups.answer_coming(desk.tx, made, now=desk.now, revision=shift.revision)
            made = await sign_ups.known(desk.tx, made.id)
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
        position=1 + await lines.places_before(desk.tx, stands) if waits else None,
        open_place=waits and stands.offered_at is not None,
        again=again,
        name=None if person.id == desk.viewer.id else person.person.name,
        others=may_sign_up_others(desk.viewer, shift.activity),
    )
