"""What the store itself keeps of one person, in order to take it away; each subject takes away its own.

On SQLite the write-ahead log still holds the old pages: a transaction that erases is followed by
a checkpoint that empties it.
"""

from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("DELETE FROM draft WHERE person_id = :person_id")
async def erase_drafts(tx: Tx, *, person_id: Value) -> int:
    """Forms, with what was typed."""


@sql("DELETE FROM outbox WHERE person_id = :person_id OR chat_id = :telegram_id")
async def erase_messages(tx: Tx, *, person_id: int, telegram_id: int) -> int:
    """Whatever waits for the person or was sent."""


@sql("DELETE FROM wrong_try WHERE telegram_id = :telegram_id")
async def erase_tries(tx: Tx, *, telegram_id: int) -> int:
    """Wrong codes of the erased person."""


@sql("UPDATE inbox SET lane = 0 WHERE lane = :telegram_id AND (state <> 'new' OR update_id = :update_id)")
async def erase_lanes(tx: Tx, *, telegram_id: int, update_id: int) -> int:
    """Updates that had their effect, and the very one that asks for this, do not say any more whose they were."""


async def erase(tx: Tx, person_id: int, *, telegram_id: int, update_id: int) -> None:
    """``update_id``: the update by which the person asked for it."""
    await erase_drafts(tx, person_id=person_id)
    await erase_messages(tx, person_id=person_id, telegram_id=telegram_id)
    await erase_tries(tx, telegram_id=telegram_id)
    await erase_lanes(tx, telegram_id=telegram_id, update_id=update_id)


@sql("""
SELECT activity.title AS name
FROM activity
WHERE activity.lead_id = :person_id AND activity.state <> 'cancelled'
  AND EXISTS (SELECT 1 FROM shift WHERE shift.activity_id = activity.id AND shift.ends_at > :now)
UNION
SELECT team.name FROM team WHERE team.lead_id = :person_id AND team.closed_at IS NULL
ORDER BY 1
""")
async def needed_for(tx: Tx, person_id: int, now: int) -> tuple[str, ...]:
    """Titles of coming activities this person leads, names of living teams this person answers for: somebody else must
    first.
    """


@sql("""
SELECT cast(count(DISTINCT role_grant.person_id) AS bigint) AS n
FROM role_grant JOIN person ON person.id = role_grant.person_id
WHERE role_grant.role = 'administrator' AND role_grant.withdrawn_at IS NULL AND person.state = 'active'
  AND role_grant.person_id <> :person_id
""")
async def other_administrators(tx: Tx, person_id: int) -> int:
    """How many others administer."""
