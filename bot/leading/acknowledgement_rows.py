"""Who was told of what, and who has pressed *Got it*; and the end of all sign-ups for what was cancelled."""

from collections.abc import Collection

from bot.leading.rows import free_all_places
from bot.leading.rules import Unseen
from bot.sign_ups.groups.rules import GroupHolder
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql("""
INSERT INTO acknowledgement (activity_id, person_id, what, told_at, seen_at)
VALUES (:activity_id, :person_id, :what, :now, NULL)
ON CONFLICT (activity_id, person_id, what) DO UPDATE SET told_at = excluded.told_at, seen_at = NULL
""")
async def ask_acknowledgement(tx: Tx, *, activity_id: Value, person_id: Value, what: Value, now: Value) -> None:
    """Somebody was told and has not answered yet; told anew, the answer is asked anew."""


async def ask(tx: Tx, activity_id: int, what: str, people: Collection[int], now: int) -> None:
    """Each of them is asked to press."""
    same: dict[str, Value] = {"activity_id": activity_id, "what": what, "now": now}
    asked = [{**same, "person_id": one} for one in sorted(people)]
    await ask_acknowledgement.many(tx, asked)


@sql("""
UPDATE acknowledgement SET seen_at = :now
WHERE activity_id = :activity_id AND what = :what AND seen_at IS NULL
  AND (person_id = :person_id OR person_id IN (
    SELECT id FROM person WHERE managed_by_id = :person_id AND telegram_id IS NULL))
""")
async def acknowledge(tx: Tx, activity_id: int, what: str, person_id: int, now: int) -> bool:
    """For the person and those they look after. False where nothing was asked, or it was pressed before."""


@sql("""
SELECT cast(count(*) AS bigint) AS told, cast(count(seen_at) AS bigint) AS seen
FROM acknowledgement WHERE activity_id = :activity_id AND what = :what
""")
async def count_acknowledgements(tx: Tx, *, activity_id: int, what: str) -> Row | None:
    """How many were told, and how many pressed."""


async def seen(tx: Tx, activity_id: int, what: str) -> tuple[int, int]:
    """How many were told, and how many have pressed."""
    row = await count_acknowledgements(tx, activity_id=activity_id, what=what)
    return (row["told"], row["seen"]) if row else (0, 0)


@sql("""
SELECT p.id, p.name, m.name AS manager,
    CASE WHEN p.telegram_id IS NULL OR p.unreachable_at IS NOT NULL THEN 0 ELSE 1 END AS telegram
FROM acknowledgement k JOIN person p ON p.id = k.person_id LEFT JOIN person m ON m.id = p.managed_by_id
WHERE k.activity_id = :activity_id AND k.what = :what AND k.seen_at IS NULL ORDER BY p.name, p.id
""")
async def unseen_people(tx: Tx, *, activity_id: int, what: str) -> list[Row]:
    """Who has not pressed, with who looks after them."""


async def unseen(tx: Tx, activity_id: int, what: str) -> list[Unseen]:
    rows = await unseen_people(tx, activity_id=activity_id, what=what)
    return [Unseen(row["id"], row["name"], bool(row["telegram"]), row["manager"]) for row in rows]


@sql("""
UPDATE sign_up SET state = 'withdrawn', reason = 'cancelled', withdrawn_at = :now, withdrawn_by = :by,
    offer_ends_at = NULL
WHERE state <> 'withdrawn' AND shift_id IN (
    SELECT id FROM shift WHERE activity_id = :activity_id AND starts_at > cast(:now AS bigint))
""")
async def withdraw_for_cancelled(tx: Tx, *, now: int, by: int, activity_id: int) -> int:
    """Nobody holds a place in what does not take place; what has begun keeps its people, for the roll-call."""


@sql("""
UPDATE group_place SET cancelled_at = :now
WHERE cancelled_at IS NULL AND shift_id IN (
    SELECT id FROM shift WHERE activity_id = :activity_id AND starts_at > cast(:now AS bigint))
""")
async def cancel_group_places(tx: Tx, *, now: int, activity_id: int) -> int:
    """Groups hold no place in what does not take place either."""


async def end_sign_ups(tx: Tx, activity_id: int, *, by: int, now: int) -> None:
    """Of shifts that have not begun."""
    await withdraw_for_cancelled(tx, activity_id=activity_id, by=by, now=now)
    await cancel_group_places(tx, activity_id=activity_id, now=now)
    await free_all_places(tx, activity_id=activity_id, now=now)


@sql("""
SELECT g.id AS place_id, g.shift_id, g.created_by AS person_id
FROM group_place g JOIN shift h ON h.id = g.shift_id
WHERE h.activity_id = :activity_id AND g.cancelled_at IS NULL AND h.starts_at > :now
UNION
SELECT g.id AS place_id, g.shift_id, m.person_id
FROM group_place g JOIN shift h ON h.id = g.shift_id
JOIN membership m ON m.team_id = g.team_id AND m.captain = 1 AND m.left_at IS NULL
WHERE h.activity_id = :activity_id AND g.cancelled_at IS NULL AND h.starts_at > :now
ORDER BY place_id, person_id
""")
async def group_holders(tx: Tx, activity_id: int, now: int) -> list[GroupHolder]:
    """Who speaks for the groups that hold places in shifts that have not begun: the captains, and who reserved them."""
