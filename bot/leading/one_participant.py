"""What whoever leads does about one person: writes to them, moves them to another session. Withdrawing is a sign-up's.

Whoever acts for somebody who telephoned has no other power over the sign-up than the person's own.
"""

from bot.activities import rows as activities
from bot.activities.permissions import STAFF
from bot.activities.rules import Shift, check_coming
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.refusals import NotEnoughPlaces, NotFound
from bot.ground.text import folded
from bot.leading.acts import led_shift
from bot.leading.rules import PAGE, Participant, Written
from bot.roll_call import acts as roll_call
from bot.sign_ups import list_rows, waiting_line_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acting_for import seen_as
from bot.sign_ups.acts import as_it_is, check_clash, check_person, held, may_hold, placed
from bot.sign_ups.promotion import take_place
from bot.sign_ups.rules import Listed, Reason, SignUpState, check_open
from bot.sign_ups.telling import awake_at, subject
from bot.sign_ups.withdrawing import give_up
from bot.telling import tell


async def participant(desk: Desk, *, sign_up_id: int) -> Participant:
    """Raises NotFound, also for who is in it no more."""
    shift, listed = await led(desk, sign_up_id)
    sessions = [] if shift.starts_at <= desk.now or listed.sign_up.group_place_id else await others(desk, shift, listed)
    return Participant(shift, listed, shift.starts_at <= desk.now, tuple(sessions))


async def find(desk: Desk, name: str) -> list[Participant]:
    """Whoever bears part of this name in what is coming up and led by the viewer: a page at most.

    Nobody while a roll is open on which the name stands: there it is the line that is meant.
    """
    if not desk.viewer.has(*STAFF) or await roll_call.find(desk, name):
        return []
    wanted, found = folded(name), list[Participant]()
    for one in await activities.coming(desk.tx, desk.viewer.id, desk.now, limit=PAGE):
        listed = [line for line in await list_rows.of_shift(desk.tx, one.shift_id) if wanted in folded(line.name)]
        found += [await participant(desk, sign_up_id=line.sign_up.id) for line in listed[: PAGE - len(found)]]
    return found


async def led(desk: Desk, sign_up_id: int) -> tuple[Shift, Listed]:
    sign_up = await sign_ups.get_sign_up(desk.tx, sign_up_id)
    if sign_up is None:
        raise NotFound
    shift = await led_shift(desk, sign_up.shift_id)
    found = next((one for one in await list_rows.of_shift(desk.tx, shift.id) if one.sign_up.id == sign_up_id), None)
    if found is None:
        raise NotFound
    return shift, found


async def others(desk: Desk, shift: Shift, listed: Listed) -> list[Shift]:
    """Sessions with a place that nobody waits for, in which the person is not yet."""
    if shift.activity.shifts < 2 or shift.activity.cancelled:
        return []
    found = []
    for one in await activities.shifts_of(desk.tx, shift.activity_id):
        if one.id == shift.id or one.starts_at <= desk.now or one.free <= 0:
            continue
        if await waiting_line_rows.anyone_waits(desk.tx, one.id):
            continue
        if await sign_ups.live_sign_up(desk.tx, one.id, listed.sign_up.person_id) is None:
            found.append(one)
    return found


async def switch(desk: Desk, *, sign_up_id: int, shift_id: int) -> Participant:
    """To another session of the activity; the place left goes to the next in line, and the person hears it once.

    Raises NotFound, NotEnoughPlaces where none is free, and as `check_open` and `check_person`.
    """
    shift, listed = await led(desk, sign_up_id)
    before, now = listed.sign_up, desk.now
    wanted = (await held(desk.tx, shift_id, before.person_id)).shift
    if wanted.activity_id != shift.activity_id or wanted.id == shift.id or before.group_place_id is not None:
        raise NotFound
    await desk.tx.lock("shift", shift.id)
    check_coming(shift, now)
    check_open(wanted, now)
    if await sign_ups.live_sign_up(desk.tx, wanted.id, before.person_id) is not None:
        raise NotFound
    await give_up(desk.tx, before, now=now, by=desk.viewer.id, reason=Reason.STAFF)
    person = await seen_as(desk, before.person_id)
    seen = await as_it_is(desk.tx, wanted.id, person.id)  # without the place that was given up
    await check_person(desk, person, seen)
    made, _ = await placed(desk, person, seen)
    if made.state is not SignUpState.CONFIRMED:
        raise NotEnoughPlaces(wanted=1, free=0)
    await note(desk, "switch_session", subject(shift.id), person=before.person_id, to=wanted.id)
    if listed.reader_id != desk.viewer.id:
        await tell(
            desk.tx,
            notices.SwitchedBy(made.id, before.id),
            listed.reader_id,
            key=f"switched_by:sign_up:{made.id}",
            subject=subject(wanted.id),
            now=now,
            due_at=await awake_at(desk.tx, wanted, now),
            until=wanted.starts_at,
        )
    return await participant(desk, sign_up_id=made.id)


async def give_place(desk: Desk, *, sign_up_id: int) -> Participant:
    """A free place, to who waits and was phoned.

    Raises NotFound, OfferGone, and as `check_coming`, `may_hold` and `check_clash`.
    """
    shift, listed = await led(desk, sign_up_id)
    shift = (await held(desk.tx, shift.id, listed.sign_up.person_id)).shift
    check_coming(shift, desk.now)
    if listed.sign_up.state is SignUpState.WAITLISTED:
        person = await seen_as(desk, listed.sign_up.person_id)
        await may_hold(desk, person, shift)
        await check_clash(desk, person, shift)
        await take_place(desk.tx, shift, listed.sign_up, desk.now)
        await note(desk, "give_place", subject(shift.id), person=listed.sign_up.person_id)
    return await participant(desk, sign_up_id=sign_up_id)


async def whom(desk: Desk, *, sign_up_id: int) -> str:
    """Whom one would write to. Raises NotFound."""
    return (await led(desk, sign_up_id))[1].name


async def write(desk: Desk, *, sign_up_id: int, chat_id: int, message_id: int) -> Written:
    """The message itself is copied to whoever reads for this person. Raises NotFound."""
    shift, listed = await led(desk, sign_up_id)
    reached = await tell(
        desk.tx,
        notices.WordTo(sign_up_id, desk.viewer.id, chat_id, message_id),
        listed.reader_id,
        key=f"word_to:{sign_up_id}:by:{desk.viewer.id}:message:{message_id}",
        subject=subject(shift.id),
        now=desk.now,
    )
    return Written(listed.name, reached, None if listed.telegram else listed.reader)
