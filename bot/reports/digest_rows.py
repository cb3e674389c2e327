"""Who gets a weekly digest, and what stands in it."""

from bot.ground.frozen import Frozen
from bot.ground.times import Span
from bot.reports.rules import Scope
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


class Reader(Frozen):
    """``since``: from when the person has been one; ``path`` and ``zone``: whose clock tells when."""

    person_id: int
    path: str
    zone: str
    since: int


class Session(Frozen):
    shift_id: int
    activity_id: int
    title: str
    starts_at: int
    ends_at: int
    zone: str
    taken: int
    wanted: int
    roll_call: str  # its state, '' while there is none


class DigestStation(Frozen):
    id: int
    path: str
    zone: str


@sql("""
SELECT id, path, zone FROM station WHERE digest_at <= :now ORDER BY digest_at, id LIMIT cast(:limit AS bigint)
""")
async def to_digest(tx: Tx, now: int, limit: int) -> list[DigestStation]:
    """Stations whose people may have to get a digest."""


@sql("UPDATE station SET digest_at = :at WHERE id = :id")
async def next_digest(tx: Tx, id: int, at: int) -> None:
    """When the people of this station get the next one."""


@sql("""
SELECT id, path, zone, digest_at FROM station WHERE digest_at = (
  SELECT n.digest_at FROM station n WHERE n.digest_at > :now ORDER BY n.digest_at LIMIT 1)
ORDER BY id LIMIT 16
""")
async def digests_ahead(tx: Tx, now: int) -> list[Row]:
    """Stations whose people get the next digests; some of them."""


@sql("""
SELECT DISTINCT q.person_id FROM (
    SELECT m.person_id FROM team t JOIN membership m ON m.team_id = t.id AND m.captain = 1 AND m.left_at IS NULL
    WHERE t.station_id = :station_id AND t.closed_at IS NULL
    UNION ALL
    SELECT t.lead_id FROM team t WHERE t.station_id = :station_id AND t.lead_id IS NOT NULL AND t.closed_at IS NULL
    UNION ALL
    SELECT g.person_id FROM role_grant g
    WHERE g.station_id = :station_id AND g.role = 'social_worker' AND g.withdrawn_at IS NULL
) q
WHERE NOT EXISTS (SELECT 1 FROM occurrence o
    WHERE o.key = cast(:prefix AS text) || 'person:' || cast(q.person_id AS text))
ORDER BY q.person_id
""")
async def readers_at(tx: Tx, station_id: int, prefix: str) -> list[int]:
    """Captains, the leads of teams and social workers of a station without the digest whose key begins so."""


@sql("""
SELECT p.id AS person_id, min(q.path) AS path, min(q.zone) AS zone, min(q.since) AS since
FROM (
    SELECT s.path, s.zone, m.joined_at AS since
    FROM membership m JOIN team t ON t.id = m.team_id JOIN station s ON s.id = t.station_id
    WHERE m.person_id = :person_id AND m.captain = 1 AND m.left_at IS NULL AND t.closed_at IS NULL
    UNION ALL
    SELECT s.path, s.zone, t.created_at
    FROM team t JOIN station s ON s.id = t.station_id
    WHERE t.lead_id = :person_id AND t.closed_at IS NULL
        AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = t.lead_id AND g.withdrawn_at IS NULL)
    UNION ALL
    SELECT s.path, s.zone, g.granted_at
    FROM role_grant g JOIN station s ON s.id = g.station_id
    WHERE g.person_id = :person_id AND g.role = 'social_worker' AND g.withdrawn_at IS NULL
) q
JOIN person p ON p.id = :person_id
WHERE p.state = 'active' AND p.telegram_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM notice_off n WHERE n.person_id = p.id AND n.notice IN ('digest', 'pause'))
GROUP BY p.id
""")
async def reader(tx: Tx, person_id: int) -> Reader | None:
    """Somebody who gets a weekly digest, with the station whose clock tells when; None for who wants none."""


@sql("""
SELECT t.id AS team_id, t.name, s.zone, s.path, s.id AS station_id
FROM team t JOIN station s ON s.id = t.station_id
WHERE t.closed_at IS NULL AND (t.lead_id = :person_id OR EXISTS (
    SELECT 1 FROM membership m
    WHERE m.team_id = t.id AND m.person_id = :person_id AND m.captain = 1 AND m.left_at IS NULL))
ORDER BY t.name, t.id
""")
async def teams(tx: Tx, person_id: int) -> list[Scope]:
    """The teams a person captains or answers for."""


@sql("""
SELECT cast(count(*) AS bigint) AS n FROM shift h JOIN activity a ON a.id = h.activity_id
WHERE a.team_id = :team_id AND a.state <> 'cancelled' AND h.starts_at >= :span.starts_at AND h.starts_at < :span.ends_at
""")
async def sessions_held(tx: Tx, team_id: int, span: Span) -> int:
    """How many sessions of a team began in a week and were not cancelled."""


@sql("""
SELECT h.id AS shift_id, a.id AS activity_id, a.title, h.starts_at, h.ends_at, s.zone, h.taken,
    coalesce(h.minimum, h.capacity) AS wanted, coalesce(c.state, '') AS roll_call
FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
LEFT JOIN roll_call c ON c.shift_id = h.id
WHERE h.starts_at >= :span.starts_at AND h.starts_at < :span.ends_at AND a.state <> 'cancelled'
    AND (a.lead_id = :person_id OR EXISTS (
        SELECT 1 FROM team t WHERE t.id = a.team_id AND t.lead_id = :person_id) OR EXISTS (
        SELECT 1 FROM membership m
        WHERE m.team_id = a.team_id AND m.person_id = :person_id AND m.captain = 1 AND m.left_at IS NULL))
ORDER BY h.starts_at, h.id
""")
async def sessions_wanting(tx: Tx, person_id: int, span: Span) -> list[Session]:
    """Sessions between two instants that a person leads, or of the teams the person captains or answers for."""
