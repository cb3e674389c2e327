"""A record waits until somebody other than its person verifies it; only then does any sum move.

For a finished roll-call call ``credit_roll_call``, once.
"""

from collections.abc import Sequence

from bot.desk import Desk, note
from bot.ground.refusals import NotFound, ReasonMissing, Refusal
from bot.ground.times import local_day, zone_named
from bot.hours import book_rows, booking
from bot.hours import rows as books
from bot.hours.looks import Credited
from bot.hours.rules import Entry, RecordState, ServiceRecord, check_entry
from bot.store.transaction import Tx


async def enter_record(tx: Tx, now: int, entry: Entry, *, entered_by: int) -> ServiceRecord:
    """A waiting record; without a team it gets the one its person was in then.

    Raises InTheFuture, TooShort, TooLong, StaffOnDuty, RecordsOverlap.
    """
    check_entry(entry, now)
    await booking.check_person(tx, entry)
    return await booking.write_down(tx, await booking.with_team(tx, entry), by=entered_by, now=now)


async def verify_record(desk: Desk, *, record_id: int, reason: str = "") -> ServiceRecord:
    """Raises NotFound, OwnRecord, AlreadyVerified, WrongState, NeedsCoordinator, NeedsAdministrator, ReasonMissing."""
    booked = await verify(desk, record_id, reason)
    await note_verified(desk, record_id)
    return booked


async def verify_each(desk: Desk, records: Sequence[ServiceRecord]) -> list[Credited]:
    """Those that this viewer may verify; the others come back with what they need."""
    for person_id in sorted({one.entry.person_id for one in records if one.entry.person_id is not None}):
        await desk.tx.lock("person", person_id)
    made: list[Credited] = []
    for record in records:
        try:
            made.append(Credited(record.entry, await verify(desk, record.id, reason="")))
        except Refusal as refusal:
            made.append(Credited(record.entry, record, refusal))
    for one in made:
        if one.record and not one.refusal:
            await note_verified(desk, one.record.id)
    return made


async def verify(desk: Desk, record_id: int, reason: str) -> ServiceRecord:
    """Without the note, which comes last in a transaction."""
    record = await booking.decidable(desk, record_id, RecordState.SUBMITTED)
    await booking.check_day(desk, record, reason)
    return await booking.book(desk.tx, record, by=desk.viewer.id, now=desk.now, reason=reason)


async def note_verified(desk: Desk, record_id: int) -> None:
    await note(desk, "record_verified", f"record:{record_id}")


async def return_record(desk: Desk, *, record_id: int, reason: str) -> ServiceRecord:
    """Sent back with a reason, to be mended and sent again.

    Raises NotFound, OwnRecord, AlreadyVerified, WrongState, ReasonMissing.
    """
    await booking.decidable(desk, record_id, RecordState.SUBMITTED)
    if not reason:
        raise ReasonMissing
    await books.set_returned(desk.tx, record_id, by=desk.viewer.id, now=desk.now, reason=reason)
    await note(desk, "record_returned", f"record:{record_id}")
    return await booking.known(desk.tx, record_id)


async def credit_roll_call(desk: Desk, *, shift_id: int, entries: Sequence[Entry]) -> list[Credited]:
    """The records of a finished roll-call, in the order of ``entries``, each verified where this viewer may.

    A line that cannot be booked comes back with its refusal and stops no other: staff on duty, a time that is on
    record already. The no-shows and people helped of the roll-call count from now on.
    """
    for person_id in sorted(entry.person_id for entry in entries if entry.person_id is not None):
        await desk.tx.lock("person", person_id)
    made = [await credit(desk, entry) for entry in entries]
    await count_roll_call(desk.tx, shift_id, desk.now)
    await note(desk, "roll_call_credited", f"shift:{shift_id}")
    return made


async def credit(desk: Desk, entry: Entry) -> Credited:
    """Entered, and verified at once where the viewer may; else it waits."""
    try:
        record = await enter_record(desk.tx, desk.now, entry, entered_by=desk.viewer.id)
    except Refusal as refusal:
        return Credited(entry, None, refusal)
    try:
        return Credited(entry, await verify(desk, record.id, reason=""))
    except Refusal as refusal:
        return Credited(entry, record, refusal)


async def count_roll_call(tx: Tx, shift_id: int, now: int) -> None:
    """Puts a roll-call into the month in which its no-shows and people helped count."""
    place = await book_rows.place_of_shift(tx, shift_id)
    if place is None:
        raise NotFound
    day = local_day(zone_named(place.zone), place.starts_at)
    month = await booking.counting_month(tx, place.station_id, place.zone, f"{day:%Y-%m}", now)
    await book_rows.set_roll_call_month(tx, shift_id, month)
