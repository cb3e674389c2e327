"""Somebody's records, for the staff who answer for them: to look something up, and to correct what was verified."""

from bot.domain.people import Viewer
from bot.domain.permissions import records as may
from bot.domain.record_looks import RecordPage
from bot.domain.refusals import NotAllowed, NotFound
from bot.domain.service_records import RecordState, ServiceRecord
from bot.domain.text import line
from bot.storage import people
from bot.storage import service_records as books
from bot.storage.transaction import Tx
from bot.use_cases import booking
from bot.use_cases import people as people_seen
from bot.use_cases.hours_statements import correct_hours, typed_hours
from bot.use_cases.own_hours import PAGE
from bot.use_cases.verifying import read_reason


def check_staff(viewer: Viewer) -> None:
    """Raises NotAllowed."""
    if not viewer.has(*may.STAFF):
        raise NotAllowed(needs="social_worker")


async def records_of(tx: Tx, viewer: Viewer, person_id: int, page: int) -> tuple[str, RecordPage]:
    """The name and a page. Raises NotAllowed, NotFound for who is out of reach."""
    check_staff(viewer)
    await people_seen.reached(tx, viewer, person_id)
    page = max(0, page)
    found = await books.of_person(tx, person_id, limit=PAGE + 1, offset=page * PAGE)
    return (await people.person(tx, person_id)).name, RecordPage(tuple(found[:PAGE]), page, len(found) > PAGE)


async def record_of(tx: Tx, viewer: Viewer, record_id: int) -> ServiceRecord:
    """Raises NotAllowed, NotFound."""
    check_staff(viewer)
    record = await booking.known(tx, record_id)
    if record.entry.person_id is None:
        raise NotFound
    await people_seen.reached(tx, viewer, record.entry.person_id)
    return record


def may_correct(viewer: Viewer, record: ServiceRecord) -> bool:
    """What was verified and not corrected yet, by who could have verified it."""
    open_to = record.state is RecordState.VERIFIED and not record.reversed and record.reverses_id is None
    person_id = record.entry.person_id
    return open_to and may.may_verify(viewer, path=record.station_path, lead_id=record.lead_id, person_id=person_id)


async def correctable(tx: Tx, viewer: Viewer, record_id: int) -> ServiceRecord:
    """Raises NotFound where it cannot be corrected by this viewer."""
    record = await record_of(tx, viewer, record_id)
    if not may_correct(viewer, record):
        raise NotFound
    return record


async def check_hours(tx: Tx, viewer: Viewer, record_id: int, text: str) -> str:
    """The right hours as typed, if they can be read. Raises BadHours."""
    await typed_hours(tx, await correctable(tx, viewer, record_id), text)
    return line("hours", text, 60)


async def correct(tx: Tx, viewer: Viewer, now: int, *, record_id: int, hours: str, reason: str) -> ServiceRecord:
    """The newest record. Raises NotFound, BadHours, EmptyText, and what correcting raises."""
    record = await correctable(tx, viewer, record_id)
    return await correct_hours(tx, viewer, now, record, hours, reason=read_reason(reason))
