"""What keeps a period from being whole: roll-calls that nobody finished, and who has something open, by name."""

from bot.reports.month_report_rows import OPEN_ROLLS
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql(f"""
SELECT h.id AS shift_id, a.id AS activity_id, a.title, h.starts_at, s.zone, l.name AS lead
{OPEN_ROLLS}
ORDER BY h.starts_at, h.id
LIMIT :limit OFFSET :skip
""")
async def page_of_open_rolls(tx: Tx, /, **values: Value) -> list[Row]:
    """Sessions that are over without a finished roll-call, though people were expected: the oldest first."""


@sql("""
SELECT CASE WHEN r.person_id = coalesce(a.lead_id, t.lead_id) OR (r.needs <> '' AND NOT EXISTS (
        SELECT 1 FROM station s JOIN role_grant g ON g.withdrawn_at IS NULL
            AND g.person_id = coalesce(a.lead_id, t.lead_id) AND (g.role = 'administrator' OR g.role = r.needs)
        JOIN station gs ON gs.id = g.station_id AND s.path >= gs.path AND s.path < gs.path || ':'
        WHERE s.id = r.station_id)) THEN NULL
    ELSE coalesce(a.lead_id, t.lead_id) END AS lead_id,
    cast(count(*) AS bigint) AS n, cast(sum(r.minutes * r.heads) AS bigint) AS minutes
FROM service_record r
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
WHERE r.state = 'submitted' AND cast(r.day AS text) BETWEEN :first AND :last
    AND r.station_id IN (SELECT id FROM station
      WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':'))
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
GROUP BY 1
""")
async def waiting_by_verifier(tx: Tx, *, first: Value, last: Value, path: Value, team_id: Value) -> list[Row]:
    """Records of these days that wait, by who is to verify them: the lead, but nobody their own, nor a long
    day for somebody higher."""


@sql("""
SELECT name, CASE WHEN telegram_id IS NOT NULL AND unreachable_at IS NULL THEN 1 ELSE 0 END AS reachable
FROM person WHERE id = :id
""")
async def name_of(tx: Tx, id: int) -> Row | None:
    """One lead, and whether the bot can write to them."""
