"""Many people and past sessions at once, for trying the product out at the size of a district. Only into new teams."""

from collections.abc import Mapping, Sequence

from bot.ground.frozen import Frozen
from bot.store.transaction import Tx, Value


class Member(Frozen):
    id: int
    team_id: int
    station_id: int


async def add_people(tx: Tx, names: Sequence[tuple[str, int]], language: str, now: int) -> list[Member]:
    """Names with the teams they belong to; who comes first in a team is its captain."""
    after = await tx.value("newest_person")
    rows: list[Mapping[str, Value]] = [
        {"name": name, "team_id": team_id, "client_language": language, "now": now} for name, team_id in names
    ]
    await tx.change_many("add_crowd_person", rows)
    members = [Member(**row) for row in await tx.rows("crowd_of", after=after)]
    first = {one.team_id: one.id for one in reversed(members)}
    joined: list[Mapping[str, Value]] = [
        {"team_id": one.team_id, "person_id": one.id, "captain": int(first[one.team_id] == one.id), "now": now}
        for one in members
    ]
    await tx.change_many("add_membership", joined)
    return members


async def newest_record(tx: Tx) -> int:
    id: int = await tx.value("newest_record")
    return id


async def add_sums(tx: Tx, after: int) -> None:
    """Of every record later than ``after``."""
    await tx.change("add_sums_of_crowd", after=after)
