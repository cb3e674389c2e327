"""Who was told of what, and who has pressed *Got it*; and the end of all sign-ups for what was cancelled."""

from collections.abc import Collection

from bot.leading.rules import Asked, Unseen
from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("""
INSERT INTO acknowledgement (activity_id, person_id, what, told_at, seen_at)
VALUES (:activity_id, :person_id, :what, :now, NULL)
ON CONFLICT (activity_id, person_id, what) DO UPDATE SET told_at = excluded.told_at, seen_at = NULL
""")
async def ask_acknowledgement(tx: Tx, *, activity_id: Value, person_id: Value, what: Value, now: Value) -> None:
    """Somebody was told and has not answered yet; told anew, the answer is asked anew."""


async def ask(tx: Tx, activity_id: int, what: str, people: Collection[int], now: int) -> None:
    """Each of them is asked to press."""
    same = {"activity_id": activity_id, "what": what, "now": now}
    await ask_acknowledgement.many(tx, [{**same, "person_id": one} for one in sorted(people)])


@sql("""
UPDATE acknowledgement SET seen_at = :now
WHERE activity_id = :activity_id AND what = :what AND seen_at IS NULL
  AND (person_id = :person_id OR person_id IN (
    SELECT id FROM person WHERE managed_by_id = :person_id AND coalesce(telegram_id, 0) = 0))
""")
async def acknowledge(tx: Tx, activity_id: int, what: str, person_id: int, now: int) -> bool:
    """For the person and those they look after. False where nothing was asked, or it was pressed before."""


@sql("""
SELECT activity_id, what FROM acknowledgement
WHERE person_id = :person_id AND seen_at IS NULL AND told_at > :since ORDER BY told_at DESC, activity_id DESC LIMIT 1
""")
async def newest_unanswered(tx: Tx, *, person_id: int, since: int) -> Asked | None:
    """Of the last days: which activity, and what was told."""


@sql("""
SELECT cast(count(*) AS bigint) AS told, cast(count(seen_at) AS bigint) AS seen
FROM acknowledgement WHERE activity_id = :activity_id AND what = :what
""")
async def seen(tx: Tx, activity_id: int, what: str) -> tuple[int, int]:
    """How many were told, and how many have pressed."""


@sql("""
SELECT p.id AS person_id, p.name, m.name AS manager,
    CASE WHEN p.telegram_id IS NULL THEN 0 ELSE 1 END AS telegram,
    CASE WHEN p.telegram_id IS NOT NULL AND p.unreachable_at IS NOT NULL THEN 1 ELSE 0 END AS blocked
FROM acknowledgement k JOIN person p ON p.id = k.person_id
LEFT JOIN person m ON m.id = p.managed_by_id AND m.telegram_id IS NOT NULL AND m.unreachable_at IS NULL
WHERE k.activity_id = :activity_id AND k.what = :what AND k.seen_at IS NULL ORDER BY p.name, p.id
""")
async def unseen(tx: Tx, activity_id: int, what: str) -> list[Unseen]:
    """Who has not pressed, with who looks after them, where a message reaches that one."""


@sql("DELETE FROM acknowledgement WHERE activity_id = :activity_id AND what = :what")
async def forget(tx: Tx, activity_id: int, what: str) -> int:
    """What was told is not so any more: nobody is asked to press."""


@sql("DELETE FROM acknowledgement WHERE person_id = :person_id")
async def erase_acknowledgements(tx: Tx, *, person_id: Value) -> int:
    """Who was told of a change and has pressed "Got it"."""
