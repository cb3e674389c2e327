"""People without Telegram, as whoever looks after them or is captain of their team finds them."""

from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("""
SELECT id, name FROM (
  SELECT * FROM (
    SELECT n.person_id AS id, n.name FROM membership AS captained CROSS JOIN team_name n
    WHERE captained.person_id = :viewer_id AND captained.captain = 1 AND captained.left_at IS NULL
      AND n.team_id = captained.team_id AND n.part = '' AND n.managed = 1
    ORDER BY n.name, n.person_id LIMIT cast(:limit AS bigint) + cast(:skip AS bigint)
  ) AS of_teams
  UNION
  SELECT id, name FROM person WHERE managed_by_id = :viewer_id AND coalesce(telegram_id, 0) = 0 AND state = 'managed'
) AS near
ORDER BY name, id LIMIT :limit OFFSET :skip
""")
async def people(tx: Tx, viewer_id: int, *, limit: int, skip: int) -> list[tuple[int, str]]:
    """A page of them, by name."""


@sql("""
SELECT 1 AS yes FROM person p
WHERE p.id = :person_id AND p.telegram_id IS NULL AND p.state = 'managed' AND (p.managed_by_id = :viewer_id
  OR EXISTS (SELECT 1 FROM membership own JOIN membership captained ON captained.team_id = own.team_id
    WHERE own.person_id = p.id AND own.left_at IS NULL
      AND captained.person_id = :viewer_id AND captained.captain = 1 AND captained.left_at IS NULL))
""")
async def is_in_care(tx: Tx, viewer_id: int, person_id: int) -> bool:
    """Whether this one is among them."""


@sql("""
SELECT 1 AS yes WHERE EXISTS (SELECT 1 FROM person WHERE managed_by_id = :viewer_id AND state = 'managed')
  OR EXISTS (SELECT 1 FROM membership WHERE person_id = :viewer_id AND captain = 1 AND left_at IS NULL)
""")
async def looks_after(tx: Tx, viewer_id: int) -> bool:
    """Whether there may be anybody: a captain's team is not gone through for it."""
