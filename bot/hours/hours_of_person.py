"""Somebody's records, for the staff who answer for them: to look something up, and to correct what was verified."""

from bot.desk import Desk
from bot.ground.paging import to_read
from bot.ground.refusals import NotAllowed, NotFound
from bot.ground.text import line
from bot.ground.viewer import Viewer
from bot.hours import booking, rows
from bot.hours import permissions as may
from bot.hours.own_hours import PAGE, record_page
from bot.hours.rules import RecordState, ServiceRecord
from bot.hours.shown import RecordPage
from bot.hours.statements.acts import correct_hours, typed_hours
from bot.hours.verifying import read_reason
from bot.members import acts as people_seen
from bot.people import rows as people


def check_staff(viewer: Viewer) -> None:
    """Raises NotAllowed."""
    if not viewer.has(*may.STAFF):
        raise NotAllowed(needs="social_worker")


async def records_of(desk: Desk, person_id: int, page: int) -> tuple[str, RecordPage]:
    """The name and a page. Raises NotAllowed, NotFound for who is out of reach."""
    check_staff(desk.viewer)
    await people_seen.reached(desk, person_id)
    page = max(0, page)
    found = await rows.of_person(desk.tx, person_id, limit=to_read(page, PAGE), offset=page * PAGE)
    return (await people.person(desk.tx, person_id)).name, await record_page(desk.tx, found, page)


async def record_of(desk: Desk, record_id: int) -> ServiceRecord:
    """Raises NotAllowed, NotFound."""
    check_staff(desk.viewer)
    record = await booking.known(desk.tx, record_id)
    if record.entry.person_id is None:
        raise NotFound
    await people_seen.reached(desk, record.entry.person_id)
    return record


def may_correct(viewer: Viewer, record: ServiceRecord) -> bool:
    """What was verified and not corrected yet, by who could have verified it."""
    open_to = record.state is RecordState.VERIFIED and not record.reversed and record.reverses_id is None
    person_id = record.entry.person_id
    return open_to and may.may_verify(viewer, path=record.station_path, lead_id=record.lead_id, person_id=person_id)


async def correctable(desk: Desk, record_id: int) -> ServiceRecord:
    """Raises NotFound where it cannot be corrected by this viewer."""
    record = await record_of(desk, record_id)
    if not may_correct(desk.viewer, record):
        raise NotFound
    return record


async def check_hours(desk: Desk, record_id: int, text: str) -> str:
    """The right hours as typed, if they can be read. Raises BadHours."""
    await typed_hours(desk.tx, await correctable(desk, record_id), text)
    return line("hours", text, 60)


async def correct(desk: Desk, *, record_id: int, hours: str, reason: str) -> ServiceRecord:
    """The newest record. Raises NotFound, BadHours, EmptyText, and what correcting raises."""
    return await correct_hours(desk, await correctable(desk, record_id), hours, reason=read_reason(reason))
