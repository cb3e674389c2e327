"""Who is told: only who belongs to the audience, and what they got today. Reaching them is delivery's business."""

from bot.activities.rules import Audience
from bot.ground.frozen import Frozen
from bot.sign_ups.shown import Offered
from bot.store.asking import sql
from bot.store.transaction import Tx


class Told(Frozen):
    """One person of an audience, who is `meant` or not. `today`: recruiting messages of that day; `gathering`: one with
    several is waiting.
    """

    id: int
    reachable: bool
    blocked: bool  # on Telegram, but not to be reached there
    silenced: bool
    today: int
    gathering: bool
    meant: bool


EVERY = """SELECT id FROM person WHERE cast(:audience AS text) = 'everyone'
    UNION ALL
    SELECT m.person_id FROM membership m
    WHERE cast(:audience AS text) = 'team' AND m.team_id = cast(:team_id AS bigint) AND m.left_at IS NULL
    UNION ALL
    SELECT m.person_id FROM station b JOIN team t ON t.station_id = b.id JOIN membership m ON m.team_id = t.id
    WHERE cast(:audience AS text) = 'station' AND m.left_at IS NULL
      AND (b.path >= cast(:path AS text) AND b.path < cast(:path AS text) || ':')"""
"""Whom an audience means, some of them twice."""


@sql(f"""
SELECT cast(coalesce(sum(CASE WHEN q.on_telegram = 1 AND NOT EXISTS (
      SELECT 1 FROM notice_off n WHERE n.person_id = q.id
        AND n.notice IN ('recruiting', 'pause')) THEN 1 ELSE 0 END), 0)
    AS bigint) AS told,
  cast(coalesce(sum(1 - q.on_telegram), 0) AS bigint) AS unreached,
  (SELECT cast(count(*) AS bigint) FROM (
    {EVERY}
    LIMIT cast(:most AS bigint) + 1) seen) AS seen
FROM (SELECT p.id, CASE WHEN p.telegram_id IS NOT NULL AND p.unreachable_at IS NULL THEN 1 ELSE 0 END AS on_telegram
  FROM (SELECT DISTINCT id FROM (
    {EVERY}
    LIMIT cast(:most AS bigint)) every) near JOIN person p ON p.id = near.id
  WHERE p.state IN ('active', 'managed') AND p.id <> :lead_id
    AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.withdrawn_at IS NULL)) q
""")  # noqa: S608 - a constant of this file; every value is a parameter
async def audience_size(
    tx: Tx, *, audience: Audience, team_id: int | None, path: str, lead_id: int, most: int
) -> tuple[int, int, int]:
    """How many of the first so many of an audience would be told, how many of them Telegram does not reach, and how
    many there are, one more than `most` where it is larger.
    """


@sql("""
SELECT h.id AS shift_id, a.id AS activity_id, a.title, a.kind, h.starts_at, h.ends_at, s.zone, h.capacity, h.taken,
    a.state, u.state AS mine, 0 AS own
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
LEFT JOIN sign_up u ON u.shift_id = h.id AND u.person_id = :person_id AND u.state <> 'withdrawn'
WHERE a.state = 'published' AND h.starts_at > :now AND (h.deadline_at IS NULL OR h.deadline_at > :now)
  AND a.lead_id <> :person_id
  AND EXISTS (SELECT 1 FROM broadcast b WHERE b.audience = 'offer:' || cast(a.id AS text)
    AND b.confirmed_at >= :since AND b.state <> 'stopped')
  AND NOT EXISTS (SELECT 1 FROM sign_up o JOIN shift k ON k.id = o.shift_id
    WHERE k.activity_id = a.id AND o.person_id = :person_id AND o.state <> 'withdrawn')
  AND (a.audience = 'everyone' OR EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id
    JOIN station b ON b.id = t.station_id WHERE m.person_id = :person_id AND m.left_at IS NULL
      AND ((a.audience = 'team' AND t.id = a.team_id)
        OR (a.audience = 'station' AND (b.path >= s.path AND b.path < s.path || ':')))))
ORDER BY h.starts_at, h.id LIMIT 20
""")
async def gathered_offers(tx: Tx, person_id: int, *, since: int, now: int) -> list[Offered]:
    """Coming shifts that were announced since then and are open to a person who has signed up for none of them."""
