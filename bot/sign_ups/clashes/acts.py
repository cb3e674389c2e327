"""*Take this one instead*: what overlaps is withdrawn and this is taken, both or neither."""

from bot.activities import rows as activities
from bot.activities.rules import Shift
from bot.desk import Desk
from bot.ground.refusals import FullInstead, NotFound, StaleCard
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import waiting_line_rows as lines
from bot.sign_ups.acting_for import acted_for
from bot.sign_ups.acts import is_visible, outcome, pressed_again, sign_up
from bot.sign_ups.answering import say_coming
from bot.sign_ups.clashes import rows
from bot.sign_ups.clashes.rules import Instead, Overlap
from bot.sign_ups.promotion import is_open_to_all
from bot.sign_ups.rules import Reason, SignUp, SignUpState
from bot.sign_ups.shown import SignedUp
from bot.sign_ups.withdrawing import about, withdraw


async def asked(desk: Desk, *, shift_id: int, person_id: int, revision: int) -> Instead:
    """What it would end. Raises NotFound, StaleCard, FullInstead, and ActivityStarted where one has begun."""
    person = await acted_for(desk, person_id)
    shift = await seen(desk, shift_id, person_id, revision)
    ends = await overlapping(desk, shift, person_id)
    await check_room(desk, shift, await sign_ups.live_sign_up(desk.tx, shift_id, person_id), ends)
    leaving = [await about(desk, sign_up_id=one.id) for one in ends]
    lead = next((one.shift.activity.lead_name for one in leaving if one.late), None)
    return Instead(shift, person_id, None if person.id == desk.viewer.id else person.person.name, tuple(ends), lead)


async def take_instead(desk: Desk, *, shift_id: int, person_id: int, revision: int) -> SignedUp:
    """What overlaps is withdrawn, and this is taken, or said yes to where it was held before.

    Raises as `asked`, as `withdraw` and as `sign_up`; nothing is given up then.
    """
    person = await acted_for(desk, person_id)
    shift = await seen(desk, shift_id, person_id, revision)
    await lock_all(desk, shift, person_id)
    shift = await seen(desk, shift_id, person_id, revision)
    ends, mine = await overlapping(desk, shift, person_id), await sign_ups.live_sign_up(desk.tx, shift_id, person_id)
    await check_room(desk, shift, mine, ends)
    for one in ends:
        await withdraw(desk, sign_up_id=one.id)
        await sign_ups.give_reason(desk.tx, one.id, Reason.OTHER)  # the lead reads why
    if mine is None:
        return await sign_up(desk, shift_id=shift_id, person_id=person_id, revision=revision)
    if mine.state is SignUpState.CONFIRMED:
        said = await say_coming(desk, sign_up_id=mine.id, revision=revision)
        return await outcome(desk, person, said.sign_up, said.shift)
    return await pressed_again(desk, person, shift, mine)


async def seen(desk: Desk, shift_id: int, person_id: int, revision: int) -> Shift:
    """Raises NotFound, StaleCard."""
    shift = await activities.get_shift(desk.tx, shift_id)
    if shift is None:
        raise NotFound
    held = await sign_ups.live_sign_up(desk.tx, shift_id, person_id)
    if held is None and not await is_visible(desk, shift):
        raise NotFound
    if shift.revision != revision:
        raise StaleCard(revision=shift.revision)
    return shift


async def lock_all(desk: Desk, shift: Shift, person_id: int) -> None:
    """In the order of everywhere: the person, the activity, the shifts by their ids."""
    await desk.tx.lock("person", person_id)
    await desk.tx.lock("activity", shift.activity_id)
    for one in sorted({shift.id, *(one.shift_id for one in await overlapping(desk, shift, person_id))}):
        await desk.tx.lock("shift", one)


async def overlapping(desk: Desk, shift: Shift, person_id: int) -> list[Overlap]:
    return await rows.overlaps(desk.tx, person_id, shift_id=shift.id, starts_at=shift.starts_at, ends_at=shift.ends_at)


async def check_room(desk: Desk, shift: Shift, mine: SignUp | None, ends: list[Overlap]) -> None:
    """A place is there, or was kept: nobody gives one up to wait for another. Raises FullInstead."""
    if mine is None:
        room = shift.free > 0 and not await lines.anyone_waits(desk.tx, shift.id)
    else:
        room = mine.state is not SignUpState.WAITLISTED or await is_open_to_all(desk.tx, shift, desk.now)
    if ends and not room:
        raise FullInstead(wanted=shift.title, kept=ends[0].activity)
