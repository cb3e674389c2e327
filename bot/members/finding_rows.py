"""Looking people up. What a viewer finds is decided in the statement, for all rows at once; ``Ties`` decide for one."""

from bot.ground.refusals import NotFound
from bot.ground.viewer import Role
from bot.members.shown import Details, Found, HeldRole
from bot.people import rows as people
from bot.people.name_part_rows import beginning
from bot.people.permissions import Ties
from bot.stations import rows as stations
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


async def made_role(tx: Tx, row: Row) -> HeldRole:
    title = await stations.staff_title_of(tx, row["station_id"])
    return HeldRole(row["id"], Role(row["role"]), row["station_id"], row["path"], row["station"], title)


def escaped(text: str) -> str:
    """For LIKE with lower(): what people type stands for itself."""
    return text.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def found_of(row: Row) -> Found:
    return Found(row["id"], row["name"], row["team"], row["state"] == "managed", row["unreachable_at"] is not None)


TEAM = """(
    SELECT team.name FROM membership JOIN team ON team.id = membership.team_id
    WHERE membership.person_id = person.id AND membership.left_at IS NULL AND team.closed_at IS NULL
    ORDER BY membership.joined_at, membership.id LIMIT 1
) AS team"""
REACHED = """person.state IN ('active', 'managed')
  AND (
    EXISTS (
        SELECT 1 FROM membership
        JOIN team ON team.id = membership.team_id AND team.closed_at IS NULL
        JOIN station ON station.id = team.station_id
        JOIN role_grant ON role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
        JOIN station AS held ON held.id = role_grant.station_id
        WHERE membership.person_id = person.id AND membership.left_at IS NULL
          AND (station.path >= held.path AND station.path < held.path || ':')
    )
    OR EXISTS (
        SELECT 1 FROM role_grant AS their
        JOIN station ON station.id = their.station_id
        JOIN role_grant ON role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
        JOIN station AS held ON held.id = role_grant.station_id
        WHERE their.person_id = person.id AND their.withdrawn_at IS NULL
          AND (station.path >= held.path AND station.path < held.path || ':')
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
  )"""
NAMED = r"LIKE '%' || cast(:pattern AS text) || '%' ESCAPE '\'"


@sql(
    f"""
SELECT name_part.person_id AS id, name_part.name AS name, person.state, person.unreachable_at, {TEAM}
FROM name_part JOIN person ON person.id = name_part.person_id
WHERE name_part.part = cast(:part AS text) AND lower(name_part.name) {NAMED} AND {REACHED}
UNION ALL
SELECT person.id, person.name, person.state, person.unreachable_at, {TEAM}
FROM person
WHERE person.volunteer_number = cast(:number AS text) AND NOT lower(person.name) {NAMED} AND {REACHED}
ORDER BY name, id LIMIT :limit OFFSET :offset
""",  # noqa: S608 - constants of this file; every value is a parameter
    read=found_of,
)
async def find_people_rows(
    tx: Tx, *, part: str, pattern: str, number: str, viewer_id: int, limit: int, offset: int
) -> list[Found]:
    """By part of a name, which begins with ``part``, or by the whole volunteer number, among whom this viewer's roles
    reach (``bot/people/permissions.py``).
    """


async def find_people(tx: Tx, viewer_id: int, text: str, *, limit: int, offset: int = 0) -> list[Found]:
    """By part of a name or the whole volunteer number, among whom the viewer's roles reach."""
    part, pattern = beginning(text), escaped(text)
    return await find_people_rows(
        tx, part=part, pattern=pattern, number=text, viewer_id=viewer_id, limit=limit, offset=offset
    )


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
async def details_of(tx: Tx, person_id: int) -> Details:
    """What a card shows beyond ``Person``; of the phone only whether there is one. Raises NotFound."""


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
SELECT person.id FROM person
WHERE person.name = :name AND person.state IN ('active', 'managed') AND EXISTS (
  SELECT 1 FROM membership WHERE membership.team_id = :team_id AND membership.person_id = person.id
    AND membership.left_at IS NULL)
""")
async def members_named(tx: Tx, team_id: int, name: str) -> list[int]:
    """Members of a team who bear this name."""
