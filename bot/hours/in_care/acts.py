"""Hours of people without Telegram: read by whoever looks after them, and by the captains of their teams."""

from bot.desk import Desk
from bot.ground.paging import pages_of, to_read
from bot.ground.refusals import NotFound
from bot.hours import booking, rows
from bot.hours.in_care import rows as in_care_rows
from bot.hours.own_hours import PAGE, hours_of, record_page
from bot.hours.rules import ServiceRecord
from bot.hours.shown import CarePage, InCareHours, RecordPage
from bot.people import rows as people

PEOPLE = 8


async def anybody(desk: Desk) -> bool:
    """Whether the viewer may have anybody to look at."""
    return await in_care_rows.looks_after(desk.tx, desk.viewer.id)


async def sums(desk: Desk, page: int) -> CarePage:
    """A page of them by name, each with the own sums."""
    page = max(0, page)
    found = await in_care_rows.people(desk.tx, desk.viewer.id, limit=to_read(page, PEOPLE), skip=page * PEOPLE)
    shown = [InCareHours(id, name, await hours_of(desk.tx, id, desk.now)) for id, name in found[:PEOPLE]]
    return CarePage(tuple(shown), page, len(found) > PEOPLE, pages_of(page, PEOPLE, len(found)))


async def one(desk: Desk, person_id: int, page: int) -> tuple[InCareHours, RecordPage]:
    """Raises NotFound for who is not among them."""
    await check(desk, person_id)
    page = max(0, page)
    found = await rows.of_person(desk.tx, person_id, limit=to_read(page, PAGE), offset=page * PAGE)
    name = (await people.person(desk.tx, person_id)).name
    shown = InCareHours(person_id, name, await hours_of(desk.tx, person_id, desk.now))
    return shown, await record_page(desk.tx, found, page)


async def record(desk: Desk, record_id: int) -> ServiceRecord:
    """One of theirs. Raises NotFound."""
    found = await booking.known(desk.tx, record_id)
    await check(desk, found.entry.person_id or 0)
    return found


async def check(desk: Desk, person_id: int) -> None:
    if person_id == 0 or not await in_care_rows.is_in_care(desk.tx, desk.viewer.id, person_id):
        raise NotFound
