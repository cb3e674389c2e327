"""Looking people up. What a viewer finds is decided in the statement, for all rows at once; ``Ties`` decide for one."""

from bot.ground.refusals import NotFound
from bot.ground.viewer import Role
from bot.members.cards import Details, Found, HeldRole
from bot.people import rows as people
from bot.people.permissions import Ties
from bot.stations import rows as stations
from bot.store.transaction import Row, Tx


def made(row: Row) -> Found:
    return Found(row["id"], row["name"], row["team"], row["state"] == "managed", row["unreachable_at"] is not None)


async def made_role(tx: Tx, row: Row) -> HeldRole:
    title = await stations.staff_title_of(tx, row["station_id"])
    return HeldRole(row["id"], Role(row["role"]), row["station_id"], row["path"], row["station"], title)


def escaped(text: str) -> str:
    """For LIKE: what people type stands for itself."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


async def find_people(tx: Tx, viewer_id: int, text: str, *, limit: int, offset: int = 0) -> list[Found]:
    """By part of a name or the whole volunteer number, among whom the viewer's roles reach."""
    rows = await tx.rows(
        "find_people", viewer_id=viewer_id, pattern=escaped(text.lower()), number=text, limit=limit, offset=offset
    )
    return [made(row) for row in rows]


async def ties_of(tx: Tx, person_id: int) -> Ties:
    """Where a person belongs. Raises NotFound, also for who erased themselves."""
    person = await people.person(tx, person_id)
    if person.state not in {"active", "managed"}:
        raise NotFound
    rows = await tx.rows("ties_of_person", person_id=person_id)
    paths = {row["path"] for row in rows}
    if not paths and (root := await stations.root(tx)):
        paths = {root.path}
    team_ids = {row["team_id"] for row in rows if row["team_id"] is not None}
    return Ties(person_id, frozenset(paths), frozenset(team_ids), person.state == "managed")


async def details_of(tx: Tx, person_id: int) -> Details:
    row = await tx.row("details_of_person", person_id=person_id)
    if row is None:
        raise NotFound
    return Details(row["volunteer_number"], bool(row["has_phone"]), row["managed_by"])


async def roles_of(tx: Tx, person_id: int) -> list[HeldRole]:
    """With the names of their stations."""
    return [await made_role(tx, row) for row in await tx.rows("roles_of_person", person_id=person_id)]


async def held_role(tx: Tx, id: int) -> tuple[int, HeldRole]:
    """Whose it is, and the role. Raises NotFound, also where it was withdrawn."""
    row = await tx.row("get_role", id=id)
    if row is None:
        raise NotFound
    return row["person_id"], await made_role(tx, row)


async def members_named(tx: Tx, team_id: int, name: str) -> list[int]:
    return [row["id"] for row in await tx.rows("members_named", team_id=team_id, name=name)]


async def coming_activities_of(tx: Tx, lead_id: int, now: int) -> tuple[str, ...]:
    """Titles of what a lead still has to come, at most ten."""
    return tuple(row["title"] for row in await tx.rows("coming_activities_of_lead", person_id=lead_id, now=now))
