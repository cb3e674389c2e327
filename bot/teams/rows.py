"""Teams and who is in them. Leaving keeps the row with its day, so that hours of then stay with the team of then."""

from bot.ground.refusals import NotFound
from bot.store.transaction import Row, Tx
from bot.teams.rules import Member, Team


def made(row: Row) -> Team:
    return Team(**{**row, "open": bool(row["open"])})


def made_member(row: Row) -> Member:
    return Member(
        person_id=row["person_id"],
        name=row["name"],
        captain=bool(row["captain"]),
        managed=row["state"] == "managed",
        joined_at=row["joined_at"],
    )


async def team(tx: Tx, id: int) -> Team:
    """Raises NotFound."""
    row = await tx.row("get_team", id=id)
    if row is None:
        raise NotFound
    return made(row)


async def teams_under(tx: Tx, path: str) -> list[Team]:
    """The living teams of the station with this path and of all below it."""
    return [made(row) for row in await tx.rows("teams_under", path=path)]


async def teams_of(tx: Tx, person_id: int) -> list[Team]:
    """The living teams a person is in, the oldest membership first."""
    return [made(row) for row in await tx.rows("teams_of_person", person_id=person_id)]


async def members(tx: Tx, team_id: int) -> list[Member]:
    """Captains first, then by name."""
    return [made_member(row) for row in await tx.rows("team_members", team_id=team_id)]


async def add_team(tx: Tx, *, station_id: int, name: str, kind: str, open: bool, lead_id: int | None, now: int) -> int:
    """The new team's id."""
    id: int = await tx.value(
        "add_team", station_id=station_id, name=name, kind=kind, open=int(open), lead_id=lead_id, now=now
    )
    return id


async def add_membership(tx: Tx, *, team_id: int, person_id: int, now: int, captain: bool = False) -> bool:
    """False where the person is in the team already."""
    return await tx.change("add_membership", team_id=team_id, person_id=person_id, captain=int(captain), now=now) == 1


async def name_taken(tx: Tx, *, station_id: int, name: str, but: int = 0) -> bool:
    return await tx.value("team_named", station_id=station_id, name=name, but=but) is not None


async def rename(tx: Tx, id: int, name: str) -> None:
    await tx.change("rename_team", id=id, name=name)


async def set_kind(tx: Tx, id: int, kind: str) -> None:
    await tx.change("set_team_kind", id=id, kind=kind)


async def set_open(tx: Tx, id: int, open: bool) -> None:
    await tx.change("set_team_open", id=id, open=int(open))


async def set_lead(tx: Tx, id: int, lead_id: int) -> None:
    await tx.change("set_team_lead", id=id, lead_id=lead_id)


async def hold(tx: Tx, id: int) -> None:
    """Until the transaction ends nobody else holds this team."""
    await tx.change("hold_team", id=id)


async def mark_captain(tx: Tx, team_id: int, person_id: int, captain: bool) -> None:
    await tx.change("mark_captain", team_id=team_id, person_id=person_id, captain=int(captain))


async def join(tx: Tx, *, team_id: int, person_id: int, now: int) -> bool:
    """Becomes a member, and at home there who has no home team yet. False for who is a member already."""
    joined = await add_membership(tx, team_id=team_id, person_id=person_id, now=now)
    await tx.change("gain_home_team", person_id=person_id, team_id=team_id)
    return joined


async def take_out(tx: Tx, *, team_id: int, person_id: int, now: int) -> bool:
    """False where the person is no member. Hours of then stay with the team of then."""
    left = await tx.change("take_out_member", team_id=team_id, person_id=person_id, now=now) == 1
    await tx.change("lose_home_team", person_id=person_id, team_id=team_id)
    return left


async def led_by(tx: Tx, person_id: int) -> tuple[str, ...]:
    """The names of the teams a social worker is responsible for."""
    return tuple(row["name"] for row in await tx.rows("teams_led_by", person_id=person_id))
