"""What a lead posted before: titles, places and trainings to choose from."""

from bot.ground.text import folded
from bot.posting.rules import PastPlace, RecentShift
from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("""
SELECT shift_id, title, place, starts_at, ends_at, zone FROM (
  SELECT h.id AS shift_id, a.title, a.place, h.starts_at, h.ends_at, s.zone, a.created_at,
    row_number() OVER (PARTITION BY a.title ORDER BY h.starts_at DESC, h.id DESC) AS nth
  FROM activity a
  JOIN shift h ON h.activity_id = a.id
  JOIN station s ON s.id = a.station_id
  WHERE a.lead_id = :lead_id
) AS held
WHERE nth = 1
ORDER BY created_at DESC, shift_id DESC LIMIT :limit
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
SELECT a.title FROM shift h JOIN activity a ON a.id = h.activity_id
WHERE a.team_id = :team_id AND a.state <> 'cancelled' AND h.starts_at < :ends_at AND :starts_at < h.ends_at
  AND h.id <> :but
ORDER BY h.starts_at, h.id LIMIT 1
""")
async def at_same_hour(tx: Tx, *, team_id: int, starts_at: int, ends_at: int, but: int = 0) -> str | None:
    """What else than this shift a team has at that hour: its title."""


@sql("""
SELECT name FROM qualification UNION SELECT training AS name FROM activity WHERE training IS NOT NULL ORDER BY name
""")
async def known_trainings_rows(tx: Tx) -> list[str]:
    """Every qualification that somebody holds or an activity asked for."""


async def known_trainings(tx: Tx) -> dict[str, str]:
    """Names of trainings as they are written, by how they are read."""
    return {folded(name): name for name in await known_trainings_rows(tx)}
