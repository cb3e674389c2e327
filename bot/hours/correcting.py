"""A correction never touches the old line: it adds a reversing one, and a new one where minutes remain.

Neither takes over why the old line had so many minutes: the reason is who corrected it, and it is all of the minutes.
"""

from bot.desk import Desk, note
from bot.ground.frozen import replace
from bot.ground.refusals import AlreadyCorrected, NotFound, NothingToCorrect, ReasonMissing
from bot.hours import booking
from bot.hours import rows as books
from bot.hours.long_days import acts as long_days
from bot.hours.rules import Entry, RecordState, ServiceRecord, Source, Why, check_entry
from bot.hours.sums import acts as running_sums
from bot.store.transaction import Tx


async def correct_record(
    desk: Desk, *, record_id: int, starts_at: int, ends_at: int, minutes: int, reason: str
) -> ServiceRecord:
    """Reverses a verified record and, for more than 0 minutes, books a new one; the newest of the two.

    What was booked in a closed month is put right in the month of ``now``. Raises NotFound, OwnRecord, WrongState,
    AlreadyCorrected, NothingToCorrect, ReasonMissing and, for the new one, what entering and verifying raise.
    """
    record = await correctable(desk, record_id, reason)
    entry = replace(entry_of(record, minutes, reason), starts_at=starts_at, ends_at=ends_at)
    await check_correction(desk, record, entry)
    made = await reverse(desk.tx, record, by=desk.viewer.id, now=desk.now, reason=reason)
    if minutes:
        written = await booking.write_down(desk.tx, entry, by=desk.viewer.id, now=desk.now, replaces_id=record_id)
        month = made.month if written.day == record.day else None
        made = await booking.book(desk.tx, written, by=desk.viewer.id, now=desk.now, reason=reason, month=month)
    await note(desk, "record_corrected", f"record:{record_id}")
    return made


def entry_of(record: ServiceRecord, minutes: int, reason: str) -> Entry:
    why = (Why("corrected" if minutes > 0 else "taken_back", minutes),)
    return replace(record.entry, minutes=minutes, source=Source.CORRECTION, note=reason, why=why, flags=())


async def correctable(desk: Desk, record_id: int, reason: str) -> ServiceRecord:
    record = await booking.decidable(desk, record_id, RecordState.VERIFIED)
    if record.reversed or record.reverses_id is not None:
        raise AlreadyCorrected
    if not reason:
        raise ReasonMissing
    return record


async def check_correction(desk: Desk, record: ServiceRecord, entry: Entry) -> None:
    old = record.entry
    if (old.starts_at, old.ends_at, old.minutes) == (entry.starts_at, entry.ends_at, entry.minutes):
        raise NothingToCorrect
    if entry.minutes == 0:
        return
    check_entry(entry, desk.now)
    await booking.check_person(desk.tx, entry, except_id=record.id)
    day = await booking.day_at(desk.tx, entry.station_id, entry.starts_at)
    less = old.minutes if day == record.day else 0
    await booking.check_day(desk, replace(record, entry=entry, day=day), entry.note, less=less)


async def reverse(tx: Tx, record: ServiceRecord, *, by: int, now: int, reason: str) -> ServiceRecord:
    """The same line with minus its minutes, in the line's own month, or in this one once that is closed."""
    entry = entry_of(record, -record.entry.minutes, reason)
    written = await booking.write_down(tx, entry, by=by, now=now, reverses_id=record.id)
    return await booking.book(tx, written, by=by, now=now, reason=reason, month=record.month)


async def resubmit_record(desk: Desk, *, record_id: int, entry: Entry) -> ServiceRecord:
    """A record that was sent back, waiting again with new times, minutes and note: by its person or who entered it.

    Raises NotFound, WrongState, and as entering.
    """
    record = await booking.known(desk.tx, record_id)
    if desk.viewer.id not in {record.entry.person_id, record.entered_by}:
        raise NotFound
    booking.require(record, RecordState.RETURNED)
    check_entry(entry, desk.now)
    await booking.check_person(desk.tx, entry, except_id=record_id)
    day = await booking.day_at(desk.tx, entry.station_id, entry.starts_at)
    needs = await long_days.needs_of(desk.tx, entry, day)
    resubmitted = await books.resubmit(desk.tx, record_id, entry, day=day, now=desk.now, needs=needs)
    record = await booking.known(desk.tx, record_id)
    if resubmitted:
        await running_sums.add(desk.tx, running_sums.waits(record))
    return record
