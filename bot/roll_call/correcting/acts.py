"""A mark is not for ever: after *Finish* the lead puts it right, with a reason. Hours follow by reversal, and figures
count in the month of the roll-call, or in this one once that is closed; nothing that was booked is edited.
"""

from bot import telling
from bot.activities import rows as activities
from bot.activities.rules import Shift
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.frozen import Frozen, replace
from bot.ground.refusals import NotFound, NothingToCorrect, OutOfRange, OwnRecord, RollCallFinished, WrongState
from bot.happened import hears
from bot.hours.booking import counting_month
from bot.hours.crediting import HoursVerified
from bot.hours.sums import acts as running_sums
from bot.hours.verifying import read_reason
from bot.people import rows as people
from bot.people.notice_readers import reads_for
from bot.roll_call import attendance_rows
from bot.roll_call import fresh_cards as roll_news
from bot.roll_call.acts import Taken, card_of, taken
from bot.roll_call.correcting import rows as corrections
from bot.roll_call.correcting.hours import rebook, rebook_heads
from bot.roll_call.finishing import MOST_HELPED
from bot.roll_call.permissions import may_close_roll
from bot.roll_call.rules import (
    AWAY,
    Attendance,
    AttendanceState,
    GroupHeads,
    Line,
    RollCallState,
    check_minutes,
    marked,
    missed,
    put_right,
)
from bot.roll_call.shown import MarkLook, PutRight, RollCallCard
from bot.store.transaction import Tx


class Figures(Frozen):
    """What a correction adds to the figures of a month."""

    came: int = 0
    no_shows: int = 0
    helped: int = 0


async def finished(desk: Desk, shift_id: int) -> Taken:
    """Locked. Raises NotFound, RollCallFinished for who may not close it, WrongState while it is open."""
    await desk.tx.lock("shift", shift_id)
    found = await taken(desk, shift_id)
    if not may_close_roll(desk.viewer, found.shift.activity):
        raise RollCallFinished
    if not found.call.closed:
        raise WrongState(state=found.call.state, wanted=RollCallState.CLOSED)
    return found


async def check_mark(desk: Desk, *, shift_id: int, person_id: int, mark: AttendanceState, minutes: int = 0) -> Line:
    """Whether it can be put right so, before it is asked why. Raises as `correct_mark`."""
    if person_id == desk.viewer.id:
        raise OwnRecord
    card = await card_of(desk, await finished(desk, shift_id))
    line = line_of(card, person_id)
    put(card, line, mark, minutes)
    return line


async def correct_mark(
    desk: Desk, *, shift_id: int, person_id: int, mark: AttendanceState, minutes: int = 0, reason: str
) -> PutRight:
    """The mark, the person's hours and the figures; the person is told.

    Raises NotFound, OwnRecord, OutOfRange, NothingToCorrect, EmptyText, TextTooLong, as `finished`, and what
    correcting and verifying hours raise.
    """
    said = read_reason(reason)
    await desk.tx.lock("person", person_id)
    before = await check_mark(desk, shift_id=shift_id, person_id=person_id, mark=mark, minutes=minutes)
    found = await finished(desk, shift_id)
    known = put(await card_of(desk, found), before, mark, minutes)
    await attendance_rows.mark(desk.tx, shift_id, person_id, known, by=desk.viewer.id, now=desk.now)
    after = replace(before, attendance=known)
    booked = await rebook(desk, await card_of(desk, found), after, said)
    await count_mark(desk, found.shift, person_id, before.attendance, known, said)
    told = booked.told or await tell(desk, shift_id, person_id, said)
    await note(desk, "mark_corrected", f"shift:{shift_id}", person=person_id)
    return PutRight(found.shift, after.name, after, booked.made, booked.taken_back, told)


def put(card: RollCallCard, line: Line, mark: AttendanceState, minutes: int) -> Attendance:
    """What is known then. Raises OutOfRange, NothingToCorrect."""
    known = line.attendance
    if mark in {AttendanceState.LATE, AttendanceState.LEFT_EARLY}:
        late, early = (known.late_minutes or 0, known.early_minutes or 0) if known else (0, 0)
        check_minutes(card.shift, mark, minutes, early if mark is AttendanceState.LATE else late)
    after = put_right(known, mark, card.now, minutes=minutes)
    if known is not None and said_by(card, known) == said_by(card, after):
        raise NothingToCorrect
    return after


def said_by(card: RollCallCard, attendance: Attendance) -> tuple[object, ...]:
    away = attendance.state if attendance.state in AWAY else None
    return away, attendance.late_minutes or 0, attendance.early_minutes or 0, card.counted(attendance).minutes


def line_of(card: RollCallCard, person_id: int) -> Line:
    for line in card.lines:
        if line.person_id == person_id:
            return line
    raise NotFound


async def correct_heads(desk: Desk, *, shift_id: int, group_place_id: int, heads: int, reason: str) -> PutRight:
    """How many of a group came without names. Raises NotFound, OutOfRange, NothingToCorrect and as `correct_mark`."""
    said = read_reason(reason)
    found = await finished(desk, shift_id)
    before = await group_to_correct(desk, found, group_place_id, heads)
    await attendance_rows.set_group_heads(desk.tx, shift_id, group_place_id, heads)
    booked = await rebook_heads(desk, await card_of(desk, found), before, heads, said)
    more = heads - (before.here or 0)
    await count(desk, found.shift, Figures(came=more, no_shows=-more), said, group_place_id=group_place_id)
    await note(desk, "heads_corrected", f"shift:{shift_id}")
    return PutRight(found.shift, before.team, None, booked.made, booked.taken_back)


async def check_heads(desk: Desk, *, shift_id: int, group_place_id: int, heads: int) -> GroupHeads:
    return await group_to_correct(desk, await finished(desk, shift_id), group_place_id, heads)


async def group_to_correct(desk: Desk, found: Taken, group_place_id: int, heads: int) -> GroupHeads:
    for group in await attendance_rows.group_heads(desk.tx, found.shift.id):
        if group.group_place_id == group_place_id:
            if not 0 <= heads <= group.unnamed:
                raise OutOfRange(field="heads", value=heads, lowest=0, highest=group.unnamed)
            if heads == group.here:
                raise NothingToCorrect
            return group
    raise NotFound


async def check_helped(desk: Desk, *, shift_id: int, helped: int) -> None:
    """Raises OutOfRange, NothingToCorrect and as `finished`."""
    found = await finished(desk, shift_id)
    if not 0 <= helped <= MOST_HELPED:
        raise OutOfRange(field="helped", value=helped, lowest=0, highest=MOST_HELPED)
    if helped == (found.call.beneficiaries or 0):
        raise NothingToCorrect


async def correct_helped(desk: Desk, *, shift_id: int, helped: int, reason: str) -> PutRight:
    """How many people were helped. Raises as `check_helped`, EmptyText, TextTooLong."""
    said = read_reason(reason)
    await check_helped(desk, shift_id=shift_id, helped=helped)
    found = await finished(desk, shift_id)
    await count(desk, found.shift, Figures(helped=helped - (found.call.beneficiaries or 0)), said)
    await note(desk, "helped_corrected", f"shift:{shift_id}")
    return PutRight(found.shift, "")


async def count_mark(
    desk: Desk, shift: Shift, person_id: int, before: Attendance | None, after: Attendance, reason: str
) -> None:
    """What a mark put right adds to the figures; nothing while the roll-call is open."""
    figures = Figures(
        came=int(after.came) - int(before is not None and before.came),
        no_shows=int(missed(after)) - int(missed(before)),
    )
    marks = (before.state if before else None, after.state)
    await count(desk, shift, figures, reason, person_id=person_id, marks=marks)


async def count(
    desk: Desk,
    shift: Shift,
    figures: Figures,
    reason: str,
    *,
    person_id: int | None = None,
    group_place_id: int | None = None,
    marks: tuple[AttendanceState | None, AttendanceState | None] = (None, None),
) -> None:
    """The row of it, in the month in which it counts; whoever has the card open sees it."""
    closed_in = await corrections.month_of(desk.tx, shift.id)
    if closed_in is not None:
        month = await counting_month(desk.tx, shift.station_id, shift.zone, closed_in, desk.now)
        await running_sums.roll_put_right(
            desk.tx, shift.id, month, helped=figures.helped, came=figures.came, no_shows=figures.no_shows
        )
        await corrections.add(
            desk.tx,
            shift.id,
            month=month,
            reason=reason,
            by=desk.viewer.id,
            now=desk.now,
            person_id=person_id,
            group_place_id=group_place_id,
            before=marks[0],
            after=marks[1],
            came=figures.came,
            no_shows=figures.no_shows,
            helped=figures.helped,
        )
    await roll_news.changed(desk.tx, shift.id, desk.now, by=desk.viewer.id)


async def tell(desk: Desk, shift_id: int, person_id: int, reason: str) -> bool:
    reader_id, by = await reads_for(desk.tx, person_id), desk.viewer.id
    if reader_id is None:
        return False
    own = reader_id == person_id
    corrected = notices.MarkCorrected(shift_id, reason, by)
    return await telling.tell(
        desk.tx,
        corrected if own else notices.MarkCorrectedFor(shift_id, reason, by, person_id),
        reader_id,
        key=f"mark_corrected:shift:{shift_id}:person:{person_id}:{desk.now}",
        subject=f"shift:{shift_id}",
        now=desk.now,
    )


async def mark_look(
    tx: Tx, person_id: int, *, shift_id: int, reason: str, by: int, reader_id: int
) -> MarkLook | None:  # fmt: skip
    """As the person reads it, or who looks after them; None for who is not on that roll any more."""
    shift = await activities.get_shift(tx, shift_id)
    mine = [line for line in await attendance_rows.lines(tx, shift_id) if line.person_id == person_id]
    if shift is None or not mine or await reads_for(tx, person_id) != reader_id:
        return None
    name = None if person_id == reader_id else mine[0].name
    return MarkLook(shift, mine[0], (await people.person(tx, by)).name, reason, name)


@hears(HoursVerified)
async def came_after_all(desk: Desk, shift_id: int, person_id: int) -> None:
    """Who is marked as away, or not marked yet, was there: the no-show is taken back, in the figures too."""
    before = await attendance_rows.of_person(desk.tx, shift_id, person_id)
    if before is not None and before.came:
        return
    shift = await activities.get_shift(desk.tx, shift_id)
    if shift is None or not await attendance_rows.is_listed(desk.tx, shift_id, person_id):
        return
    known = replace(marked(before, AttendanceState.HERE, desk.now), state=AttendanceState.DONE)
    await attendance_rows.mark(desk.tx, shift_id, person_id, known, by=desk.viewer.id, now=desk.now)
    await count_mark(desk, shift, person_id, before, known, "")
