"""A record waits until somebody other than its person verifies it; only then does any sum move.

For a finished roll-call call ``credit_roll_call``, once.
"""

from collections import Counter
from collections.abc import Sequence

from bot.desk import Desk, note
from bot.ground.refusals import NotFound, ReasonMissing, RecordsOverlap, Refusal
from bot.ground.times import local_day, zone_named
from bot.happened import Happened, happen
from bot.hours import booking, booking_rows
from bot.hours import rows as books
from bot.hours.overlap_rules import cut
from bot.hours.rules import Entry, RecordState, ServiceRecord, check_entry
from bot.hours.shown import Credited
from bot.hours.sums import acts as running_sums
from bot.hours.sums.rules import Sums
from bot.store.transaction import Tx

RollCredited = Happened[int, str]("roll_credited", "shift month")
"""The hours of a finished roll-call are entered; the month in which it counts."""
HoursVerified = Happened[int, int]("hours_verified", "shift person")
"""Somebody's hours of a shift are verified: whoever says so says that they were there. Their lock is held."""


async def enter_record(tx: Tx, now: int, entry: Entry, *, entered_by: int, sums: Sums | None = None) -> ServiceRecord:
    """A waiting record; without a team it gets the one its person was in then.

    Raises InTheFuture, TooShort, TooLong, StaffOnDuty, RecordsOverlap.
    """
    check_entry(entry, now)
    await booking.check_person(tx, entry)
    return await booking.write_down(tx, await booking.with_team(tx, entry), by=entered_by, now=now, sums=sums)


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
    sums: Sums = Counter()
    for record in records:
        try:
            made.append(Credited(record.entry, await verify(desk, record.id, reason="", sums=sums)))
        except Refusal as refusal:
            made.append(Credited(record.entry, record, refusal))
    await running_sums.add(desk.tx, sums)
    for one in made:
        if one.record and not one.refusal:
            await note_verified(desk, one.record.id)
    return made


async def verify(desk: Desk, record_id: int, reason: str, sums: Sums | None = None) -> ServiceRecord:
    """Without the note, which comes last in a transaction."""
    record = await booking.decidable(desk, record_id, RecordState.SUBMITTED)
    await booking.check_day(desk, record, reason)
    booked = await booking.book(desk.tx, record, by=desk.viewer.id, now=desk.now, reason=reason, sums=sums)
    if record.entry.shift_id is not None and record.entry.person_id is not None:
        await happen(desk, HoursVerified(record.entry.shift_id, record.entry.person_id))
    return booked


async def note_verified(desk: Desk, record_id: int) -> None:
    await note(desk, "record_verified", f"record:{record_id}")


async def return_record(desk: Desk, *, record_id: int, reason: str) -> ServiceRecord:
    """Sent back with a reason, to be mended and sent again.

    Raises NotFound, OwnRecord, AlreadyVerified, WrongState, ReasonMissing.
    """
    record = await booking.decidable(desk, record_id, RecordState.SUBMITTED)
    if not reason:
        raise ReasonMissing
    if await books.set_returned(desk.tx, record_id, by=desk.viewer.id, now=desk.now, reason=reason):
        await running_sums.add(desk.tx, running_sums.waits(record, -1))
    await note(desk, "record_returned", f"record:{record_id}")
    return await booking.known(desk.tx, record_id)


async def credit_roll_call(desk: Desk, *, shift_id: int, entries: Sequence[Entry]) -> list[Credited]:
    """The records of a finished roll-call, in the order of ``entries``, each verified where this viewer may.

    A line that cannot be booked comes back with its refusal and stops no other: staff on duty, a time that is on
    record already. The no-shows and people helped of the roll-call count from now on.
    """
    for person_id in sorted(entry.person_id for entry in entries if entry.person_id is not None):
        await desk.tx.lock("person", person_id)
    sums: Sums = Counter()
    made = [await credit(desk, entry, sums) for entry in entries]
    await running_sums.add(desk.tx, sums)
    await happen(desk, RollCredited(shift_id, await counting_month_of(desk.tx, shift_id, desk.now)))
    await note(desk, "roll_call_credited", f"shift:{shift_id}")
    return made


async def credit(desk: Desk, entry: Entry, sums: Sums) -> Credited:
    """Entered, and verified at once where the viewer may; else it waits. What is on record already is cut off."""
    try:
        record = await enter_record(desk.tx, desk.now, entry, entered_by=desk.viewer.id, sums=sums)
    except RecordsOverlap as overlap:
        left = await rest_of(desk, entry)
        return await credit(desk, left, sums) if left else Credited(entry, None, overlap)
    except Refusal as refusal:
        return Credited(entry, None, refusal)
    try:
        return Credited(entry, await verify(desk, record.id, reason="", sums=sums))
    except Refusal as refusal:
        return Credited(entry, record, refusal)


async def rest_of(desk: Desk, entry: Entry) -> Entry | None:
    """The part of it that is on record nowhere else: no minute counts twice, and none is lost unsaid."""
    if entry.person_id is None:
        return None
    return cut(entry, await booking_rows.in_the_way(desk.tx, entry.person_id, entry.span))


async def counting_month_of(tx: Tx, shift_id: int, now: int) -> str:
    """The month in which no-shows and people helped of its roll-call count."""
    place = await booking_rows.place_of_shift(tx, shift_id)
    if place is None:
        raise NotFound
    day = local_day(zone_named(place.zone), place.starts_at)
    return await booking.counting_month(tx, place.station_id, place.zone, f"{day:%Y-%m}", now)
