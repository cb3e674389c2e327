"""Who came without a place. A new name becomes a person of the activity's team, looked after by who adds it."""

from bot.activities.rules import Shift
from bot.desk import Desk, note
from bot.ground.paging import pages_of, to_read
from bot.ground.reading.names import one_name
from bot.ground.refusals import NotFound, Refusal
from bot.ground.viewer import Person
from bot.members import finding_rows as finding
from bot.members.acts import NAME_LIMIT
from bot.people import rows as people
from bot.people.consent.acts import require_consent
from bot.people.name_part_rows import beginning
from bot.roll_call import attendance_rows
from bot.roll_call import fresh_cards as roll_news
from bot.roll_call.acts import held, taken
from bot.roll_call.rules import AttendanceState, marked
from bot.roll_call.shown import WalkInChoice
from bot.teams import rows as teams

PAGE = 8


async def choice(desk: Desk, *, shift_id: int, page: int = 0, name: str = "") -> WalkInChoice:
    """Members of the team and people the viewer looks after; with part of a `name`, everybody in the viewer's reach."""
    found = await taken(desk, shift_id)
    page = min(max(page, 0), 10_000)
    known = await attendance_rows.walk_in_candidates(
        desk.tx,
        shift_id,
        desk.viewer.id,
        found.shift.team_id,
        part=beginning(name),
        pattern=finding.escaped(name),
        limit=to_read(page, PAGE),
        offset=page * PAGE,
    )
    if name and len(known) < PAGE:
        known |= await reached(desk, shift_id, name)
    listed = list(known.items())
    here = [(id, who, await in_the_way(desk, found.shift, id)) for id, who in listed[:PAGE]]
    return WalkInChoice(
        found.shift,
        tuple((id, who) for id, who, refusal in here if refusal is None),
        page,
        len(listed) > PAGE,
        pages_of(page, PAGE, len(listed)),
        name,
        tuple((who, refusal) for _, who, refusal in here if refusal is not None),
    )


async def in_the_way(desk: Desk, shift: Shift, person_id: int) -> Refusal | None:
    """What keeps somebody off the list; None where nothing does."""
    try:
        await check_consent(desk, shift, await people.person(desk.tx, person_id))
    except Refusal as refusal:
        return refusal
    return None


async def reached(desk: Desk, shift_id: int, name: str) -> dict[int, str]:
    """Whom the viewer's roles reach; who is on the list already is left out."""
    found = await finding.find_people(desk.tx, desk.viewer.id, name, limit=PAGE)
    return {one.id: one.name for one in found if not await attendance_rows.is_listed(desk.tx, shift_id, one.id)}


def checked_name(text: str) -> str:
    """Raises OneNameOnly, NumberInName, EmptyText, TextTooLong."""
    return one_name(text, NAME_LIMIT)


async def add_person(desk: Desk, *, shift_id: int, person_id: int) -> None:
    """Here, without a place; who is on the list is marked here. Raises NotFound, what consent asks, and as `held`."""
    found = await held(desk, shift_id)
    if not await attendance_rows.is_listed(desk.tx, shift_id, person_id) and not await in_reach(
        desk, found.shift, person_id
    ):
        raise NotFound
    await put_down(desk, found.shift, person_id)


async def in_reach(desk: Desk, shift: Shift, person_id: int) -> bool:
    """Whether the choice could have shown this person to this viewer."""
    person = await people.person(desk.tx, person_id)
    known = await attendance_rows.walk_in_candidates(
        desk.tx, shift.id, desk.viewer.id, shift.team_id, part=beginning(person.name),
        pattern=finding.escaped(person.name), limit=1000,
    )  # fmt: skip
    return person_id in known or person_id in await reached(desk, shift.id, person.name)


async def add_new(desk: Desk, *, shift_id: int, name: str, adult: bool) -> int:
    """A new name, here without a place; the new person. Raises EmptyText, TextTooLong and as `add_person`."""
    found = await held(desk, shift_id)
    team_id = found.shift.team_id
    added = await people.add_person(
        desk.tx,
        now=desk.now,
        state="managed",
        name=checked_name(name),
        age_band="adult" if adult else "minor",
        home_team_id=team_id,
        managed_by_id=desk.viewer.id,
    )
    if team_id is not None:
        await teams.join(desk.tx, team_id=team_id, person_id=added, now=desk.now)
    await put_down(desk, found.shift, added)
    await note(desk, "person_added", f"person:{added}")
    return added


async def put_down(desk: Desk, shift: Shift, person_id: int) -> None:
    await check_consent(desk, shift, await people.person(desk.tx, person_id))
    before = await attendance_rows.of_person(desk.tx, shift.id, person_id)
    known = marked(
        before,
        AttendanceState.HERE,
        desk.now,
        walk_in=not await attendance_rows.is_listed(desk.tx, shift.id, person_id),
    )
    await attendance_rows.mark(desk.tx, shift.id, person_id, known, by=desk.viewer.id, now=desk.now)
    await roll_news.changed(desk.tx, shift.id, desk.now, by=desk.viewer.id)


async def check_consent(desk: Desk, shift: Shift, person: Person) -> None:
    minimum_age = shift.activity.minimum_age
    await require_consent(
        desk.tx, person, at=shift.starts_at, zone=shift.zone, now=desk.now, minimum_age=minimum_age, by=desk.viewer.id
    )
