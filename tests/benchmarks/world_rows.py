"""The statements that make a world: each makes one kind of thing, as many as are asked for, in one go.

Ids are counted: whoever is made in one statement has the ids that follow, in order. The people of the teams stand in
rows like a page, member k of team t has the id ``first + t + k * teams``; so no statement has to look for anybody.
"""

from typing import Any

from bot.store.asking import sql
from bot.store.statements import read_statement
from bot.store.transaction import Tx, Value

OPEN_CALENDAR = read_statement(
    "world:open_calendar",
    "CREATE TEMPORARY TABLE world_day (n bigint PRIMARY KEY, starts_at bigint, day text, month text)",
)
"""Days before today by their number, for neither database reckons them as the other does."""
LEARN = read_statement("world:learn", "ANALYZE")
"""PostgreSQL plans by what it has counted, and its autovacuum counts nothing in a transaction that is open."""
TRUST = read_statement("world:trust", "SET LOCAL session_replication_role = replica")
"""References are not checked one by one: ``check`` looks at all of them afterwards."""
CLOSE_CALENDAR = read_statement("world:close_calendar", "DROP TABLE world_day")


@sql("INSERT INTO world_day (n, starts_at, day, month) VALUES (:n, :starts_at, :day, :month)")
async def add_day(tx: Tx, *, n: Value, starts_at: Value, day: Value, month: Value) -> None:
    """The day that was so many days ago."""


@sql("SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM station")
async def newest_station(tx: Tx) -> Any:
    """The highest id there is."""


@sql("SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM team")
async def newest_team(tx: Tx) -> Any:
    """The highest id there is."""


@sql("""
INSERT INTO station (parent_id, path, level, name, zone, own_zone, created_at)
WITH RECURSIVE n(i) AS (SELECT cast(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many)
SELECT CASE WHEN i < :districts THEN cast(:city_id AS bigint) ELSE cast(:first AS bigint) + i % :districts END,
  'new ' || cast(i AS text), CASE WHEN i < :districts THEN 'district' ELSE 'street' END,
  CASE WHEN i < :districts THEN '第' || cast(i + 1 AS text) || '区' ELSE '第' || cast(i + 1 AS text) || '社工站' END,
  cast(:zone AS text), 0, cast(:begun AS bigint)
FROM n ORDER BY i
""")
async def add_stations(tx: Tx, *, first: int, many: int, districts: int, city_id: int, zone: str, begun: int) -> None:
    """Districts of the city, and streets in them, in turn."""


@sql("""
UPDATE station SET path = (SELECT p.path FROM station p WHERE p.id = station.parent_id) || cast(id AS text) || '/'
WHERE id >= :first AND level = :level
""")
async def place_stations(tx: Tx, *, first: int, level: str) -> None:
    """Where they stand in the tree, below those that stand already."""


@sql("""
INSERT INTO person (state, telegram_id, name, client_language, age_band, age_band_at, consent_at, created_at)
WITH RECURSIVE n(i) AS (SELECT cast(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many)
SELECT 'active', 6000000000 + i, '社工' || cast(i + 1 AS text), 'zh-hans', 'adult', cast(:begun AS bigint),
  cast(:begun AS bigint), cast(:begun AS bigint)
FROM n ORDER BY i
""")
async def add_staff(tx: Tx, *, many: int, begun: int) -> None:
    """Whoever is to answer for a station, one for each."""


@sql("""
INSERT INTO role_grant (person_id, role, station_id, granted_at)
SELECT :first_staff + s.id - :first, CASE s.level WHEN 'district' THEN 'coordinator' ELSE 'social_worker' END, s.id,
  cast(:begun AS bigint)
FROM station s WHERE s.id >= :first ORDER BY s.id
""")
async def appoint_staff(tx: Tx, *, first: int, first_staff: int, begun: int) -> None:
    """A coordinator for each district, a social worker for each street."""


@sql("""
INSERT INTO team (station_id, name, kind, open, lead_id, created_at)
WITH RECURSIVE n(i) AS (SELECT cast(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many)
SELECT CASE WHEN i < :at_one THEN cast(:one_id AS bigint) ELSE :first_street + i % :streets END,
  '义工' || cast(i + 1 AS text) || '队', 'service', 1,
  CASE WHEN i < :at_one THEN cast(:lead_id AS bigint) ELSE :first_lead + i % :streets END, cast(:begun AS bigint)
FROM n ORDER BY i
""")
async def add_teams(
    tx: Tx, *, many: int, at_one: int, one_id: int, lead_id: int, first_street: int, streets: int, first_lead: int,
    begun: int,
) -> None:  # fmt: skip
    """A dozen at the station of the walkers, the others in the streets in turn, each led by who works there."""


NAMED = """substr(cast(:families AS text), cast(1 + i % 40 AS integer), 1)
  || substr(cast(:given AS text), cast(1 + i / 40 % 60 AS integer), 1)
  || substr(cast(:given AS text), cast(1 + i / 2400 % 60 AS integer), 1)"""


@sql(f"""
INSERT INTO person (state, telegram_id, name, client_language, age_band, age_band_at, consent_at, home_team_id,
  managed_by_id, created_at)
WITH RECURSIVE n(i) AS (SELECT cast(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many)
SELECT CASE WHEN i < :teams OR i >= :cared OR i / :teams % 2 = 1 THEN 'active' ELSE 'managed' END,
  CASE WHEN i < :teams OR i >= :cared OR i / :teams % 2 = 1 THEN 6100000000 + i + :first END,
  {NAMED}, 'zh-hans', 'adult', cast(:begun AS bigint), cast(:begun AS bigint), cast(:first_team AS bigint) + i % :teams,
  CASE WHEN i < :teams OR i >= :cared OR i / :teams % 2 = 1 THEN NULL
    ELSE coalesce(cast(:captain_id AS bigint), :first + i % :teams) END,
  cast(:begun AS bigint)
FROM n ORDER BY i
""")  # noqa: S608 - an expression of ours
async def add_people(
    tx: Tx, *, first: int, many: int, teams: int, cared: int, first_team: int, captain_id: int | None, families: str,
    given: str, begun: int,
) -> None:  # fmt: skip
    """Members, half of the first ``cared`` without a phone; a team's first one, or ``captain_id``, manages those."""


@sql("""
INSERT INTO membership (team_id, person_id, captain, joined_at)
SELECT p.home_team_id, p.id, CASE WHEN p.id - :first < :captains THEN 1 ELSE 0 END, p.created_at
FROM person p WHERE p.id >= :first AND p.home_team_id IS NOT NULL ORDER BY p.id
""")
async def join_people(tx: Tx, *, first: int, captains: int) -> None:
    """Each in the team that is home."""


@sql("UPDATE outbox SET state = 'sent', payload = '', sent_at = :now WHERE state = 'pending' AND due_at <= :now")
async def hand_over(tx: Tx, *, now: int) -> None:
    """Whatever waits has arrived."""


@sql("""
INSERT INTO outbox (bot_id, key, kind, class, chat_id, person_id, subject, payload, created_at, due_at, state)
WITH RECURSIVE n(i) AS (SELECT cast(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many)
SELECT cast(:bot_id AS bigint), 'bot' || cast(cast(:bot_id AS bigint) AS text) || '-waits-' || cast(n.i AS text),
  'held', 'normal', 6100000000 + n.i, :first_person + n.i % :people, 'world', '{}', cast(:now AS bigint),
  cast(:now AS bigint), 'pending'
FROM n ORDER BY n.i
""")
async def queue_many(tx: Tx, *, bot_id: int, many: int, first_person: int, people: int, now: int) -> None:
    """A message to a district, of which none has left."""
