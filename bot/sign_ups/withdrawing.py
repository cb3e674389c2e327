"""A withdrawn place goes to the next in line in the same transaction; a group's place stays with the group."""

from bot.activities import rows as activities
from bot.activities.acts import CalledOff, TakenUp
from bot.activities.permissions import may_manage
from bot.activities.rules import Shift, check_coming
from bot.desk import Desk
from bot.ground import notices as kinds
from bot.ground.refusals import NotFound, NotSignedUp, OfferGone
from bot.happened import hears
from bot.people import rows as people
from bot.people import viewer_rows
from bot.sign_ups import list_rows, waiting_line_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import telling as notices
from bot.sign_ups.groups import rows as group_places
from bot.sign_ups.permissions import may_act_for
from bot.sign_ups.promotion import fill_free_places, may_have_place
from bot.sign_ups.rules import OWN_REASONS, Reason, SignUp, SignUpState, is_late
from bot.sign_ups.shown import Withdrawn
from bot.stations.rows import settings_of
from bot.store.transaction import Tx


async def reachable(desk: Desk, sign_up_id: int) -> tuple[SignUp, Shift]:
    """A sign-up the viewer may act on: their own, of a person they act for, or in an activity they manage.

    Raises NotFound.
    """
    sign_up = await sign_ups.get_sign_up(desk.tx, sign_up_id)
    shift = await activities.get_shift(desk.tx, sign_up.shift_id) if sign_up else None
    if sign_up is None or shift is None or not await may_change(desk, sign_up, shift):
        raise NotFound
    return sign_up, shift


async def may_change(desk: Desk, sign_up: SignUp, shift: Shift) -> bool:
    person = await people.person(desk.tx, sign_up.person_id)
    if may_act_for(desk.viewer, person, await viewer_rows.memberships_of(desk.tx, person.id)):
        return True
    return may_manage(desk.viewer, shift.activity, await activities.helpers(desk.tx, shift.activity_id))


async def held(desk: Desk, sign_up_id: int) -> tuple[SignUp, Shift]:
    """As `reachable`, with its shift locked and both read afresh."""
    _, shift = await reachable(desk, sign_up_id)
    await desk.tx.lock("shift", shift.id)
    return await sign_ups.known(desk.tx, sign_up_id), await notices.known_shift(desk.tx, shift.id)


async def name_for(desk: Desk, sign_up: SignUp) -> str | None:
    """Whose sign-up it is, where it is not the viewer's own."""
    return None if sign_up.person_id == desk.viewer.id else (await people.person(desk.tx, sign_up.person_id)).name


async def about(desk: Desk, *, sign_up_id: int) -> Withdrawn:
    """What *Can't make it* asks about. Raises NotFound, ActivityCancelled, ActivityStarted."""
    sign_up, shift = await reachable(desk, sign_up_id)
    if sign_up.live:
        check_coming(shift, desk.now)
    hours = (await settings_of(desk.tx, shift.station_id)).late_withdrawal_hours
    return Withdrawn(
        sign_up=sign_up,
        shift=shift,
        again=not sign_up.live,
        late=sign_up.state is SignUpState.CONFIRMED and is_late(shift, desk.now, hours),
        name=await name_for(desk, sign_up),
    )


async def withdraw(desk: Desk, *, sign_up_id: int) -> Withdrawn:
    """Possible until the start. Raises NotFound, ActivityCancelled, ActivityStarted."""
    sign_up, shift = await held(desk, sign_up_id)
    if not sign_up.live:
        return Withdrawn(sign_up=sign_up, shift=shift, again=True, name=await name_for(desk, sign_up))
    check_coming(shift, desk.now)
    hours = (await settings_of(desk.tx, shift.station_id)).late_withdrawal_hours
    late = sign_up.state is SignUpState.CONFIRMED and is_late(shift, desk.now, hours)
    own = sign_up.person_id == desk.viewer.id
    reason = None if own else Reason.STAFF
    await give_up(desk.tx, sign_up, now=desk.now, by=desk.viewer.id, reason=reason, late=late)
    gone = await sign_ups.known(desk.tx, sign_up_id)
    if late and desk.viewer.id != shift.lead_id:
        await notices.tell_lead(desk.tx, kinds.WithdrewLate, gone, shift, now=desk.now)
    if not own:
        await notices.withdrawn_by(desk.tx, gone, shift, by=desk.viewer.id, now=desk.now)
    return Withdrawn(sign_up=gone, shift=shift, late=late, name=await name_for(desk, sign_up))


async def give_up(
    tx: Tx, sign_up: SignUp, *, now: int, by: int | None, reason: Reason | None, late: bool = False
) -> bool:
    """Withdrawn, its place given back and handed on; the shift is locked by the caller. False: was gone already."""
    if not await sign_ups.withdraw(tx, sign_up, now=now, by=by, reason=reason, late=late):
        return False
    if sign_up.claims_place:
        await waiting_line_rows.release_seats(tx, sign_up.shift_id)
        await fill_free_places(tx, sign_up.shift_id, now)
    return True


async def decline(desk: Desk, *, sign_up_id: int) -> Withdrawn:
    """*Not this time*: the offer goes to the next. Raises NotFound, OfferGone where it has run out."""
    sign_up, shift = await held(desk, sign_up_id)
    name = await name_for(desk, sign_up)
    if sign_up.state is SignUpState.WITHDRAWN and sign_up.reason is Reason.DECLINED:
        return Withdrawn(sign_up=sign_up, shift=shift, again=True, name=name)
    open_place = sign_up.state is SignUpState.WAITLISTED and sign_up.offered_at is not None
    if sign_up.state is not SignUpState.OFFERED and not open_place:
        raise OfferGone
    await give_up(desk.tx, sign_up, now=desk.now, by=desk.viewer.id, reason=Reason.DECLINED)
    return Withdrawn(sign_up=await sign_ups.known(desk.tx, sign_up_id), shift=shift, name=name)


async def say_reason(desk: Desk, *, sign_up_id: int, reason: str) -> Withdrawn:
    """Optional, after withdrawing, also by who did it for them; illness does not count as late.

    Raises NotFound, NotSignedUp.
    """
    sign_up, shift = await reachable(desk, sign_up_id)
    if reason not in OWN_REASONS:
        raise NotFound
    if sign_up.live:
        raise NotSignedUp
    if sign_up.reason in {None, Reason.STAFF}:
        await sign_ups.give_reason(desk.tx, sign_up_id, Reason(reason))
        await notices.tell_reason(desk.tx, sign_up, shift, now=desk.now)
    return Withdrawn(sign_up=await sign_ups.known(desk.tx, sign_up_id), shift=shift, name=await name_for(desk, sign_up))


@hears(CalledOff)
async def end_all(desk: Desk, activity_id: int) -> None:
    """Nobody comes to what does not take place, and no group. Its shifts are locked by who cancels."""
    await sign_ups.withdraw_for_cancelled(desk.tx, activity_id=activity_id, by=desk.viewer.id, now=desk.now)
    await group_places.cancel_group_places(desk.tx, activity_id=activity_id, now=desk.now)
    await waiting_line_rows.free_all_places(desk.tx, activity_id=activity_id, now=desk.now)


@hears(TakenUp)
async def take_up_all(desk: Desk, activity_id: int, cancelled_at: int) -> None:
    """Who had a place, or waited, does so again, where they still may. Its shifts are locked by who takes it up."""
    about = {"activity_id": activity_id, "now": desk.now}
    for ended in await sign_ups.ended_by_cancelling(desk.tx, cancelled_at=cancelled_at, **about):
        if await may_have_place(desk.tx, ended, await notices.known_shift(desk.tx, ended.shift_id), desk.now):
            await sign_ups.take_up(desk.tx, ended)
            await waiting_line_rows.begin_line(desk.tx, ended.shift_id)
    await group_places.take_up_group_places(desk.tx, cancelled_at=cancelled_at, **about)
    await waiting_line_rows.count_places_anew(desk.tx, **about)


async def give_up_all(tx: Tx, person_id: int, now: int, *, by: int | None, reason: Reason) -> int:
    """Everything a person holds ahead, at once: after erasure, and when a guardian takes consent back.

    How many; each place goes to the next in line. The person is locked by the caller.
    """
    held = await list_rows.live_sign_ups_ahead(tx, person_id, now)
    for sign_up_id, shift_id in held:
        await tx.lock("shift", shift_id)
        await give_up(tx, await sign_ups.known(tx, sign_up_id), now=now, by=by, reason=reason)
    return len(held)
