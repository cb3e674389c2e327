"""Looking people up. What a viewer finds is decided in the statement, for all rows at once; ``Ties`` decide for one."""

from bot.ground.refusals import NotFound
from bot.ground.viewer import Role
from bot.members.cards import Details, Found, HeldRole
from bot.people import rows as people
from bot.people.permissions import Ties
from bot.stations import rows as stations
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


def made(row: Row) -> Found:
    return Found(row["id"], row["name"], row["team"], row["state"] == "managed", row["unreachable_at"] is not None)


async def made_role(tx: Tx, row: Row) -> HeldRole:
    title = await stations.staff_title_of(tx, row["station_id"])
    return HeldRole(row["id"], Role(row["role"]), row["station_id"], row["path"], row["station"], title)


def escaped(text: str) -> str:
    """For LIKE: what people type stands for itself."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


@sql(r"""
SELECT person.id, person.name, person.state, person.unreachable_at, (
    SELECT team.name FROM membership JOIN team ON team.id = membership.team_id
    WHERE membership.person_id = person.id AND membership.left_at IS NULL AND team.closed_at IS NULL
    ORDER BY membership.joined_at, membership.id LIMIT 1
) AS team
FROM person
WHERE person.state IN ('active', 'managed')
  AND (lower(person.name) LIKE '%' || cast(:pattern AS text) || '%' ESCAPE '\'
       OR person.volunteer_number = cast(:number AS text))
  AND (
    EXISTS (
        SELECT 1 FROM membership
        JOIN team ON team.id = membership.team_id AND team.closed_at IS NULL
        JOIN station ON station.id = team.station_id
        JOIN role_grant ON role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
        JOIN station AS held ON held.id = role_grant.station_id
        WHERE membership.person_id = person.id AND membership.left_at IS NULL AND station.path LIKE held.path || '%'
    )
    OR EXISTS (
        SELECT 1 FROM role_grant AS their
        JOIN station ON station.id = their.station_id
        JOIN role_grant ON role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
        JOIN station AS held ON held.id = role_grant.station_id
        WHERE their.person_id = person.id AND their.withdrawn_at IS NULL AND station.path LIKE held.path || '%'
    )
    OR (
        EXISTS (
            SELECT 1 FROM role_grant JOIN station AS held ON held.id = role_grant.station_id
            WHERE role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL AND held.parent_id IS NULL
        )
        AND NOT EXISTS (
            SELECT 1 FROM membership JOIN team ON team.id = membership.team_id AND team.closed_at IS NULL
            WHERE membership.person_id = person.id AND membership.left_at IS NULL
        )
        AND NOT EXISTS (SELECT 1 FROM role_grant WHERE person_id = person.id AND withdrawn_at IS NULL)
    )
  )
ORDER BY person.name, person.id LIMIT :limit OFFSET :offset
""")
async def find_people_rows(tx: Tx, *, pattern: str, number: str, viewer_id: int, limit: int, offset: int) -> list[Row]:
    """By part of a name or by the whole volunteer number, among whom this viewer's roles reach
    (``bot/people/permissions.py``).
    """


async def find_people(tx: Tx, viewer_id: int, text: str, *, limit: int, offset: int = 0) -> list[Found]:
    """By part of a name or the whole volunteer number, among whom the viewer's roles reach."""
    rows = await find_people_rows(
        tx, viewer_id=viewer_id, pattern=escaped(text.lower()), number=text, limit=limit, offset=offset
    )
    return [made(row) for row in rows]


@sql("""
SELECT membership.team_id, station.path
FROM membership
JOIN team ON team.id = membership.team_id AND team.closed_at IS NULL
JOIN station ON station.id = team.station_id
WHERE membership.person_id = :person_id AND membership.left_at IS NULL
UNION ALL
SELECT NULL AS team_id, station.path
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.person_id = :person_id AND role_grant.withdrawn_at IS NULL
""")
async def ties_of_person(tx: Tx, *, person_id: int) -> list[Row]:
    """Where a person belongs: the stations of their teams and of their roles."""


async def ties_of(tx: Tx, person_id: int) -> Ties:
    """Where a person belongs. Raises NotFound, also for who erased themselves."""
    person = await people.person(tx, person_id)
    if person.state not in {"active", "managed"}:
        raise NotFound
    rows = await ties_of_person(tx, person_id=person_id)
    paths = {row["path"] for row in rows}
    if not paths and (root := await stations.root(tx)):
        paths = {root.path}
    team_ids = {row["team_id"] for row in rows if row["team_id"] is not None}
    return Ties(person_id, frozenset(paths), frozenset(team_ids), person.state == "managed")


@sql("""
SELECT person.volunteer_number, CASE WHEN person.phone IS NULL THEN 0 ELSE 1 END AS has_phone,
       carer.name AS managed_by
FROM person LEFT JOIN person AS carer ON carer.id = person.managed_by_id
WHERE person.id = :person_id
""")
async def details_of_person(tx: Tx, *, person_id: int) -> Row | None:
    """What a card shows beyond ``Person``; of the phone only whether there is one."""


async def details_of(tx: Tx, person_id: int) -> Details:
    row = await details_of_person(tx, person_id=person_id)
    if row is None:
        raise NotFound
    return Details(row["volunteer_number"], bool(row["has_phone"]), row["managed_by"])


@sql("""
SELECT role_grant.id, role_grant.role, role_grant.station_id, station.path, station.name AS station
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.person_id = :person_id AND role_grant.withdrawn_at IS NULL
ORDER BY station.path, role_grant.role
""")
async def roles_of_person(tx: Tx, *, person_id: int) -> list[Row]:
    """Roles with the names of their stations."""


async def roles_of(tx: Tx, person_id: int) -> list[HeldRole]:
    """With the names of their stations."""
    return [await made_role(tx, row) for row in await roles_of_person(tx, person_id=person_id)]


@sql("""
SELECT role_grant.id, role_grant.role, role_grant.station_id, station.path, station.name AS station,
       role_grant.person_id
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.id = :id AND role_grant.withdrawn_at IS NULL
""")
async def get_role(tx: Tx, *, id: int) -> Row | None:
    """One role that is held, by its id."""


async def held_role(tx: Tx, id: int) -> tuple[int, HeldRole]:
    """Whose it is, and the role. Raises NotFound, also where it was withdrawn."""
    row = await get_role(tx, id=id)
    if row is None:
        raise NotFound
    return row["person_id"], await made_role(tx, row)


@sql("""
SELECT person.id FROM membership JOIN person ON person.id = membership.person_id
WHERE membership.team_id = :team_id AND membership.left_at IS NULL AND person.name = :name
  AND person.state IN ('active', 'managed')
""")
async def members_named(tx: Tx, team_id: int, name: str) -> list[int]:
    """Members of a team who bear this name."""


@sql("""
SELECT DISTINCT activity.title, activity.id
FROM activity JOIN shift ON shift.activity_id = activity.id
WHERE activity.lead_id = :lead_id AND activity.state <> 'cancelled' AND shift.ends_at > :now
ORDER BY activity.id LIMIT 10
""")
async def coming_activities_of(tx: Tx, lead_id: int, now: int) -> tuple[str, ...]:
    """Titles of what a lead still has to come, at most ten."""
