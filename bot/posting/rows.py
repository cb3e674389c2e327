"""What a lead posted before: titles, places and trainings to choose from."""

from bot.ground.text import folded
from bot.posting.rules import PastPlace, RecentShift
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


@sql("""
SELECT h.id AS shift_id, a.title, a.place, h.starts_at, h.ends_at, s.zone
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
WHERE a.lead_id = :lead_id
  AND NOT EXISTS (SELECT 1 FROM shift o JOIN activity b ON b.id = o.activity_id
    WHERE b.lead_id = a.lead_id AND b.title = a.title
      AND (o.starts_at > h.starts_at OR (o.starts_at = h.starts_at AND o.id > h.id)))
ORDER BY a.created_at DESC, h.id DESC LIMIT :limit
""")
async def recent_shifts(tx: Tx, lead_id: int, limit: int) -> list[RecentShift]:
    """The newest shift of each title that a lead posted, the latest first."""


@sql("""
SELECT max(h.id) AS shift_id, a.place
FROM shift h JOIN activity a ON a.id = h.activity_id
WHERE a.lead_id = :lead_id
GROUP BY a.place ORDER BY max(h.id) DESC LIMIT :limit
""")
async def recent_places(tx: Tx, lead_id: int, limit: int) -> list[PastPlace]:
    """The newest shift at each place of a lead, the latest first."""


@sql("""
SELECT name FROM qualification UNION SELECT training AS name FROM activity WHERE training IS NOT NULL ORDER BY name
""")
async def known_trainings_rows(tx: Tx) -> list[Row]:
    """Every qualification that somebody holds or an activity asked for."""


async def known_trainings(tx: Tx) -> dict[str, str]:
    """Names of trainings as they are written, by how they are read."""
    return {folded(row["name"]): row["name"] for row in await known_trainings_rows(tx)}
