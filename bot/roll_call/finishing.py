"""A roll-call is closed once, and only closing credits hours. What a captain finishes waits for the lead's one tap.

Locks: the people first (a record is added for each), then the shift.
"""

from bot import telling
from bot.activities import looking_rows
from bot.activities import rows as activities
from bot.activities.rules import Shift
from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import NotBegun, NotFound, OutOfRange, RecordsOverlap, RollCallFinished, StaleCard
from bot.happened import hears
from bot.hours import booking_rows
from bot.hours.credit import Credit, Served, credit
from bot.hours.crediting import RollCredited, credit_roll_call
from bot.hours.rules import Entry, Source
from bot.hours.statements import acts as hours_statements
from bot.hours.sums import acts as running_sums
from bot.hours.sums import rows as sum_rows
from bot.people import rows as people
from bot.people.notice_readers import reads_for
from bot.roll_call import attendance_rows
from bot.roll_call import fresh_cards as roll_news
from bot.roll_call import rows as attendance
from bot.roll_call.acts import Taken, card_of, held
from bot.roll_call.rules import GroupHeads, Line, MarkSource, RollCallState, check_roll_call_step, whole_minute
from bot.roll_call.shown import CoveredLook, Question, RollCallCard, RollCallResult
from bot.store.transaction import Tx

MOST_HELPED = 100_000


async def next_question(desk: Desk, *, shift_id: int, extra: bool | None = None) -> tuple[Question, RollCallCard]:
    """What must be settled next; `extra` is the answer to overtime.

    Raises as `held`, and NotBegun.
    """
    card = await card_of(desk, await held(desk, shift_id))
    if not card.begun:
        raise NotBegun(starts_at=card.shift.starts_at)
    return question_of(card, extra), card


def question_of(card: RollCallCard, extra: bool | None) -> Question:
    if card.unmarked or card.uncounted:
        return Question.UNMARKED
    if card.there and not card.over:
        return Question.STILL_THERE
    if card.longer and card.may_close and extra is None:
        return Question.OVERTIME
    return Question.HELPED


async def finish(desk: Desk, *, shift_id: int, helped: int | None, extra: bool = False) -> RollCallResult:
    """Closed, or submitted to the lead. `helped` None: nobody said; `extra`: the lead's word for overtime.

    Raises StaleCard where something is still to be settled, OutOfRange, and as `held`.
    """
    if helped is not None and not 0 <= helped <= MOST_HELPED:
        raise OutOfRange(field="helped", value=helped, lowest=0, highest=MOST_HELPED)
    found, card = await settled(desk, shift_id)
    if not card.may_close:
        return await submit(desk, found, card, helped)
    await attendance.set_beneficiaries(desk.tx, shift_id, helped)
    return await close(desk, card, helped, extra=extra)


async def confirm(desk: Desk, *, shift_id: int, extra: bool = False) -> RollCallResult:
    """The lead's one tap on what a captain has finished. Raises NotFound, StaleCard and as `held`."""
    _, card = await settled(desk, shift_id)
    if not card.may_close:
        raise NotFound
    return await close(desk, card, card.call.beneficiaries, extra=extra)


async def settled(desk: Desk, shift_id: int) -> tuple[Taken, RollCallCard]:
    """With every person locked, in order, before the shift."""
    for line in sorted(await attendance_rows.lines(desk.tx, shift_id), key=lambda line: line.person_id):
        await desk.tx.lock("person", line.person_id)
    found = await held(desk, shift_id)
    card = await card_of(desk, found)
    if not card.begun or question_of(card, extra=True) is not Question.HELPED:
        raise StaleCard(revision=card.shift.revision)
    return found, card


async def submit(desk: Desk, found: Taken, card: RollCallCard, helped: int | None) -> RollCallResult:
    shift = found.shift
    check_roll_call_step(found.call.state, RollCallState.SUBMITTED)
    await attendance.submit(desk.tx, shift.id, by=desk.viewer.id, beneficiaries=helped)
    await roll_news.changed(desk.tx, shift.id, desk.now, by=desk.viewer.id)
    await telling.tell(
        desk.tx,
        notices.RollCallSubmitted(shift.id, desk.viewer.id),
        shift.lead_id,
        key=f"roll_call_submitted:shift:{shift.id}:{desk.now}",
        subject=f"shift:{shift.id}",
        now=desk.now,
    )
    return RollCallResult(shift, (), (), card.came, missed_of(card), helped, waits_for=shift.activity.lead_name)


async def close(desk: Desk, card: RollCallCard, helped: int | None, *, extra: bool) -> RollCallResult:
    shift = card.shift
    if not await attendance.close(desk.tx, shift.id, by=desk.viewer.id, now=desk.now):
        raise RollCallFinished
    await looking_rows.roll_finished(desk.tx, shift.id)
    await roll_news.changed(desk.tx, shift.id, desk.now, by=desk.viewer.id)
    if extra:
        for longer in card.longer:
            await attendance_rows.allow_overtime(desk.tx, shift.id, longer.person_id, longer.minutes)
    lines = [
        line for line in await attendance_rows.lines(desk.tx, shift.id) if line.attendance and line.attendance.came
    ]
    entries = [entry_of(card, line) for line in lines]
    heads = [group for group in card.groups if group.here]
    entries += [heads_entry(card, group) for group in heads]
    names = [line.name for line in lines] + [group.team for group in heads]
    made = await credit_roll_call(desk, shift_id=shift.id, entries=entries)
    for one in made:
        if one.record is not None:
            await hours_statements.ask(desk.tx, one.record, desk.now)
        elif isinstance(one.refusal, RecordsOverlap):
            await tell_covered(desk, shift, one.entry)
    return RollCallResult(shift, tuple(names), tuple(made), card.came, missed_of(card), helped)


async def tell_covered(desk: Desk, shift: Shift, entry: Entry) -> None:
    """Nobody is left to find out alone that nothing was added."""
    reader_id = await reads_for(desk.tx, entry.person_id) if entry.person_id is not None else None
    if entry.person_id is not None and reader_id is not None:
        own = reader_id == entry.person_id
        await telling.tell(
            desk.tx,
            notices.HoursCovered(shift.id) if own else notices.HoursCoveredFor(shift.id, entry.person_id),
            reader_id,
            key=f"hours_covered:shift:{shift.id}:person:{entry.person_id}:{desk.now}",
            subject=None,
            now=desk.now,
        )


async def covered_look(tx: Tx, person_id: int, *, shift_id: int, reader_id: int) -> CoveredLook | None:
    """What the person has on record at that time; None for who does not read for them."""
    shift = await activities.get_shift(tx, shift_id)
    if shift is None or await reads_for(tx, person_id) != reader_id:
        return None
    others = await booking_rows.in_the_way(tx, person_id, shift.span)
    name = None if person_id == reader_id else (await people.person(tx, person_id)).name
    return CoveredLook(shift, tuple(others), name) if others else None


@hears(RollCredited)
async def count(desk: Desk, shift_id: int, month: str) -> None:
    """From now on it counts, in that month."""
    before = await sum_rows.roll(desk.tx, shift_id)
    await attendance.set_roll_call_month(desk.tx, shift_id, month)
    await running_sums.roll_moved(desk.tx, shift_id, before)


def missed_of(card: RollCallCard) -> int:
    """Heads with and without names."""
    named = sum(1 for line in card.lines if line.attendance and line.attendance.state == "no_show")
    return named + sum(group.unnamed - group.here for group in card.groups if group.here is not None)


def entry_of(card: RollCallCard, line: Line) -> Entry:
    """The record of one person who came. Less than a minute is refused when it is entered."""
    attendance_ = line.attendance
    if attendance_ is None:
        raise LookupError(f"person {line.person_id} is not marked")
    counted = card.counted(attendance_)
    source = Source.CHECK_IN if attendance_.source is MarkSource.CHECK_IN else Source.ROLL_CALL
    return entry(card.shift, counted, person_id=line.person_id, team_id=card.shift.team_id, source=source)


def heads_entry(card: RollCallCard, group: GroupHeads) -> Entry:
    """Heads without names served what was planned, or until now where it is over sooner; for their own team."""
    left_at = None if card.over else whole_minute(card.now)
    shift = card.shift
    work = Served(
        planned=shift.span,
        came=True,
        checked_out_at=left_at,
        broken_off_at=shift.served_until if shift.broken_off else None,
        break_minutes=shift.activity.break_minutes,
    )
    counted = credit(work, card.grace_minutes)
    return entry(
        card.shift, counted, person_id=None, team_id=group.team_id, source=Source.HEAD_COUNT, heads=group.here or 0
    )


def entry(
    shift: Shift, counted: Credit, *, person_id: int | None, team_id: int | None, source: Source, heads: int = 1
) -> Entry:
    return Entry(
        person_id=person_id,
        station_id=shift.station_id,
        starts_at=counted.starts_at,
        ends_at=counted.ends_at,
        minutes=counted.minutes,
        kind=shift.activity.kind,
        source=source,
        team_id=team_id,
        activity_id=shift.activity_id,
        shift_id=shift.id,
        heads=heads,
        why=counted.why,
        flags=counted.flags,
    )
