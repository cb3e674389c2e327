"""What leaves the house: which parcels are due, what became of them, and what is done with those left behind."""

from collections.abc import Mapping, Sequence

from bot.store.asking import sql
from bot.store.outbox import MONTH, WEEK, opened
from bot.store.transaction import Row, Tx, Value


@sql("""
SELECT due_at, cast(count(*) AS bigint) AS people FROM outbox
WHERE state = 'pending' AND class IN ('critical', 'normal') AND due_at > :now
GROUP BY due_at ORDER BY due_at LIMIT 20
""")
async def waiting_notices(tx: Tx, now: int) -> list[tuple[int, int]]:
    """When what waits will leave, the soonest first, and to how many people."""


@sql("""
UPDATE outbox SET bot_id = :bot_id, key = 'bot' || cast(cast(:bot_id AS bigint) AS text) || substr(key, 5)
  WHERE bot_id = 0
""")
async def adopt_notices(tx: Tx, bot_id: int) -> None:
    """What was queued before any bot had run on this database belongs to the first that does."""


@sql("""
SELECT 1 FROM outbox
WHERE bot_id = :bot_id AND class IN ('edit', 'reply', 'critical', 'normal') AND state = 'pending' AND due_at <= :now
  AND coalesce(not_before, 0) <= :now
LIMIT 1
""")
async def any_due(tx: Tx, bot_id: int, now: int) -> bool:
    """Whether anything should leave now."""


@sql("""
SELECT cast(count(*) AS bigint) AS n FROM outbox
WHERE bot_id = :bot_id AND ((state = 'pending' AND due_at <= :now AND coalesce(not_before, 0) <= :now)
  OR (state = 'sending' AND epoch = :epoch))
""")
async def count_due(tx: Tx, bot_id: int, epoch: int, now: int) -> int:
    """How much should leave now, or is on its way by this process."""


@sql("""
SELECT o.id, o.key, o.kind, o.class, o.person_id, o.chat_id, o.subject, o.payload, o.created_at, o.due_at,
       o.expires_at, o.attempts, o.parts, p.telegram_id, p.language, p.client_language, p.unreachable_at, p.strikes,
       coalesce(s.zone, (SELECT zone FROM station WHERE id = (SELECT min(id) FROM station))) AS zone,
       (SELECT epoch FROM process WHERE process.bot_id = :bot_id) AS epoch
FROM (
  SELECT id FROM (SELECT id FROM outbox WHERE bot_id = :bot_id AND class = 'edit' AND state = 'pending'
    AND due_at <= :now AND coalesce(not_before, 0) <= :now
    ORDER BY due_at, id LIMIT :limit) e
  UNION ALL
  SELECT id FROM (SELECT id FROM outbox WHERE bot_id = :bot_id AND class = 'reply' AND state = 'pending'
    AND due_at <= :now AND coalesce(not_before, 0) <= :now AND attempts <= :doubts
    ORDER BY due_at, id LIMIT :limit) r
  UNION ALL
  SELECT id FROM (SELECT id FROM outbox WHERE bot_id = :bot_id AND class = 'critical' AND state = 'pending'
    AND due_at <= :now AND coalesce(not_before, 0) <= :now AND attempts <= :doubts
    ORDER BY due_at, id LIMIT :limit) c
  UNION ALL
  SELECT id FROM (SELECT id FROM outbox WHERE bot_id = :bot_id AND class = 'normal' AND state = 'pending'
    AND due_at <= :now AND coalesce(not_before, 0) <= :now AND attempts <= :doubts
    ORDER BY due_at, id LIMIT :limit) n) page
JOIN outbox o ON o.id = page.id
LEFT JOIN person p ON p.id = o.person_id
LEFT JOIN team t ON t.id = p.home_team_id
LEFT JOIN station s ON s.id = t.station_id
ORDER BY CASE o.class WHEN 'edit' THEN 0 WHEN 'reply' THEN 0 WHEN 'critical' THEN 1 ELSE 2 END, o.due_at, o.id
LIMIT :limit
""")
async def due_parcels(tx: Tx, *, bot_id: int, now: int, doubts: int, limit: int) -> list[Row]:
    """What should leave now, what people wait for first, with who will read it; of messages those that were in doubt
    at most so often. A page of each class is read, whatever waits behind it.
    """


CERTAIN, ANY = 0, 1 << 20
"""How often a message may have been in doubt: never, or however often."""


async def due(tx: Tx, bot_id: int, now: int, limit: int, *, certain_first: bool = False) -> Sequence[Row]:
    """What people wait for first; ``certain_first``: before that what makes no second copy, and was never in doubt.

    ``payload`` in plain text; None where it cannot be opened.
    """
    rows: Sequence[Row] = []
    if certain_first:
        rows = await due_parcels(tx, bot_id=bot_id, now=now, limit=limit, doubts=CERTAIN)
    if len(rows) < limit:
        known = {row["id"] for row in rows}
        others = await due_parcels(tx, bot_id=bot_id, now=now, limit=limit, doubts=ANY)
        rows = [*rows, *sorted((row for row in others if row["id"] not in known), key=lambda row: row["attempts"])]
        rows = rows[:limit]
    return [{**dict(row), "payload": opened(tx, row["key"], row["payload"])} for row in rows]


@sql("""
UPDATE outbox SET state = 'expired', payload = '' WHERE bot_id = :bot_id AND state = 'pending' AND expires_at <= :now
""")
async def expire(tx: Tx, bot_id: int, now: int) -> int:
    """What waits and has lost its use will not leave; how many."""


@sql("UPDATE outbox SET state = 'sending', epoch = :epoch WHERE key = :key AND state || '' = 'pending'")
async def claim_parcel(tx: Tx, *, epoch: Value, key: Value) -> None:
    """It is on its way; only the newest process may say so. The key finds it: an index of all that waits would be read
    from its beginning for each, where the database thinks that little waits.
    """


async def claim(tx: Tx, epoch: int, keys: Sequence[str]) -> None:
    await claim_parcel.many(tx, [{"key": key, "epoch": epoch} for key in keys])


@sql("""
UPDATE outbox SET state = :state, payload = '', message_id = :message_id, sent_at = :now, error = :error
WHERE key = :key AND epoch = :epoch AND state || '' = 'sending'
""")
async def settle_parcel(
    tx: Tx, *, state: Value, message_id: Value, now: Value, error: Value, key: Value, epoch: Value
) -> None:
    """It will not be sent again; what it said is erased."""


@sql("""
UPDATE outbox SET state = 'pending', not_before = :not_before, attempts = attempts + :attempts, parts = :parts,
    error = :error
WHERE key = :key AND epoch = :epoch AND state || '' = 'sending'
""")
async def postpone_parcel(
    tx: Tx, *, not_before: Value, attempts: Value, parts: Value, error: Value, key: Value, epoch: Value
) -> None:
    """It waits again; ``attempts`` counts the sends that may have arrived, ``parts`` the messages of it that have."""


async def write_results(
    tx: Tx, settled: Sequence[Mapping[str, Value]], postponed: Sequence[Mapping[str, Value]]
) -> None:
    """Of rows in flight; those that another process has taken over meanwhile stay as that one left them."""
    await settle_parcel.many(tx, settled)
    await postpone_parcel.many(tx, postponed)


@sql("""
UPDATE outbox SET state = 'dropped', payload = '', error = :error
WHERE bot_id = :bot_id AND chat_id = :chat_id AND state = 'pending'
""")
async def drop_for_chat(tx: Tx, bot_id: int, chat_id: int, error: str) -> None:
    """What waits for somebody who cannot be reached."""


@sql("""
UPDATE outbox SET not_before = :until, error = :error
WHERE bot_id = :bot_id AND chat_id = :chat_id AND state = 'pending' AND coalesce(not_before, 0) < :until
""")
async def hold_chat(tx: Tx, bot_id: int, chat_id: int, until: int, error: str) -> None:
    """Nothing for this chat before then."""


@sql("""
SELECT chat_id, max(not_before) AS until FROM outbox
WHERE bot_id = :bot_id AND state = 'pending' AND not_before > :now AND error = '429' GROUP BY chat_id
""")
async def held_chats(tx: Tx, bot_id: int, now: int) -> dict[int, int]:
    """Chats that Telegram told us to leave alone, and until when."""


@sql("""
UPDATE outbox SET chat_id = :to_id WHERE bot_id = :bot_id AND chat_id = :from_id AND state IN ('pending', 'sending')
""")
async def retarget(tx: Tx, bot_id: int, from_id: int, to_id: int) -> None:
    """A group has a new id: what waits goes there."""


@sql("""
SELECT key, kind, class, attempts, created_at, expires_at FROM outbox
WHERE bot_id = :bot_id AND state = 'sending' AND epoch < :epoch ORDER BY id
""")
async def left_behind(tx: Tx, bot_id: int, epoch: int) -> Sequence[Row]:
    """Sent or not? The process that knew is gone."""


@sql("UPDATE outbox SET state = 'pending', attempts = attempts + 1, error = 'unknown' WHERE key = :key")
async def resend_left_behind(tx: Tx, *, key: Value) -> None:
    """It may have arrived; a second copy is better than none."""


@sql("UPDATE outbox SET state = 'unknown', payload = '' WHERE key = :key")
async def give_up_left_behind(tx: Tx, *, key: Value) -> None:
    """It may have arrived; it is not worth a second copy."""


async def resolve_left_behind(tx: Tx, again: Sequence[str], never: Sequence[str]) -> None:
    await resend_left_behind.many(tx, [{"key": key} for key in again])
    await give_up_left_behind.many(tx, [{"key": key} for key in never])


@sql("""
DELETE FROM outbox WHERE bot_id = :bot_id AND state NOT IN ('pending', 'sending')
  AND created_at < CASE WHEN class IN ('reply', 'edit') THEN cast(:week AS bigint) ELSE cast(:month AS bigint) END
""")
async def forget_old_parcels(tx: Tx, *, bot_id: int, week: int, month: int) -> int:
    """Answers after a week, everything else after thirty days."""


async def forget_old(tx: Tx, bot_id: int, now: int) -> int:
    return await forget_old_parcels(tx, bot_id=bot_id, week=now - WEEK, month=now - MONTH)
