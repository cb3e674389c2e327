"""An answer belongs to a time and place: after the shift was moved an old button says nothing about the new one."""

from bot.activities.rules import check_coming
from bot.desk import Desk
from bot.ground import notices as kinds
from bot.ground.refusals import NotSignedUp, OutOfRange, StaleCard
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import telling as notices
from bot.sign_ups.acting_for import seen_as
from bot.sign_ups.acts import check_clash
from bot.sign_ups.rules import SignUp, SignUpState
from bot.sign_ups.shown import SignedUp
from bot.sign_ups.withdrawing import held, name_for

LATEST = 240


async def say_coming(desk: Desk, *, sign_up_id: int, revision: int) -> SignedUp:
    """*I'll be there*, which is one thing at a time.

    Raises NotFound, NotSignedUp, StaleCard, ActivityCancelled, ActivityStarted, and as `check_clash`.
    """
    sign_up, shift = await held(desk, sign_up_id)
    again = sign_up.said_yes(shift.revision)
    check_coming(shift, desk.now)
    must_hold(sign_up)
    if revision != shift.revision:
        raise StaleCard(revision=shift.revision)
    if not again:
        await check_clash(desk, await seen_as(desk, sign_up.person_id), shift)
        await sign_ups.answer_coming(desk.tx, sign_up, now=desk.now, revision=revision)
    return SignedUp(
        sign_up=await sign_ups.known(desk.tx, sign_up.id),
        shift=shift,
        again=again,
        name=await name_for(desk, sign_up),
    )


async def say_late(desk: Desk, *, sign_up_id: int, revision: int, minutes: int) -> SignedUp:
    """*I'll be late* by so many minutes, 0 for "cannot tell"; the lead hears it. Raises as `say_coming`, OutOfRange.

    It may still be said once it has begun.
    """
    if not 0 <= minutes <= LATEST:
        raise OutOfRange(field="late_minutes", value=minutes, lowest=0, highest=LATEST)
    sign_up, shift = await held(desk, sign_up_id)
    must_hold(sign_up)
    if revision != shift.revision:
        raise StaleCard(revision=shift.revision)
    if desk.now >= shift.ends_at or shift.activity.cancelled:
        check_coming(shift, desk.now)
    again = sign_up.late_minutes == minutes and sign_up.said_yes(revision)
    await sign_ups.answer_late(desk.tx, sign_up, now=desk.now, revision=revision, minutes=minutes)
    if not again and sign_up.person_id != shift.lead_id:
        await notices.tell_lead(desk.tx, kinds.RunningLate, sign_up, shift, now=desk.now, mark=f"{revision}:{minutes}")
    return SignedUp(
        sign_up=await sign_ups.known(desk.tx, sign_up.id), shift=shift, again=again, name=await name_for(desk, sign_up)
    )


def must_hold(sign_up: SignUp) -> None:
    if sign_up.state is not SignUpState.CONFIRMED:
        raise NotSignedUp
