"""Whom news of an activity are about, for one who reads them: themselves, those they act for, groups they speak for."""

from bot.ground.frozen import Frozen
from bot.store.asking import sql
from bot.store.transaction import Tx


class Concerned(Frozen):
    """Somebody of whom the reader hears. `group_place_id`: on whose places they sit, if on any."""

    person_id: int
    name: str
    group_place_id: int | None


class HeldPlaces(Frozen):
    """Places of a group that the reader speaks for."""

    id: int
    team: str
    places: int


@sql("""
SELECT p.id AS person_id, p.name, max(u.group_place_id) AS group_place_id
FROM shift h CROSS JOIN sign_up u CROSS JOIN person p
WHERE h.activity_id = :activity_id AND h.ends_at > :now AND u.shift_id = h.id AND p.id = u.person_id
  AND (u.state <> 'withdrawn' OR (u.reason = 'cancelled' AND u.withdrawn_at = cast(:cancelled_at AS bigint)))
  AND (p.id = :reader_id OR (p.telegram_id IS NULL AND coalesce(p.managed_by_id, u.created_by) = :reader_id))
GROUP BY p.id, p.name ORDER BY p.name, p.id
""")
async def people_for(tx: Tx, *, activity_id: int, reader_id: int, cancelled_at: int, now: int) -> list[Concerned]:
    """Who is in what is not over of an activity, or was when it was cancelled, and is read for by this one."""


@sql("""
SELECT DISTINCT g.id, t.name AS team, g.places
FROM shift h JOIN group_place g ON g.shift_id = h.id JOIN team t ON t.id = g.team_id
WHERE h.activity_id = :activity_id AND h.ends_at > :now
  AND (g.cancelled_at IS NULL OR g.cancelled_at = cast(:cancelled_at AS bigint))
  AND (g.created_by = :reader_id OR EXISTS (SELECT 1 FROM membership m WHERE m.team_id = g.team_id
    AND m.person_id = :reader_id AND m.captain = 1 AND m.left_at IS NULL))
ORDER BY t.name, g.id
""")
async def groups_for(tx: Tx, *, activity_id: int, reader_id: int, cancelled_at: int, now: int) -> list[HeldPlaces]:
    """The places that the reader holds for groups in it."""
