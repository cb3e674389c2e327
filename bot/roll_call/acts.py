"""Taking a roll: the card, marks, heads, leaving, handing it on. Nothing here brings hours; `finishing` does.

Whoever changes something holds the shift's lock, so that no mark comes after the closing.
"""

from collections.abc import Collection

from bot import telling
from bot.activities import looking_rows
from bot.activities import rows as activities
from bot.activities.permissions import STAFF
from bot.activities.rules import Shift
from bot.desk import Desk
from bot.ground import notices
from bot.ground.frozen import Frozen, replace
from bot.ground.paging import pages_of, to_read
from bot.ground.refusals import ActivityCancelled, NotBegun, NotFound, OutOfRange, RollCallFinished, RollCallNotOpen
from bot.ground.text import folded
from bot.ground.times import MINUTE
from bot.people import drafting
from bot.roll_call import attendance_rows
from bot.roll_call import fresh_cards as roll_news
from bot.roll_call import rows as attendance
from bot.roll_call.permissions import may_close_roll, may_hand_roll, may_take_roll
from bot.roll_call.rules import (
    AttendanceState,
    GroupHeads,
    RollCall,
    RollCallState,
    check_attendance_step,
    check_minutes,
    check_roll_call_step,
    last_listed,
    marked,
    whole_minute,
)
from bot.roll_call.shown import Found, OpenPage, RollCallCard
from bot.stations.rows import settings_of
from bot.store.transaction import Tx

PAGE = 8
MINUTES, HEADS, HELPED, WALK_IN = ("roll_call_minutes", "roll_call_heads", "people_helped", "walk_in")
HELPED_RIGHT, REASON = ("people_helped_right", "roll_call_reason")
FORMS = (MINUTES, HEADS, HELPED, WALK_IN, HELPED_RIGHT, REASON)
"""What can be typed while a roll is taken, and afterwards."""


class Taken(Frozen):
    """A roll-call the viewer may take, open at this moment."""

    shift: Shift
    call: RollCall
    helpers: Collection[int]


async def open_list(desk: Desk, page: int = 0) -> OpenPage:
    """What the viewer may take the roll of now."""
    page = min(max(page, 0), 10_000)
    found = await attendance.open_for(
        desk.tx,
        desk.viewer.id,
        now=desk.now,
        earliest=last_listed(desk.now),
        limit=to_read(page, PAGE),
        offset=page * PAGE,
    )
    return OpenPage(tuple(found[:PAGE]), page, len(found) > PAGE, pages_of(page, PAGE, len(found)))


async def find(desk: Desk, name: str) -> list[Found]:
    """Whoever bears part of this name on the rolls that the viewer may take now: a page at most."""
    if not (desk.viewer.has(*STAFF) or desk.viewer.is_captain()):
        return []
    wanted, found = folded(name), list[Found]()
    for call in (await open_list(desk)).calls:
        lines = await attendance_rows.lines(desk.tx, call.shift_id)
        found += [Found(call.shift_id, line) for line in lines if wanted in folded(line.name)]
    return found[:PAGE]


async def drop_forms(desk: Desk) -> None:
    """Back on the card nothing typed belongs to a question asked before."""
    for form in FORMS:
        await drafting.finish(desk, form)


async def taken(desk: Desk, shift_id: int) -> Taken:
    """The roll-call, begun by this look if it was not. Raises NotFound, ActivityCancelled, RollCallNotOpen."""
    shift = await activities.get_shift(desk.tx, shift_id)
    if shift is None:
        raise NotFound
    call = await attendance.roll_call(desk.tx, shift_id)
    helpers = await activities.helpers(desk.tx, shift.activity_id)
    if not may_take_roll(desk.viewer, shift.activity, helpers, call.captain_id if call else None):
        raise NotFound
    if call is None:
        if shift.activity.cancelled:
            raise ActivityCancelled(reason=shift.activity.cancel_reason or "other")
        await check_begun(desk.tx, shift, desk.now)
        await attendance.open_roll_call(desk.tx, shift_id, desk.now)
        await looking_rows.roll_changed(desk.tx, shift_id)
        call = await attendance.roll_call(desk.tx, shift_id)
    if call is None:
        raise NotFound
    return Taken(shift, call, helpers)


async def check_begun(tx: Tx, shift: Shift, now: int) -> None:
    """Raises RollCallNotOpen."""
    opens_at = shift.starts_at - (await settings_of(tx, shift.station_id)).roll_call_minutes * MINUTE
    if now < opens_at:
        raise RollCallNotOpen(opens_at=opens_at)


async def held(desk: Desk, shift_id: int) -> Taken:
    """For changing it, locked; to a captain a submitted one is finished. Raises as `taken`, and RollCallFinished."""
    await desk.tx.lock("shift", shift_id)
    found = await taken(desk, shift_id)
    submitted = found.call.state is RollCallState.SUBMITTED
    if found.call.closed or (submitted and not may_close_roll(desk.viewer, found.shift.activity)):
        raise RollCallFinished
    await check_begun(desk.tx, found.shift, desk.now)
    return found


async def card(desk: Desk, *, shift_id: int) -> RollCallCard:
    """Raises as `taken`."""
    return await card_of(desk, await taken(desk, shift_id))


async def card_of(desk: Desk, found: Taken) -> RollCallCard:
    shift = found.shift
    card = RollCallCard(
        shift=shift,
        call=found.call,
        lines=tuple(await attendance_rows.lines(desk.tx, shift.id)),
        groups=tuple(await attendance_rows.group_heads(desk.tx, shift.id)),
        now=desk.now,
        grace_minutes=(await settings_of(desk.tx, shift.station_id)).grace_minutes,
        may_close=may_close_roll(desk.viewer, shift.activity),
        may_hand=may_hand_roll(desk.viewer, shift.activity, found.helpers),
    )
    if not (card.may_close and card.longer):
        return card
    return replace(card, runs_into=tuple(await attendance_rows.running_into(desk.tx, shift.id)))


async def mark_rest(desk: Desk, *, shift_id: int, came: bool = True) -> None:
    """*All here*, or *they didn't come*: everybody who is not marked, and all heads that are not counted."""
    await held(desk, shift_id)
    state = AttendanceState.HERE if came else AttendanceState.NO_SHOW
    await attendance_rows.mark_rest(desk.tx, shift_id, state, by=desk.viewer.id, now=desk.now)
    await roll_news.changed(desk.tx, shift_id, desk.now, by=desk.viewer.id)


async def mark(desk: Desk, *, shift_id: int, person_id: int, mark: AttendanceState, minutes: int = 0) -> None:
    """One person; `minutes` for late and left early. Raises NotFound, WrongState, OutOfRange and as `held`."""
    found = await held(desk, shift_id)
    if not await attendance_rows.is_listed(desk.tx, shift_id, person_id):
        raise NotFound
    before = await attendance_rows.of_person(desk.tx, shift_id, person_id)
    check_attendance_step(before.state if before else None, mark)
    if mark in {AttendanceState.LATE, AttendanceState.LEFT_EARLY}:
        late, early = (before.late_minutes or 0, before.early_minutes or 0) if before else (0, 0)
        check_minutes(found.shift, mark, minutes, early if mark is AttendanceState.LATE else late)
    known = marked(before, mark, desk.now, minutes=minutes)
    await attendance_rows.mark(desk.tx, shift_id, person_id, known, by=desk.viewer.id, now=desk.now)
    await roll_news.changed(desk.tx, shift_id, desk.now, by=desk.viewer.id)


async def group_of(desk: Desk, *, shift_id: int, group_place_id: int) -> GroupHeads:
    """Raises NotFound and as `taken`."""
    await taken(desk, shift_id)
    for group in await attendance_rows.group_heads(desk.tx, shift_id):
        if group.group_place_id == group_place_id:
            return group
    raise NotFound


async def count_heads(desk: Desk, *, shift_id: int, group_place_id: int, heads: int) -> None:
    """So many without names have come. Raises NotFound, OutOfRange and as `held`."""
    await held(desk, shift_id)
    group = await group_of(desk, shift_id=shift_id, group_place_id=group_place_id)
    if not 0 <= heads <= group.unnamed:
        raise OutOfRange(field="heads", value=heads, lowest=0, highest=group.unnamed)
    await attendance_rows.set_group_heads(desk.tx, shift_id, group_place_id, heads)
    await roll_news.changed(desk.tx, shift_id, desk.now, by=desk.viewer.id)


async def all_leave(desk: Desk, *, shift_id: int) -> None:
    """Everybody who is still there has left now. Raises as `held`, and NotBegun."""
    found = await held(desk, shift_id)
    if desk.now < found.shift.starts_at:
        raise NotBegun(starts_at=found.shift.starts_at)
    await attendance_rows.all_leave(desk.tx, shift_id, left_at=whole_minute(desk.now), by=desk.viewer.id, now=desk.now)
    await roll_news.changed(desk.tx, shift_id, desk.now, by=desk.viewer.id)


async def captains(desk: Desk, *, shift_id: int) -> dict[int, str]:
    """To whom it can be handed, by person id. Raises NotFound and as `taken`."""
    found = await taken(desk, shift_id)
    if not may_hand_roll(desk.viewer, found.shift.activity, found.helpers):
        raise NotFound
    return {id: name for id, name in (await attendance.captains(desk.tx, shift_id)).items() if id != desk.viewer.id}


async def hand_to(desk: Desk, *, shift_id: int, captain_id: int) -> str:
    """The captain gets the card; the name of whom. Raises NotFound and as `held`."""
    found = await held(desk, shift_id)
    known = await captains(desk, shift_id=shift_id)
    if captain_id not in known:
        raise NotFound
    check_roll_call_step(found.call.state, RollCallState.HANDED)
    await attendance.hand(desk.tx, shift_id, captain_id)
    await looking_rows.roll_changed(desk.tx, shift_id)
    await roll_news.changed(desk.tx, shift_id, desk.now, by=desk.viewer.id)
    await telling.tell(
        desk.tx,
        notices.RollCallHanded(shift_id, desk.viewer.id),
        captain_id,
        key=f"roll_call_handed:shift:{shift_id}:person:{captain_id}:{desk.now}",
        subject=f"shift:{shift_id}",
        now=desk.now,
    )
    return known[captain_id]
