"""Who is told: only who belongs to the audience, and what they got today. Reaching them is delivery's business."""

from bot.activities.rules import ActivityState, Audience
from bot.ground.frozen import Frozen
from bot.sign_ups.looks import Offered
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


class Told(Frozen):
    """One person of an audience. `today`: recruiting messages of that day; `gathering`: one with several is waiting."""

    id: int
    reachable: bool
    blocked: bool  # on Telegram, but not to be reached there
    silenced: bool
    today: int
    gathering: bool


@sql("""
SELECT p.id,
    CASE WHEN p.telegram_id IS NULL OR p.unreachable_at IS NOT NULL THEN 0 ELSE 1 END AS reachable,
    CASE WHEN p.telegram_id IS NOT NULL AND p.unreachable_at IS NOT NULL THEN 1 ELSE 0 END AS blocked,
    CASE WHEN EXISTS (SELECT 1 FROM notice_off n WHERE n.person_id = p.id AND n.notice = 'recruiting')
        THEN 1 ELSE 0 END AS silenced,
    (SELECT cast(count(*) AS bigint) FROM outbox o
        WHERE o.person_id = p.id AND o.kind IN ('recruiting', 'recruiting_more')
          AND o.due_at >= :day_start AND o.due_at < :day_end AND o.state NOT IN ('dropped', 'expired',
            'dead')) AS today,
    CASE WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.person_id = p.id AND o.kind = 'recruiting_more'
        AND o.state = 'pending') THEN 1 ELSE 0 END AS gathering
FROM person p
WHERE p.state IN ('active', 'managed') AND p.id <> :lead_id
  AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.withdrawn_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM sign_up u JOIN shift h ON h.id = u.shift_id
    WHERE u.person_id = p.id AND h.activity_id = :activity_id AND u.state <> 'withdrawn')
  AND (cast(:audience AS text) = 'everyone' OR EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id
    JOIN station b ON b.id = t.station_id WHERE m.person_id = p.id AND m.left_at IS NULL
      AND ((cast(:audience AS text) = 'team' AND t.id = cast(:team_id AS bigint))
        OR (cast(:audience AS text) = 'station' AND b.path LIKE cast(:path AS text) || '%'))))
ORDER BY p.id
""")
async def audience_people_rows(tx: Tx, /, **values: Value) -> list[Row]:
    """Who is told of an activity, with what each was told today; staff on duty are not recruited, nor is its lead."""


async def audience_people(
    tx: Tx,
    *,
    audience: Audience,
    team_id: int | None,
    path: str,
    lead_id: int,
    activity_id: int = 0,
    day_start: int = 0,
    day_end: int = 0,
) -> list[Told]:
    """Without the lead, staff, and who is signed up for the activity already."""
    rows = await audience_people_rows(
        tx,
        audience=audience.value,
        team_id=team_id,
        path=path,
        lead_id=lead_id,
        activity_id=activity_id,
        day_start=day_start,
        day_end=day_end,
    )
    return [
        Told(
            row["id"],
            bool(row["reachable"]),
            bool(row["blocked"]),
            bool(row["silenced"]),
            row["today"],
            bool(row["gathering"]),
        )
        for row in rows
    ]


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
      AND ((a.audience = 'team' AND t.id = a.team_id) OR (a.audience = 'station' AND b.path LIKE s.path || '%'))))
ORDER BY h.starts_at, h.id LIMIT 20
""")
async def gathered_offers_rows(tx: Tx, *, person_id: int, now: int, since: int) -> list[Row]:
    """Coming shifts that were announced since a moment and are open to a person who has signed up for none of them."""


async def gathered_offers(tx: Tx, person_id: int, *, since: int, now: int) -> list[Offered]:
    """What was announced since then, is open to the person, and the person has not signed up for."""
    rows = await gathered_offers_rows(tx, person_id=person_id, since=since, now=now)
    return [Offered(**{**row, "state": ActivityState(row["state"]), "own": False}) for row in rows]
