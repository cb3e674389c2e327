"""Call `fill_free_places` whenever a place may have become free: withdrawal, expired offer, raised capacity, resuming.

An open place (under 6 h) is claimed by nobody until somebody presses: who was told has `offered_at` but still waits.
"""

from bot import telling
from bot.activities.rules import Shift
from bot.ground import notices
from bot.ground.refusals import OfferGone, Refusal
from bot.ground.times import zone_named
from bot.people import rows as people
from bot.people.consent.acts import require_consent
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import waiting_line_rows as lines
from bot.sign_ups.acting_for import PRESENT
from bot.sign_ups.clashes import rows as clashes
from bot.sign_ups.in_care.telling import tell_place
from bot.sign_ups.rules import Promotion, SignUp, SignUpState, Way, freed_place, moves_up, passed_over
from bot.sign_ups.telling import known_shift, subject
from bot.stations.rows import settings_of
from bot.store.transaction import Tx


async def fill_free_places(tx: Tx, shift_id: int, now: int) -> int:
    """Gives or offers what is free to those who wait, in order; how many people it moved or told.

    Who may not hold a place now (consent run out, another activity moved into this one's time) keeps waiting. So does
    who has blocked the bot: the place goes past them, and the lead hears whom to phone.
    """
    await tx.lock("shift", shift_id)
    shift = await known_shift(tx, shift_id)
    if shift.free <= 0 or not moves_up(shift, now):
        return 0
    line = [waiting for waiting in await lines.waiting_line(tx, shift_id) if await may_move(tx, waiting, shift, now)]
    if not line:
        return 0
    plan = await plan_for(tx, shift, now)
    away = frozenset(await lines.unreached(tx, shift_id))
    for passed in passed_over(line, away, shift.free, plan.way):
        await tell_passed_over(tx, passed, shift, now)
    near = [waiting for waiting in line if waiting.id not in away]
    if plan.way is Way.OFFER_ALL:
        return sum([await open_place(tx, waiting, shift, plan, now) for waiting in near if waiting.offered_at is None])
    return sum([await hand_place(tx, waiting, shift, plan, now) for waiting in near[: shift.free]])


async def tell_passed_over(tx: Tx, passed: SignUp, shift: Shift, now: int) -> None:
    """Once for a sign-up, however many places go past it."""
    await telling.tell(
        tx, notices.PassedOver(passed.id), shift.lead_id, key=f"passed_over:sign_up:{passed.id}",
        subject=subject(shift.id), now=now, until=shift.starts_at,
    )  # fmt: skip


async def fill_everywhere(tx: Tx, now: int) -> int:
    """No place stays empty while someone waits, also where nobody thought of it: a hold that ended, a consent given."""
    await lines.forget_ended_lines(tx)
    return sum(
        [await fill_free_places(tx, shift_id, now) for shift_id in await lines.shifts_with_room_and_line(tx, now)]
    )


async def plan_for(tx: Tx, shift: Shift, now: int) -> Promotion:
    return freed_place(shift.starts_at, now, zone_named(shift.zone), await settings_of(tx, shift.station_id))


async def may_move(tx: Tx, waiting: SignUp, shift: Shift, now: int) -> bool:
    if not await may_have_place(tx, waiting, shift, now):
        return False
    return not await clashes.overlaps(
        tx, waiting.person_id, shift_id=shift.id, starts_at=shift.starts_at, ends_at=shift.ends_at
    )


async def may_have_place(tx: Tx, sign_up: SignUp, shift: Shift, now: int) -> bool:
    """Still here, old enough, and with a guardian's word where one is needed."""
    person = await people.person(tx, sign_up.person_id)
    if person.state not in PRESENT:
        return False
    try:
        minimum_age = shift.activity.minimum_age
        await require_consent(tx, person, at=shift.starts_at, zone=shift.zone, now=now, minimum_age=minimum_age)
    except Refusal:
        return False
    return True


async def hand_place(tx: Tx, waiting: SignUp, shift: Shift, plan: Promotion, now: int) -> bool:
    """Given at once, or held for this person until the offer ends."""
    if not await lines.claim_seats(tx, shift.id):
        return False
    if plan.way is Way.OFFER_ONE and plan.ends_at is not None:
        await lines.offer(tx, waiting, now=now, ends_at=plan.ends_at)
        ends_at = plan.ends_at
        return await tell_place(
            tx, notices.Offer, notices.OfferMany, waiting,
            now=now, due_at=plan.deliver_at, until=ends_at, mark=str(now),
        )  # fmt: skip
    await lines.confirm(tx, waiting, now)
    await tell_place(
        tx, notices.Promoted, notices.PromotedMany, waiting, now=now, due_at=plan.deliver_at, until=shift.ends_at
    )
    return True


async def open_place(tx: Tx, waiting: SignUp, shift: Shift, plan: Promotion, now: int) -> bool:
    """Told that the first to press has it; at once and without a sound where morning would be too late."""
    too_late = plan.deliver_at >= shift.starts_at
    await lines.note_open_offer(tx, waiting, now)
    return await tell_place(
        tx,
        notices.OpenPlace,
        notices.OpenPlaceMany,
        waiting,
        now=now,
        due_at=now if too_late else plan.deliver_at,
        until=shift.starts_at,
        mark=str(now),
        silent=too_late,
    )


async def is_open_to_all(tx: Tx, shift: Shift, now: int) -> bool:
    """A place is free for whoever of the line presses first."""
    return shift.free > 0 and moves_up(shift, now) and (await plan_for(tx, shift, now)).way is Way.OFFER_ALL


async def take_place(tx: Tx, shift: Shift, before: SignUp, now: int) -> SignUp:
    """The offered place, or an open one; the shift is locked by the caller. Raises OfferGone."""
    if before.state is SignUpState.OFFERED:
        if before.offer_ends_at is None or before.offer_ends_at <= now:
            raise OfferGone
    elif not await lines.claim_seats(tx, shift.id):
        raise OfferGone
    await lines.confirm(tx, before, now)
    await sign_ups.answer_coming(tx, before, now=now, revision=shift.revision)  # taking it is the answer
    if (await known_shift(tx, shift.id)).free <= 0:
        await lines.forget_open_offers(tx, shift.id)
    return await sign_ups.known(tx, before.id)
