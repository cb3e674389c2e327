"""Roles. A withdrawn one keeps its row: who gave what to whom, and until when, stays known."""

from bot.ground.frozen import Frozen
from bot.ground.viewer import Grant, Role
from bot.store.transaction import Tx


class Holder(Frozen):
    """Somebody who holds a role on a station or above it."""

    person_id: int
    name: str
    path: str  # of the station it is held on


async def add_grant(tx: Tx, *, person_id: int, role: Role, station_id: int, granted_by: int | None, now: int) -> bool:
    """False where it is held already."""
    given = await tx.change(
        "add_grant", person_id=person_id, role=role.value, station_id=station_id, granted_by=granted_by, now=now
    )
    return given == 1


async def grants_of(tx: Tx, person_id: int) -> list[Grant]:
    """The roles a person holds now."""
    rows = await tx.rows("grants_of_person", person_id=person_id)
    return [Grant(Role(row["role"]), row["station_id"], row["path"]) for row in rows]


async def holders_above(tx: Tx, path: str, role: Role) -> list[Holder]:
    """Who holds the role on the station with this path or above it, the nearest first."""
    rows = await tx.rows("holders_above", path=path, role=role.value)
    return [Holder(row["id"], row["name"], row["path"]) for row in rows]


async def withdraw_grant(tx: Tx, id: int, *, withdrawn_by: int, now: int) -> None:
    await tx.change("withdraw_grant", id=id, withdrawn_by=withdrawn_by, now=now)


async def holders_of(tx: Tx, role: Role) -> list[int]:
    """Everybody who holds the role anywhere, by id."""
    return [row["person_id"] for row in await tx.rows("holders_of_role", role=role.value)]
