"""An offer ends at its instant, whether or not the tick that books it has come: a later yes is refused."""

from bot.activities.rules import check_coming
from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import OfferGone
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import waiting_line_rows
from bot.sign_ups.acting_for import seen_as
from bot.sign_ups.acts import check_clash, may_hold, outcome
from bot.sign_ups.in_care.telling import tell_place
from bot.sign_ups.promotion import fill_everywhere, fill_free_places, is_open_to_all, take_place, tell_passed_over
from bot.sign_ups.rules import Reason, SignUpState
from bot.sign_ups.shown import SignedUp
from bot.sign_ups.telling import known_shift
from bot.sign_ups.withdrawing import held
from bot.store.ticks import AT_ONCE, Due, Tick
from bot.store.transaction import Tx


async def accept(desk: Desk, *, sign_up_id: int) -> SignedUp:
    """*I'll come*: the offered place, or the open one if nobody was faster (who was not keeps waiting).

    Raises NotFound, OfferGone, ActivityCancelled, ActivityStarted and what `require_consent` and `check_clash` raise.
    """
    sign_up, shift = await held(desk, sign_up_id)
    person = await seen_as(desk, sign_up.person_id)
    if sign_up.state is SignUpState.WITHDRAWN:
        raise OfferGone
    if sign_up.state is SignUpState.CONFIRMED:
        return await outcome(desk, person, sign_up, shift, again=True)
    check_coming(shift, desk.now)
    if sign_up.state is SignUpState.WAITLISTED and not await is_open_to_all(desk.tx, shift, desk.now):
        return await outcome(desk, person, sign_up, shift, again=True)
    await may_hold(desk, person, shift)
    await check_clash(desk, person, shift)
    taken = await take_place(desk.tx, shift, sign_up, desk.now)
    return await outcome(desk, person, taken, await known_shift(desk.tx, shift.id))


async def expire_offers(tx: Tx, now: int, limit: int) -> int:
    """Unanswered offers go to the next in line; how many there were, at most `limit`."""
    done = 0
    for offered in await waiting_line_rows.expired_offers(tx, now, limit):
        await tx.lock("shift", offered.shift_id)
        if not await waiting_line_rows.expire(tx, offered, now):
            continue
        done += 1
        await waiting_line_rows.release_seats(tx, offered.shift_id)
        shift = await known_shift(tx, offered.shift_id)
        await tell_place(
            tx, notices.OfferExpired, notices.OfferExpiredMany, offered,
            now=now, until=shift.starts_at, due_at=now, silent=True,
        )  # fmt: skip
        await fill_free_places(tx, shift.id, now)
    return done


async def pass_on_unheard(tx: Tx, now: int, limit: int) -> int:
    """An offer that reaches nobody goes to the next in line at once; how many did, at most `limit`.

    Whoever could not be reached waits on where they stood, and the lead hears whom to phone.
    """
    done = 0
    for offered in await waiting_line_rows.offers_unheard(tx, now, limit):
        await tx.lock("shift", offered.shift_id)
        if not await waiting_line_rows.back_in_line(tx, offered):
            continue
        done += 1
        await waiting_line_rows.release_seats(tx, offered.shift_id)
        shift = await known_shift(tx, offered.shift_id)
        await tell_passed_over(tx, offered, shift, now)
        await fill_free_places(tx, shift.id, now)
    return done


async def close_lines(tx: Tx, now: int, limit: int) -> int:
    """When it begins nobody waits any longer; how many did, at most `limit`."""
    done = 0
    for waiting in await waiting_line_rows.waiting_too_long(tx, now, limit):
        await tx.lock("shift", waiting.shift_id)
        held_place = (await sign_ups.known(tx, waiting.id)).claims_place
        if await sign_ups.withdraw(tx, waiting, now=now, by=None, reason=Reason.TOO_LATE):
            done += 1
            if held_place:
                await waiting_line_rows.release_seats(tx, waiting.shift_id)
    await waiting_line_rows.forget_closed_lines(tx, now, limit)
    return done


async def expire(tx: Tx, now: int) -> int:
    return await expire_offers(tx, now, AT_ONCE) + await pass_on_unheard(tx, now, AT_ONCE)


async def close(tx: Tx, now: int) -> int:
    return await close_lines(tx, now, AT_ONCE)


async def next_due(tx: Tx, now: int) -> list[Due]:
    return [Due(at, "offer_ends", 1) for at in await waiting_line_rows.offer_ends(tx, now)]


TICKS = [
    Tick("offers", 15, expire, next_due),
    Tick("closed lines", 60, close),
    Tick("free places", 60, fill_everywhere),
]
