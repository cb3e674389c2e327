"""The statements that fill a world's calendar: sessions that are over, and such as are still to come."""

from bot.store.asking import sql
from bot.store.transaction import Tx

ACTIVITY = "station_id, team_id, lead_id, title, kind, place, meet_place, contact, risk, audience, state, created_at,"
SESSION = """t.station_id, t.id, t.lead_id, '探访长者' || cast(n.i AS text),
  CASE t.id % 3 WHEN 0 THEN 'elderly' WHEN 1 THEN 'environment' ELSE 'youth' END,
  '社区中心', '门口', '社工', '搀扶前先问',
  CASE WHEN n.i % 2 = 0 THEN 'everyone' ELSE 'team' END, 'published',"""


@sql(f"""
INSERT INTO activity ({ACTIVITY} published_at)
WITH RECURSIVE n(i) AS (SELECT cast(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many)
SELECT {SESSION} cast(:now AS bigint) - 86400 * 14, cast(:now AS bigint) - 86400 * 14
FROM n JOIN team t ON t.id = :first_team + n.i % :teams ORDER BY n.i
""")  # noqa: S608 - an expression of ours
async def add_activities(tx: Tx, *, many: int, teams: int, first_team: int, now: int) -> None:
    """Of these teams in turn, each led by the team's lead."""


@sql("""
INSERT INTO shift (activity_id, starts_at, ends_at, meet_at, capacity, taken)
SELECT a.id, a.at, a.at + 7200, a.at - 900, a.capacity, a.taken FROM (
  SELECT id, :midnight + 86400 * (1 + (id - :first) / :teams * 7 % 60) + 3600 * (9 + (id - :first) / :teams % 8) AS at,
    CASE (id - :first) % 10 WHEN 0 THEN 5 ELSE 20 END AS capacity, 5 AS taken
  FROM activity WHERE id >= :first) a
ORDER BY a.id
""")
async def add_coming_shifts(tx: Tx, *, first: int, teams: int, midnight: int) -> None:
    """Each team's own on days of their own; every tenth is full."""


@sql("""
INSERT INTO sign_up (shift_id, person_id, state, line_at, confirmed_at, created_by, created_at)
WITH k(i) AS (SELECT 0 UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5
  UNION ALL SELECT 6)
SELECT q.id, q.person_id, CASE WHEN q.i < 5 THEN 'confirmed' ELSE 'waitlisted' END, :now - 86400 + q.i,
  CASE WHEN q.i < 5 THEN cast(:now AS bigint) END, q.person_id, cast(:now AS bigint)
FROM (SELECT h.id, h.capacity, k.i, :first_person + a.team_id - :first_team + k.i * :teams AS person_id
  FROM activity a JOIN shift h ON h.activity_id = a.id CROSS JOIN k WHERE a.id >= :first) q
WHERE q.person_id < :end AND (q.i < 5 OR q.capacity = 5)
ORDER BY q.id, q.i
""")
async def sign_up_for_coming(
    tx: Tx, *, first: int, first_person: int, end: int, teams: int, first_team: int, now: int
) -> None:
    """The first members of each team; where it is full two more wait."""


@sql("""
UPDATE shift SET lined = 1 WHERE id IN (SELECT shift_id FROM sign_up WHERE state = 'waitlisted')
""")
async def line_up(tx: Tx) -> None:
    """Where somebody waits."""


@sql("""
INSERT INTO shift (activity_id, starts_at, ends_at, meet_at, capacity, taken, remind_at, card_at, rolled)
SELECT a.id, d.starts_at + 3600 * (9 + a.team_id % 8), d.starts_at + 3600 * (11 + a.team_id % 8),
  d.starts_at + 3600 * (9 + a.team_id % 8) - 900, :size, :size, NULL, NULL, 1
FROM activity a JOIN world_day d ON d.n = 10 + (a.id - :first) / :teams * 14
WHERE a.id >= :first ORDER BY a.id
""")
async def add_past_shifts(tx: Tx, *, first: int, teams: int, size: int) -> None:
    """A session each fortnight, two hours long."""


@sql("""
INSERT INTO sign_up (shift_id, person_id, state, line_at, confirmed_at, created_by, created_at)
WITH RECURSIVE n(i) AS (SELECT cast(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i < :most / 5)
SELECT q.id, q.person_id, 'confirmed', q.starts_at - 86400, q.starts_at - 86400, q.person_id, q.starts_at - 86400
FROM (SELECT h.id, h.starts_at,
    :first_person + a.team_id - :first_team + (5 * n.i + (5 - (a.id - :first) / :teams % 5) % 5) * :teams AS person_id
  FROM activity a JOIN shift h ON h.activity_id = a.id CROSS JOIN n WHERE a.id >= :first) q
WHERE q.person_id < :end
ORDER BY q.id, q.person_id
""")
async def sign_up_for_past(
    tx: Tx, *, first: int, first_person: int, end: int, teams: int, first_team: int, most: int
) -> None:
    """A fifth of a team's members in turn."""


@sql("""
UPDATE shift SET taken = (SELECT count(*) FROM sign_up u WHERE u.shift_id = shift.id),
  capacity = 1 + (SELECT count(*) FROM sign_up u WHERE u.shift_id = shift.id)
WHERE activity_id >= :first
""")
async def count_places(tx: Tx, *, first: int) -> None:
    """As many as came, and one that stayed free."""


@sql("""
INSERT INTO attendance (shift_id, person_id, state, source, marked_by, marked_at)
SELECT u.shift_id, u.person_id, 'done', 'roll_call', a.lead_id, h.ends_at
FROM sign_up u JOIN shift h ON h.id = u.shift_id JOIN activity a ON a.id = h.activity_id
WHERE a.id >= :first ORDER BY u.shift_id, u.person_id
""")
async def mark_past(tx: Tx, *, first: int) -> None:
    """Everybody came."""


@sql("""
INSERT INTO roll_call (shift_id, state, opened_at, taken_by, closed_at, closed_by, beneficiaries, month, came, no_shows)
SELECT h.id, 'closed', h.starts_at, a.lead_id, h.ends_at, a.lead_id, h.taken * 2, d.month, h.taken, 0
FROM shift h JOIN activity a ON a.id = h.activity_id
JOIN world_day d ON d.n = 10 + (a.id - :first) / :teams * 14
WHERE a.id >= :first ORDER BY h.id
""")
async def close_past(tx: Tx, *, first: int, teams: int) -> None:
    """Taken by the lead."""
