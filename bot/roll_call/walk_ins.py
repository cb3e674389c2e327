"""Who came without a place. A new name becomes a person of the activity's team, looked after by who adds it."""

from bot.activities.rules import Shift
from bot.ground.refusals import NotFound
from bot.ground.text import one_name
from bot.ground.viewer import Viewer
from bot.members import finding
from bot.members.acts import NAME_LIMIT
from bot.people import rows as people
from bot.people.consenting import require_consent
from bot.roll_call import news as roll_news
from bot.roll_call import rows as attendance
from bot.roll_call.acts import held, taken
from bot.roll_call.looks import WalkInChoice
from bot.roll_call.rules import AttendanceState, marked
from bot.store import audit
from bot.store.transaction import Tx
from bot.teams import rows as teams

PAGE = 8


async def choice(tx: Tx, viewer: Viewer, now: int, *, shift_id: int, page: int = 0, name: str = "") -> WalkInChoice:
    """Members of the team and people the viewer looks after; with part of a `name`, everybody in the viewer's reach."""
    found = await taken(tx, viewer, now, shift_id)
    page = min(max(page, 0), 10_000)
    known = await attendance.walk_in_candidates(
        tx, shift_id, viewer.id, found.shift.team_id, name=name, limit=PAGE + 1, offset=page * PAGE
    )
    if name and len(known) < PAGE:
        known |= await reached(tx, viewer, shift_id, name)
    listed = list(known.items())
    return WalkInChoice(found.shift, tuple(listed[:PAGE]), page, len(listed) > PAGE, name)


async def reached(tx: Tx, viewer: Viewer, shift_id: int, name: str) -> dict[int, str]:
    """Whom the viewer's roles reach; who is on the list already is left out."""
    found = await finding.find_people(tx, viewer.id, name, limit=PAGE)
    return {one.id: one.name for one in found if not await attendance.is_listed(tx, shift_id, one.id)}


def checked_name(text: str) -> str:
    """Raises OneNameOnly, EmptyText, TextTooLong."""
    return one_name(text, NAME_LIMIT)


async def add_person(tx: Tx, viewer: Viewer, now: int, *, shift_id: int, person_id: int) -> None:
    """Here, without a place; who is on the list is marked here. Raises NotFound, what consent asks, and as `held`."""
    found = await held(tx, viewer, now, shift_id)
    if not await attendance.is_listed(tx, shift_id, person_id) and not await in_reach(
        tx, viewer, found.shift, person_id
    ):
        raise NotFound
    await put_down(tx, viewer, now, found.shift, person_id)


async def in_reach(tx: Tx, viewer: Viewer, shift: Shift, person_id: int) -> bool:
    """Whether the choice could have shown this person to this viewer."""
    person = await people.person(tx, person_id)
    name = person.name.lower()
    known = await attendance.walk_in_candidates(tx, shift.id, viewer.id, shift.team_id, name=name, limit=1000)
    return person_id in known or person_id in await reached(tx, viewer, shift.id, person.name)


async def add_new(tx: Tx, viewer: Viewer, now: int, *, shift_id: int, name: str, adult: bool) -> int:
    """A new name, here without a place; the new person. Raises EmptyText, TextTooLong and as `add_person`."""
    found = await held(tx, viewer, now, shift_id)
    team_id = found.shift.team_id
    added = await people.add_person(
        tx,
        now=now,
        state="managed",
        name=checked_name(name),
        age_band="adult" if adult else "minor",
        home_team_id=team_id,
        managed_by_id=viewer.id,
    )
    if team_id is not None:
        await teams.join(tx, team_id=team_id, person_id=added, now=now)
    await put_down(tx, viewer, now, found.shift, added)
    await audit.note(tx, at=now, actor_id=viewer.id, act="person_added", subject=f"person:{added}")
    return added


async def put_down(tx: Tx, viewer: Viewer, now: int, shift: Shift, person_id: int) -> None:
    person = await people.person(tx, person_id)
    minimum_age = shift.activity.minimum_age
    await require_consent(
        tx, person, at=shift.starts_at, zone=shift.zone, now=now, minimum_age=minimum_age, by=viewer.id
    )
    before = await attendance.of_person(tx, shift.id, person_id)
    known = marked(before, AttendanceState.HERE, now, walk_in=not await attendance.is_listed(tx, shift.id, person_id))
    await attendance.mark(tx, shift.id, person_id, known, by=viewer.id, now=now)
    await roll_news.changed(tx, shift.id, now, by=viewer.id)
