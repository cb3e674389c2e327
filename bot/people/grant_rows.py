"""Roles. A withdrawn one keeps its row: who gave what to whom, and until when, stays known."""

from bot.ground.frozen import Frozen
from bot.ground.viewer import Grant, Role
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


class Holder(Frozen):
    """Somebody who holds a role on a station or above it."""

    person_id: int
    name: str
    path: str  # of the station it is held on


@sql("""
INSERT INTO role_grant (person_id, role, station_id, granted_by, granted_at)
VALUES (:person_id, :role, :station_id, :granted_by, :now)
ON CONFLICT (person_id, role, station_id) WHERE withdrawn_at IS NULL DO NOTHING
""")
async def add_grant(tx: Tx, *, person_id: int, role: Role, station_id: int, granted_by: int | None, now: int) -> bool:
    """A role on a station and the tree below it. False where it is held already."""


@sql("""
SELECT role_grant.id, role_grant.role, role_grant.station_id, station.path, station.name AS station
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.person_id = :person_id AND role_grant.withdrawn_at IS NULL
ORDER BY station.path, role_grant.role
""")
async def grants_of(tx: Tx, person_id: int) -> list[Grant]:
    """The roles a person holds now."""


@sql("""
SELECT person.id, person.name, person.telegram_id, role_grant.role, station.path
FROM role_grant
JOIN station ON station.id = role_grant.station_id
JOIN person ON person.id = role_grant.person_id
WHERE role_grant.role = :role AND role_grant.withdrawn_at IS NULL AND cast(:path AS text) LIKE station.path || '%'
ORDER BY length(station.path) DESC, person.name, person.id
""")
async def holders_above_rows(tx: Tx, *, role: Value, path: str) -> list[Row]:
    """Everybody who holds a role on this station or above it, the nearest first."""


async def holders_above(tx: Tx, path: str, role: Role) -> list[Holder]:
    """Who holds the role on the station with this path or above it, the nearest first."""
    rows = await holders_above_rows(tx, path=path, role=role.value)
    return [Holder(row["id"], row["name"], row["path"]) for row in rows]


@sql("""
UPDATE role_grant SET withdrawn_at = :now, withdrawn_by = :withdrawn_by WHERE id = :id AND withdrawn_at IS NULL
""")
async def withdraw_grant(tx: Tx, id: int, *, withdrawn_by: int, now: int) -> None:
    """The role ends; its row stays."""


@sql("""
SELECT DISTINCT person_id FROM role_grant WHERE role = :role AND withdrawn_at IS NULL ORDER BY person_id
""")
async def holders_of(tx: Tx, role: Role) -> list[int]:
    """Everybody who holds the role anywhere, by id."""
