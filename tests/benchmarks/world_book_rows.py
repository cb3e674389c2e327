"""The statements that write a world's books: what everybody did, and what it adds up to."""

from bot.store.asking import sql
from bot.store.transaction import Row, Tx

RECORD = """INSERT INTO service_record (person_id, team_id, station_id, activity_id, shift_id, kind, day, month,
  starts_at, ends_at, minutes, state, source, entered_by, entered_at, verified_by, verified_at)"""


@sql(f"""
{RECORD}
SELECT u.person_id, a.team_id, a.station_id, a.id, h.id, a.kind, d.day, d.month, h.starts_at, h.ends_at, 120,
  'verified', 'roll_call', a.lead_id, h.ends_at, a.lead_id, h.ends_at
FROM sign_up u JOIN shift h ON h.id = u.shift_id JOIN activity a ON a.id = h.activity_id
JOIN world_day d ON d.n = 10 + (a.id - :first) / :teams * 14
WHERE a.id >= :first ORDER BY h.id, u.person_id
""")  # noqa: S608 - an expression of ours
async def book_past(tx: Tx, *, first: int, teams: int) -> None:
    """What everybody did."""


@sql(f"""
{RECORD}
WITH RECURSIVE n(i) AS (SELECT cast(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many)
SELECT cast(:person_id AS bigint), cast(:team_id AS bigint), cast(:station_id AS bigint), cast(NULL AS bigint),
  cast(NULL AS bigint), 'elderly', d.day, d.month, d.starts_at + 5400 * (n.i % 4),
  d.starts_at + 5400 * (n.i % 4) + 3600, 60, 'verified', 'self_report', cast(:person_id AS bigint),
  d.starts_at + 36000, cast(:lead_id AS bigint), d.starts_at + 36000
FROM n JOIN world_day d ON d.n = 15 + n.i / 4 ORDER BY n.i
""")  # noqa: S608 - an expression of ours
async def book_at_night(tx: Tx, *, many: int, person_id: int, team_id: int, station_id: int, lead_id: int) -> None:
    """Four a day of one person, in hours in which nobody else has any."""


@sql(f"""
{RECORD}
WITH RECURSIVE n(i) AS (SELECT cast(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many)
SELECT :first_person + n.i % :people, cast(:team_id AS bigint), cast(:station_id AS bigint), cast(NULL AS bigint),
  cast(NULL AS bigint), 'elderly', d.day, d.month, d.starts_at + 72000, d.starts_at + 75600, 60, 'submitted',
  'self_report', :first_person + n.i % :people, d.starts_at + 79200, cast(NULL AS bigint), cast(NULL AS bigint)
FROM n JOIN world_day d ON d.n = 1 + n.i / :people ORDER BY n.i
""")  # noqa: S608 - an expression of ours
async def report_in_the_evening(
    tx: Tx, *, many: int, first_person: int, people: int, team_id: int, station_id: int
) -> None:
    """What waits to be verified, of the last evenings."""


@sql("DELETE FROM team_month WHERE 1 = 1")
async def forget_sums(tx: Tx) -> None:
    """They are made anew."""


@sql("""
INSERT INTO team_month (station_id, team_id, month, kind, nature, minutes, attendances)
SELECT station_id, coalesce(team_id, 0), month, kind, nature, cast(sum(minutes * heads) AS bigint),
  cast(sum(CASE WHEN minutes > 0 THEN heads ELSE -heads END) AS bigint)
FROM service_record WHERE state = 'verified'
GROUP BY station_id, coalesce(team_id, 0), month, kind, nature
""")
async def sum_up(tx: Tx) -> None:
    """The running sums, from the records."""


@sql("""
SELECT s.path, r.team_id, r.month, cast(count(DISTINCT r.person_id) AS bigint) AS volunteers
FROM service_record r JOIN station s ON s.id = r.station_id
WHERE r.state = 'verified' AND r.month < :month GROUP BY s.path, r.team_id, r.month
""")
async def volunteers_by_team(tx: Tx, *, month: str) -> list[Row]:
    """How many served in each closed month."""


@sql("""
SELECT s.path, a.team_id, c.month, cast(sum(c.beneficiaries) AS bigint) AS helped, cast(sum(c.came) AS bigint) AS came,
  cast(sum(c.no_shows) AS bigint) AS no_shows
FROM roll_call c JOIN shift h ON h.id = c.shift_id JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
WHERE c.state = 'closed' AND c.month < :month GROUP BY s.path, a.team_id, c.month
""")
async def helped_by_team(tx: Tx, *, month: str) -> list[Row]:
    """What the roll-calls of each closed month said."""


@sql("""
SELECT s.path, m.team_id, m.month, m.kind, m.nature, m.minutes, m.attendances
FROM team_month m JOIN station s ON s.id = m.station_id WHERE m.month < :month
""")
async def sums_by_team(tx: Tx, *, month: str) -> list[Row]:
    """The running sums of the closed months."""


@sql("SELECT path FROM station")
async def every_path(tx: Tx) -> list[str]:
    """Where every station stands."""
