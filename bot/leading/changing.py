"""What a lead changes. Time or place: everybody keeps the place and is asked again; no answer keeps it too."""

from datetime import date

from bot.activities import rows as activities
from bot.activities.fields import EDITED
from bot.activities.reading_times import moved
from bot.activities.rules import Shift, ShiftFacts
from bot.desk import Desk
from bot.ground.drafts import Draft
from bot.ground.frozen import narrowed, replace
from bot.ground.refusals import (
    ActivityCancelled,
    ActivityOver,
    CapacityBelowTaken,
    NotFound,
    SessionThere,
    StartsInThePast,
    UnknownField,
)
from bot.ground.text import clean_lines
from bot.ground.times import first_valid, local_clock, zone_named
from bot.leading import rows as leading
from bot.leading.acts import led_shift
from bot.leading.editing_rules import Edited, edited
from bot.leading.telling import tell_moved
from bot.people import drafting
from bot.posting import rows as posting
from bot.sign_ups import list_rows
from bot.sign_ups.promotion import fill_free_places
from bot.sign_ups.rules import HOLDING
from bot.store.transaction import Tx

FORM, POSTPONE, HOLD, SESSION = "edit", "postpone", "hold", "session_day"


async def changeable(desk: Desk, shift_id: int) -> Shift:
    """A shift the viewer manages, locked. Raises NotFound, ActivityCancelled, ActivityOver."""
    found = await led_shift(desk, shift_id)
    await desk.tx.lock("activity", found.activity_id)
    await desk.tx.lock("shift", shift_id)
    shift = await known(desk.tx, shift_id)
    if shift.activity.cancelled:
        raise ActivityCancelled(reason=shift.activity.cancel_reason or "other")
    if shift.ends_at <= desk.now:
        raise ActivityOver(ends_at=shift.ends_at)
    return shift


async def ask_for(desk: Desk, *, shift_id: int, field: str) -> Shift:
    """Waits for the new value of a field. Raises UnknownField and what `changeable` raises."""
    if field not in EDITED:
        raise UnknownField(key=field)
    shift = await changeable(desk, shift_id)
    await drafting.start(desk, FORM, field, {"shift": shift_id})
    return shift


async def asked(desk: Desk) -> Draft:
    """The edit that waits for an answer. Raises NotFound."""
    return await drafting.find(desk, FORM)


async def give_up(desk: Desk) -> None:
    """What is typed from now on is no new value, day or moment any more."""
    for form in (FORM, POSTPONE, HOLD, SESSION):
        await drafting.finish(desk, form)


async def answer(desk: Desk, *, text: str) -> Shift:
    """The value typed for the field asked for. Raises what `edit` raises; the question stays open then."""
    draft = await drafting.find(desk, FORM)
    shift = await edit(desk, shift_id=draft.fields["shift"], field=draft.step, text=text)
    await drafting.finish(desk, FORM)
    return shift


async def proposed(desk: Desk, *, text: str) -> tuple[str, str]:
    """What the field says now, and what it would say. Nothing is changed. Raises what `edit` raises."""
    draft = await drafting.find(desk, FORM)
    shift = await changeable(desk, draft.fields["shift"])
    edited(shift, draft.step, text, now=desk.now, trainings=await posting.known_trainings(desk.tx))
    return str(getattr(shift.filled, EDITED[draft.step].column)), clean_lines(text)


async def edit(desk: Desk, *, shift_id: int, field: str, text: str) -> Shift:
    """One field as typed.

    Raises CapacityBelowTaken (with the names of who holds a place), what the field's reader raises, and what
    `changeable` raises.
    """
    shift = await changeable(desk, shift_id)
    change = edited(shift, field, text, now=desk.now, trainings=await posting.known_trainings(desk.tx))
    return await apply(desk, shift, change)


async def apply(desk: Desk, shift: Shift, change: Edited) -> Shift:
    if not await leading.update_shift(desk.tx, shift.id, change.shift):
        names = [
            listed.name for listed in await list_rows.of_shift(desk.tx, shift.id) if listed.sign_up.state in HOLDING
        ]
        raise CapacityBelowTaken(capacity=change.shift.capacity, taken=shift.taken, names=tuple(names))
    await leading.update_activity(desk.tx, shift.activity_id, change.activity)
    if change.moved:
        others = await activities.shifts_of(desk.tx, shift.activity_id) if change.place_moved else [shift]
        for one in others:
            if one.ends_at > desk.now:
                await leading.raise_revision(desk.tx, one.id)
                was = (shift.starts_at, shift.ends_at) if one.id == shift.id else (one.starts_at, one.ends_at)
                moved_one = await known(desk.tx, one.id)
                await tell_moved(desk.tx, moved_one, desk.now, met_at=one.meet_at, but=desk.viewer.id, was=was)
    if change.shift.capacity > shift.capacity:
        await fill_free_places(desk.tx, shift.id, desk.now)
    return await known(desk.tx, shift.id)


async def known(tx: Tx, shift_id: int) -> Shift:
    shift = await activities.get_shift(tx, shift_id)
    if shift is None:
        raise NotFound
    return shift


async def add_session(desk: Desk, *, shift_id: int, day: date) -> Shift:
    """One more shift of the activity on that day, with the same times of day and numbers.

    Raises StartsInThePast, SessionThere.
    """
    shift = await changeable(desk, shift_id)
    zone = zone_named(shift.zone)
    starts_at = first_valid(zone, day, local_clock(zone, shift.starts_at))
    if starts_at <= desk.now:
        raise StartsInThePast(starts_at=starts_at)
    if any(one.starts_at == starts_at for one in await activities.shifts_of(desk.tx, shift.activity_id)):
        raise SessionThere(starts_at=starts_at)
    made = await activities.add_shift(
        desk.tx, shift.activity_id, replace(narrowed(ShiftFacts, shift), **moved(shift, starts_at))
    )
    await drafting.finish(desk, SESSION)
    return await known(desk.tx, made)
