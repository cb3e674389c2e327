"""Group places are claimed from the shift like any other, all at once or not at all."""

from bot.ground.frozen import Frozen
from bot.sign_ups.groups.rules import GroupPlace, GroupTeam, OwnGroup
from bot.sign_ups.rows import from_row
from bot.sign_ups.rules import SignUp
from bot.store.transaction import Row, Tx


class Unnamed(Frozen):
    """Places of a coming shift that a group has not named."""

    id: int
    shift_id: int
    starts_at: int
    revision: int
    station_id: int
    created_by: int
    team_id: int


async def place_of(tx: Tx, row: Row | None) -> GroupPlace | None:
    if row is None:
        return None
    names = tuple(named["name"] for named in await tx.rows("named_on_group_place", id=row["id"]))
    return GroupPlace(**{**dict(row), "names": names})


async def get_group_place(tx: Tx, group_place_id: int) -> GroupPlace | None:
    return await place_of(tx, await tx.row("group_place_by_id", id=group_place_id))


async def of_team(tx: Tx, shift_id: int, team_id: int) -> GroupPlace | None:
    """What the team holds in the shift now."""
    return await place_of(tx, await tx.row("group_place_of_team", shift_id=shift_id, team_id=team_id))


async def named(tx: Tx, group_place_id: int) -> list[SignUp]:
    return [from_row(row) for row in await tx.rows("sign_ups_on_group_place", id=group_place_id)]


async def add(tx: Tx, *, shift_id: int, team_id: int, places: int, by: int, now: int) -> int:
    """The new id; the places were claimed before."""
    made: int = await tx.value(
        "add_group_place", shift_id=shift_id, team_id=team_id, places=places, created_by=by, now=now
    )
    return made


async def change(tx: Tx, group_place_id: int, places: int) -> None:
    await tx.change("change_group_place", id=group_place_id, places=places)


async def cancel(tx: Tx, group_place_id: int, now: int) -> bool:
    """False when it was given back before."""
    return await tx.change("cancel_group_place", id=group_place_id, now=now) == 1


async def teams_for(tx: Tx, viewer_id: int) -> list[GroupTeam]:
    """The group teams a viewer may reserve for."""
    return [GroupTeam(**dict(row)) for row in await tx.rows("group_teams_of_viewer", viewer_id=viewer_id)]


async def unnamed(tx: Tx, *, now: int, until: int) -> list[Unnamed]:
    return [Unnamed(**dict(row)) for row in await tx.rows("unnamed_group_places", now=now, until=until)]


async def own(tx: Tx, person_id: int, *, now: int, limit: int) -> list[OwnGroup]:
    """What groups hold for which this person speaks, the next first."""
    rows = await tx.rows("own_group_places", person_id=person_id, now=now, limit=limit)
    return [OwnGroup(**row) for row in rows]


async def captains_of(tx: Tx, team_id: int) -> list[int]:
    return [row["person_id"] for row in await tx.rows("captains_of", team_id=team_id)]
