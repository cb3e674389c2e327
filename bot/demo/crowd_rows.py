"""Many people and past sessions at once, for trying the product out at the size of a district. Only into new teams."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.ground.frozen import Frozen
from bot.people.name_part_rows import add_in_teams_after, add_parts_after
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value
from bot.teams.rows import add_membership_row


class Member(Frozen):
    id: int
    team_id: int
    station_id: int


@sql("SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM person")
async def newest_person(tx: Tx) -> Any:
    """The highest id before a crowd is added."""


@sql("""
INSERT INTO person (state, name, client_language, age_band, age_band_at, home_team_id, created_at)
VALUES ('managed', :name, :client_language, 'adult', :now, :team_id, :now)
""")
async def add_crowd_person(tx: Tx, *, name: Value, client_language: Value, now: Value, team_id: Value) -> None:
    """Somebody without Telegram, for filling a demo; many at once, so no id comes back."""


@sql("""
SELECT p.id, p.home_team_id AS team_id, t.station_id FROM person p JOIN team t ON t.id = p.home_team_id
WHERE p.id > :after ORDER BY p.id
""")
async def crowd_of(tx: Tx, *, after: Value) -> list[Row]:
    """Who was added after the id ``after``, with the team and station that each belongs to."""


async def add_people(tx: Tx, names: Sequence[tuple[str, int]], language: str, now: int) -> list[Member]:
    """Names with the teams they belong to; who comes first in a team is its captain."""
    after = await newest_person(tx)
    rows: list[Mapping[str, Value]] = [
        {"name": name, "team_id": team_id, "client_language": language, "now": now} for name, team_id in names
    ]
    await add_crowd_person.many(tx, rows)
    await add_parts_after(tx, after=after)
    members = [Member(**row) for row in await crowd_of(tx, after=after)]
    first = {one.team_id: one.id for one in reversed(members)}
    joined: list[Mapping[str, Value]] = [
        {"team_id": one.team_id, "person_id": one.id, "captain": int(first[one.team_id] == one.id), "now": now}
        for one in members
    ]
    await add_membership_row.many(tx, joined)
    await add_in_teams_after(tx, after=after)
    return members


@sql("""
INSERT INTO team_month (station_id, team_id, month, kind, nature, minutes, attendances)
SELECT station_id, team_id, month, kind, nature, cast(sum(minutes * heads) AS bigint), cast(sum(heads) AS bigint)
FROM service_record WHERE id > :after AND state = 'verified'
GROUP BY station_id, team_id, month, kind, nature
""")
async def add_sums(tx: Tx, after: int) -> None:
    """The running sums of what was booked after the record ``after``: the first of its teams."""
