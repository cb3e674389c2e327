"""Roles. A withdrawn one keeps its row: who gave what to whom, and until when, stays known."""

from bot.ground.viewer import Grant, Holder, Role
from bot.store.asking import sql
from bot.store.transaction import Tx, Value


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
WITH RECURSIVE up(id, parent_id, path) AS (
  SELECT id, parent_id, path FROM station WHERE path = cast(:path AS text)
  UNION ALL SELECT above.id, above.parent_id, above.path FROM up JOIN station AS above ON above.id = up.parent_id)
SELECT person.id AS person_id, person.name, person.telegram_id, role_grant.role, station.path
FROM up AS station
JOIN role_grant ON role_grant.station_id = station.id AND role_grant.withdrawn_at IS NULL
JOIN person ON person.id = role_grant.person_id
WHERE role_grant.role = :role
ORDER BY length(station.path) DESC, person.name, person.id
""")
async def holders_above(tx: Tx, path: str, role: Role) -> list[Holder]:
    """Who holds the role on the station with this path or above it, the nearest first."""


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


@sql("UPDATE role_grant SET withdrawn_at = :now WHERE person_id = :person_id AND withdrawn_at IS NULL")
async def erase_grants(tx: Tx, *, now: Value, person_id: Value) -> int:
    """The erased person holds no role any more."""
