"""What every act on the books shares: finding the record, its guards, and the line with its sum.

Locks in this order: the record's person, then the station's months. A record's month is settled when it is booked.
"""

from datetime import date

from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.months import month_of
from bot.ground.reading.dates import Calendar, calendar_at
from bot.ground.refusals import AlreadyVerified, NotFound, OwnRecord, StaffOnDuty, WrongState
from bot.ground.times import local_day, zone_named
from bot.hours import booking_rows
from bot.hours import permissions as may
from bot.hours import rows as books
from bot.hours import team_month_rows as team_months
from bot.hours.long_days import acts as long_days
from bot.hours.noted.acts import note_booking
from bot.hours.rules import Entry, RecordState, ServiceRecord, check_overlap
from bot.hours.rules import check_day as check_day_limits
from bot.hours.sums import acts as running_sums
from bot.hours.sums.rules import Sums
from bot.stations import rows as stations
from bot.store.transaction import Tx


async def known(tx: Tx, record_id: int) -> ServiceRecord:
    """Raises NotFound."""
    record = await books.get(tx, record_id)
    if record is None:
        raise NotFound
    return record


async def decidable(desk: Desk, record_id: int, state: RecordState) -> ServiceRecord:
    """The record, in this state and its person locked, if the viewer may decide about it.

    Raises NotFound, OwnRecord (not through a second role either), AlreadyVerified, WrongState.
    """
    record = await known(desk.tx, record_id)
    if record.entry.person_id == desk.viewer.id:
        raise OwnRecord
    if not may.may_verify(
        desk.viewer, path=record.station_path, lead_id=record.lead_id, person_id=record.entry.person_id
    ):
        raise NotFound
    if record.entry.person_id is not None:
        await desk.tx.lock("person", record.entry.person_id)
        record = await known(desk.tx, record_id)
    if record.state is RecordState.VERIFIED and state is RecordState.SUBMITTED:
        raise AlreadyVerified
    return require(record, state)


def require(record: ServiceRecord, state: RecordState) -> ServiceRecord:
    """Raises WrongState."""
    if record.state is not state:
        raise WrongState(state=record.state.value, wanted=state.value)
    return record


async def check_person(tx: Tx, entry: Entry, *, except_id: int = 0) -> None:
    """The person is free of duty and of other records at that time. Takes the person's lock.

    Raises StaffOnDuty, RecordsOverlap.
    """
    if entry.person_id is None:
        return
    await tx.lock("person", entry.person_id)
    place = await stations.station(tx, entry.station_id)
    if await booking_rows.on_duty(
        tx, entry.person_id, path=place.path, at=entry.starts_at, activity_id=entry.activity_id
    ):
        raise StaffOnDuty
    check_overlap(entry.span, await booking_rows.in_the_way(tx, entry.person_id, entry.span, except_id=except_id))


async def check_day(desk: Desk, record: ServiceRecord, reason: str, *, less: int = 0) -> None:
    """Much in one day needs somebody higher. `less`: minutes of that day that this record replaces.

    Raises NeedsCoordinator, NeedsAdministrator, ReasonMissing.
    """
    if record.entry.person_id is None:
        return
    limits = await long_days.limits_of(desk.tx, record.entry.station_id)
    minutes = (
        record.entry.minutes - less + await booking_rows.verified_minutes(desk.tx, record.entry.person_id, record.day)
    )
    check_day_limits(minutes, limits, may.highest_role(desk.viewer, path=record.station_path), reason)


async def counting_month(tx: Tx, station_id: int, zone: str, month: str, now: int) -> str:
    """The month itself, or the one of ``now`` once that was closed. Holds the station's months to the end."""
    await tx.lock("team_month", station_id)
    return month_of(zone_named(zone), now) if await team_months.is_closed(tx, station_id, month) else month


async def with_team(tx: Tx, entry: Entry) -> Entry:
    """With the team of the activity, else the one the person was in then."""
    if entry.team_id is not None or entry.person_id is None:
        return entry
    return replace(entry, team_id=await booking_rows.team_then(tx, entry.person_id, entry.starts_at))


async def day_at(tx: Tx, station_id: int, instant: int) -> date:
    """The day on the station's calendar."""
    place = await stations.station(tx, station_id)
    return local_day(zone_named(place.zone), instant)


async def calendar_of(tx: Tx, station_id: int, now: int) -> Calendar:
    """By which dates typed there are read."""
    return calendar_at(zone_named((await stations.station(tx, station_id)).zone), now)


async def write_down(
    tx: Tx,
    entry: Entry,
    *,
    by: int,
    now: int,
    reverses_id: int | None = None,
    replaces_id: int | None = None,
    sums: Sums | None = None,
) -> ServiceRecord:
    """A waiting record, of the day on which it began. ``sums``: as for ``book``."""
    day = await day_at(tx, entry.station_id, entry.starts_at)
    at_once = reverses_id is not None or replaces_id is not None
    id = await books.add(
        tx, entry, day=day, month=f"{day:%Y-%m}", entered_by=by, now=now, reverses_id=reverses_id,
        replaces_id=replaces_id, needs="" if at_once else await long_days.needs_of(tx, entry, day),
    )  # fmt: skip
    written = await known(tx, id)
    await summed(tx, running_sums.waits(written), sums)
    return written


async def summed(tx: Tx, more: Sums, sums: Sums | None) -> None:
    """Added at once, or to what is added when many are through."""
    if sums is None:
        await running_sums.add(tx, more)
    else:
        running_sums.add_to(sums, more)


async def book(
    tx: Tx,
    record: ServiceRecord,
    *,
    by: int,
    now: int,
    reason: str = "",
    month: str | None = None,
    sums: Sums | None = None,
) -> ServiceRecord:
    """Verified, and added to the sums of the month it counts in (``month``: where that is settled already).

    ``sums`` gathers what is to be added for many records, which whoever gives them adds in the end.
    """
    wanted = month or f"{record.day:%Y-%m}"
    counted = await counting_month(tx, record.entry.station_id, record.zone, wanted, now)
    if not await books.set_verified(tx, record.id, month=counted, by=by, now=now, reason=reason or None):
        raise AlreadyVerified
    await team_months.book(tx, record, month=counted)
    await long_days.settle_day(tx, record.entry.person_id, record.day)
    await summed(tx, await running_sums.booked(tx, record, counted), sums)
    booked = await known(tx, record.id)
    await note_booking(tx, booked, by=by, now=now)
    return booked
