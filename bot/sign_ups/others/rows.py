"""Whom somebody may sign up: the activity's own team, then whoever else is theirs, found along what is shortest."""

from typing import Any

from bot.sign_ups.shown import Candidate
from bot.store.asking import sql
from bot.store.transaction import Tx

FEW_TEAMS = 40
"""So many teams are read through; for whoever has more, the names are, until the page is full."""

NEAREST_TEAM = """(
  SELECT team.name FROM membership JOIN team ON team.id = membership.team_id
  WHERE membership.person_id = person.id AND membership.left_at IS NULL AND team.closed_at IS NULL
  ORDER BY CASE WHEN team.id = cast(:team_id AS bigint) THEN 0 ELSE 1 END, membership.joined_at, membership.id LIMIT 1
) AS team"""
NAMED = r"LIKE '%' || cast(:pattern AS text) || '%' ESCAPE '\'"
REACHED = """person.state IN ('active', 'managed') AND person.id <> :viewer_id
  AND (person.managed_by_id = :viewer_id
    OR EXISTS (SELECT 1 FROM membership AS own
      JOIN membership AS captained ON captained.team_id = own.team_id AND captained.person_id = :viewer_id
        AND captained.captain = 1 AND captained.left_at IS NULL
      WHERE own.person_id = person.id AND own.left_at IS NULL)
    OR EXISTS (SELECT 1 FROM membership AS own
      JOIN team ON team.id = own.team_id AND team.closed_at IS NULL
      JOIN station ON station.id = team.station_id
      JOIN role_grant ON role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
      JOIN station AS held ON held.id = role_grant.station_id
      WHERE own.person_id = person.id AND own.left_at IS NULL
        AND (station.path >= held.path AND station.path < held.path || ':')))"""
TO_SIGN_UP = f"""{REACHED}
  AND NOT EXISTS (SELECT 1 FROM sign_up WHERE sign_up.shift_id = :shift_id AND sign_up.person_id = person.id
    AND sign_up.state <> 'withdrawn')"""  # noqa: S608 - a part of statements of this file


@sql(f"""
SELECT person.id AS id, person.name AS name, {NEAREST_TEAM}, person.volunteer_number AS number
FROM team_name JOIN person ON person.id = team_name.person_id
WHERE team_name.team_id = cast(:team_id AS bigint) AND team_name.part = cast(:part AS text)
  AND lower(team_name.name) {NAMED} AND {TO_SIGN_UP}
ORDER BY team_name.name, team_name.person_id LIMIT :limit
""")  # noqa: S608 - constants of this file; every value is a parameter
async def candidates_near(
    tx: Tx, *, viewer_id: int, shift_id: int, team_id: int | None, part: str, pattern: str, limit: int
) -> list[Candidate]:
    """Of the activity's own team."""


NOT_NEAR = """NOT EXISTS (SELECT 1 FROM membership AS near WHERE near.person_id = person.id
    AND near.team_id = cast(:team_id AS bigint) AND near.left_at IS NULL)"""


@sql(f"""
SELECT person.id AS id, person.name AS name, {NEAREST_TEAM}, person.volunteer_number AS number
FROM (
  SELECT id FROM person WHERE managed_by_id = :viewer_id
  UNION
  SELECT own.person_id FROM membership AS captained JOIN team_name AS own ON own.team_id = captained.team_id
  WHERE captained.person_id = :viewer_id AND captained.captain = 1 AND captained.left_at IS NULL
    AND own.part = cast(:part AS text) AND own.team_id <> coalesce(cast(:team_id AS bigint), 0)
  UNION
  SELECT own.person_id FROM role_grant JOIN station AS held ON held.id = role_grant.station_id
  JOIN station ON station.path >= held.path AND station.path < held.path || ':'
  JOIN team ON team.station_id = station.id AND team.closed_at IS NULL
  JOIN team_name AS own ON own.team_id = team.id
  WHERE role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
    AND own.part = cast(:part AS text) AND own.team_id <> coalesce(cast(:team_id AS bigint), 0)
) AS theirs CROSS JOIN person
WHERE person.id = theirs.id AND lower(person.name) {NAMED} AND {TO_SIGN_UP} AND {NOT_NEAR}
ORDER BY person.name, person.id LIMIT :limit
""")  # noqa: S608 - constants of this file; every value is a parameter
async def candidates_within(
    tx: Tx, *, viewer_id: int, shift_id: int, team_id: int | None, part: str, pattern: str, limit: int
) -> list[Candidate]:
    """Of the other teams that the viewer has, and those cared for."""


@sql(f"""
SELECT person.id AS id, name_part.name AS name, {NEAREST_TEAM}, person.volunteer_number AS number
FROM name_part JOIN person ON person.id = name_part.person_id
WHERE name_part.part = cast(:part AS text) AND lower(name_part.name) {NAMED} AND {TO_SIGN_UP} AND {NOT_NEAR}
ORDER BY name_part.name, name_part.person_id LIMIT :limit
""")  # noqa: S608 - constants of this file; every value is a parameter
async def candidates_along(
    tx: Tx, *, viewer_id: int, shift_id: int, team_id: int | None, part: str, pattern: str, limit: int
) -> list[Candidate]:
    """The same, along the names."""


@sql(f"""
SELECT person.name FROM sign_up JOIN person ON person.id = sign_up.person_id
WHERE sign_up.shift_id = :shift_id AND sign_up.state <> 'withdrawn' AND lower(person.name) {NAMED} AND {REACHED}
ORDER BY person.name, person.id LIMIT :limit
""")  # noqa: S608 - constants of this file; every value is a parameter
async def signed_up(tx: Tx, *, viewer_id: int, shift_id: int, pattern: str, limit: int) -> list[str]:
    """Who of the viewer's people has a sign-up for the shift already."""


@sql("""
SELECT cast(count(*) AS bigint) AS n FROM (
  SELECT team.id FROM role_grant JOIN station AS held ON held.id = role_grant.station_id
  JOIN station ON station.path >= held.path AND station.path < held.path || ':'
  JOIN team ON team.station_id = station.id AND team.closed_at IS NULL
  WHERE role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL LIMIT :most
) AS held_teams
""")
async def teams_held(tx: Tx, viewer_id: int, *, most: int) -> int:
    """How many teams there are below the stations that the viewer holds, counted no further than ``most``."""


async def candidates(
    tx: Tx, *, viewer_id: int, shift_id: int, team_id: int | None, part: str, pattern: str, limit: int, skip: int
) -> list[Candidate]:
    """Who this viewer may sign up for the shift and is not: members of captained teams and of stations held, those
    cared for. The activity's own team first, then by name. `pattern`: part of a name, escaped; `part`: its beginning.

    Whom a viewer may sign up is decided in the statement for all rows at once, as `may_act_for` decides it for one.
    """
    asked: dict[str, Any] = {"viewer_id": viewer_id, "shift_id": shift_id, "team_id": team_id, "part": part}
    asked["pattern"] = pattern
    found = await candidates_near(tx, **asked, limit=limit + skip)
    more = limit + skip - len(found)
    if more and await teams_held(tx, viewer_id, most=FEW_TEAMS + 1) <= FEW_TEAMS:
        found += await candidates_within(tx, **asked, limit=more)
    elif more:
        found += await candidates_along(tx, **asked, limit=more)
    return found[skip:]
