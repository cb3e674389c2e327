"""Names on the call list. What was lost is kept; who has no Telegram stands there without a row, until marked."""

from collections.abc import Sequence

from bot.call_list.rules import STANDS, CallLine, Entry, Mark, Undelivered, Why
from bot.ground.frozen import Frozen, asdict
from bot.ground.notices import Matter
from bot.store.asking import row_reader, sql
from bot.store.transaction import Row, Tx, Value

MONTH = 30 * 86_400
call_line = row_reader(CallLine)


class Found(Frozen):
    """Some lines of a list, with how many the whole has, and how many of these wait."""

    lines: tuple[CallLine, ...]
    total: int
    waiting: int


@sql("""
SELECT id, key, kind, state, error, person_id, coalesce(subject, '') AS about, created_at FROM outbox
WHERE named = 0 AND class IN ('critical', 'normal')
  AND (state IN ('unknown', 'dead', 'expired') OR error IN ('unreachable', 'blocked'))
ORDER BY id LIMIT :limit
""")
async def newly_undelivered(tx: Tx, limit: int) -> list[Undelivered]:
    """Notices that did not leave as they should, and that nobody has looked at; its conditions are those of the
    index.
    """


@sql("UPDATE outbox SET named = 1 WHERE id = :id")
async def name_undelivered_statement(tx: Tx, *, id: Value) -> None:
    """It was looked at: it stands where somebody reads of it, or is not worth it."""


async def name_undelivered(tx: Tx, ids: Sequence[int]) -> None:
    """They are looked at once."""
    await name_undelivered_statement.many(tx, [{"id": one} for one in ids])


@sql("""
INSERT INTO call_entry (activity_id, person_id, shift_id, what, version, why, state, added_at)
VALUES (:activity_id, :person_id, :shift_id, :what, :version, :why, 'open', :now)
ON CONFLICT (activity_id, person_id, shift_id, what) DO UPDATE
SET version = excluded.version, why = excluded.why, state = 'open', added_at = excluded.added_at, told_at = NULL,
    marked_by = NULL, marked_at = NULL
WHERE excluded.version > call_entry.version OR call_entry.state IN ('heard', 'over')
""")
async def add_call(tx: Tx, /, **values: Value) -> int:
    """A name for a matter. News of the same matter asks anew; the very same does so only where nobody had to phone
    for it.
    """


async def add(tx: Tx, entry: Entry, now: int) -> None:
    await add_call(tx, **asdict(entry), now=now)


@sql("""
UPDATE call_entry SET state = 'over'
WHERE state IN ('open', 'reached', 'not_reached')
  AND (cast(:activity_id AS bigint) = 0 OR activity_id = cast(:activity_id AS bigint))
  AND NOT EXISTS (
    SELECT 1 FROM activity a LEFT JOIN shift h ON h.id = call_entry.shift_id AND h.activity_id = a.id
    WHERE a.id = call_entry.activity_id AND (
      (((call_entry.what = 'cancelled' AND a.state = 'cancelled')
          OR (call_entry.what = 'held' AND a.state = 'on_hold')
          OR (call_entry.what = 'goes_ahead' AND a.state IN ('published', 'closed')))
        AND NOT EXISTS (SELECT 1 FROM acknowledgement k WHERE k.activity_id = a.id
          AND k.person_id = call_entry.person_id AND k.what = call_entry.what AND k.seen_at >= call_entry.version))
      OR (a.state <> 'cancelled' AND h.id IS NOT NULL
        AND (call_entry.what NOT IN ('moved', 'group', 'after_all', 'reminder', 'coming')
          OR call_entry.version = h.revision)
        AND (call_entry.what = 'group'
          OR (call_entry.what = 'withdrawn') <> EXISTS (
            SELECT 1 FROM sign_up u JOIN person q ON q.id = u.person_id
            WHERE u.shift_id = h.id AND u.state <> 'withdrawn' AND (u.person_id = call_entry.person_id
              OR (q.telegram_id IS NULL AND coalesce(q.managed_by_id, u.created_by) = call_entry.person_id)))))))
""")
async def end_moot(tx: Tx, activity_id: int = 0) -> None:
    """Nobody is phoned for what holds no longer, or was seen after all; of one activity, or of all (0)."""


@sql("""
UPDATE call_entry SET state = 'heard', marked_at = :now
WHERE person_id = :person_id AND state IN ('open', 'not_reached')
""")
async def hear_from(tx: Tx, person_id: int, now: int) -> None:
    """Who writes or presses has the phone in hand: nobody has to call."""


@sql("""
SELECT activity_id FROM call_entry WHERE told_at IS NULL AND state = 'open'
GROUP BY activity_id HAVING min(added_at) <= :before ORDER BY min(added_at), activity_id LIMIT :limit
""")
async def to_tell(tx: Tx, *, before: int, limit: int) -> list[int]:
    """Those with names that nobody was told of, which came in before a moment; the longest waiting first."""


@sql("SELECT min(added_at) AS at FROM call_entry WHERE told_at IS NULL AND state = 'open'")
async def first_untold(tx: Tx) -> int | None:
    """When the longest waiting of the names came in that nobody was told of."""


@sql("""
SELECT what, shift_id FROM call_entry
WHERE activity_id = :activity_id AND told_at IS NULL AND state = 'open' ORDER BY shift_id, what
""")
async def untold(tx: Tx, activity_id: int) -> list[tuple[Matter, int]]:
    """What the names are called about of which nobody was told, and for which session (0: the whole activity)."""


@sql("""
UPDATE call_entry SET told_at = :told_at WHERE activity_id = :activity_id AND told_at IS NULL AND state = 'open'
""")
async def tell(tx: Tx, activity_id: int, told_at: int) -> None:
    """Those who lead are told of them at this moment."""


@sql("""
SELECT c.person_id, p.name, c.what, c.shift_id, c.version, c.why, c.state, NULL AS manager, 0 AS carried,
    NULL AS marked_by, NULL AS marked_at,
    coalesce((SELECT h.starts_at FROM shift h WHERE h.id = c.shift_id),
      (SELECT min(o.starts_at) FROM shift o WHERE o.activity_id = c.activity_id AND o.ends_at > c.version),
      (SELECT max(o.starts_at) FROM shift o WHERE o.activity_id = c.activity_id)) AS starts_at
FROM call_entry c JOIN person p ON p.id = c.person_id
WHERE c.activity_id = :activity_id AND c.told_at = :told_at AND c.state = 'open' AND c.person_id <> :reader_id
ORDER BY p.name, p.id, c.what, c.shift_id
""")
async def told(tx: Tx, activity_id: int, *, told_at: int, reader_id: int) -> list[CallLine]:
    """Names told of at that moment that still wait, but the reader's own."""


@sql("""
WITH line AS (
  SELECT c.person_id, c.what, c.shift_id, c.version, c.why, c.state, c.marked_by, c.marked_at
  FROM call_entry c LEFT JOIN shift h ON h.id = c.shift_id
  WHERE c.activity_id = :activity_id AND c.state IN ('open', 'reached', 'not_reached')
    AND (c.what <> 'coming' OR h.starts_at > cast(:now AS bigint))
    AND EXISTS (SELECT 1 FROM shift o WHERE o.activity_id = c.activity_id AND o.ends_at > cast(:since AS bigint)
      AND (c.shift_id = 0 OR o.id = c.shift_id))
  UNION ALL
  SELECT k.person_id, k.what, 0, k.told_at, 'absent', 'open', NULL, NULL
  FROM acknowledgement k JOIN activity a ON a.id = k.activity_id JOIN person p ON p.id = k.person_id
  WHERE k.activity_id = :activity_id AND k.seen_at IS NULL AND (p.telegram_id IS NULL OR p.unreachable_at IS NOT NULL)
    AND ((k.what = 'cancelled' AND a.state = 'cancelled') OR (k.what = 'held' AND a.state = 'on_hold')
      OR (k.what = 'goes_ahead' AND a.state IN ('published', 'closed')))
    AND EXISTS (SELECT 1 FROM shift o WHERE o.activity_id = k.activity_id AND o.ends_at > cast(:since AS bigint))
    AND NOT EXISTS (SELECT 1 FROM call_entry c WHERE c.activity_id = k.activity_id AND c.person_id = k.person_id
      AND c.shift_id = 0 AND c.what = k.what AND c.version >= k.told_at)
  UNION ALL
  SELECT u.person_id, 'coming', h.id, h.revision, 'absent', 'open', NULL, NULL
  FROM shift h JOIN activity a ON a.id = h.activity_id
  JOIN sign_up u ON u.shift_id = h.id AND u.state IN ('confirmed', 'offered')
  JOIN person p ON p.id = u.person_id AND (p.telegram_id IS NULL OR p.unreachable_at IS NOT NULL)
  WHERE h.activity_id = :activity_id AND h.starts_at > cast(:now AS bigint) AND a.state IN ('published', 'closed')
    AND NOT EXISTS (SELECT 1 FROM shift o JOIN sign_up e ON e.shift_id = o.id
      WHERE o.activity_id = h.activity_id AND o.starts_at > cast(:now AS bigint) AND e.person_id = u.person_id
        AND e.state IN ('confirmed', 'offered')
        AND (o.starts_at < h.starts_at OR (o.starts_at = h.starts_at AND o.id < h.id)))
    AND NOT EXISTS (SELECT 1 FROM call_entry c WHERE c.activity_id = h.activity_id AND c.person_id = u.person_id
      AND c.shift_id = h.id AND c.state IN ('open', 'reached', 'not_reached')
      AND (c.what NOT IN ('moved', 'group', 'after_all', 'reminder', 'coming') OR c.version = h.revision))
), named AS (
  SELECT l.person_id, p.name, l.what, l.shift_id, l.version, l.state, l.marked_at, b.name AS marked_by,
    CASE WHEN p.telegram_id IS NULL THEN 'absent' WHEN p.unreachable_at IS NOT NULL THEN 'unreachable'
      ELSE l.why END AS why,
    CASE WHEN p.telegram_id IS NULL THEN m.name END AS manager,
    CASE WHEN p.telegram_id IS NULL AND m.telegram_id IS NOT NULL AND m.unreachable_at IS NULL THEN 1 ELSE 0 END
      AS carried,
    coalesce((SELECT h.starts_at FROM shift h WHERE h.id = l.shift_id),
      (SELECT min(o.starts_at) FROM shift o WHERE o.activity_id = :activity_id AND o.ends_at > l.version),
      (SELECT max(o.starts_at) FROM shift o WHERE o.activity_id = :activity_id)) AS starts_at
  FROM line l JOIN person p ON p.id = l.person_id
  LEFT JOIN person m ON m.id = p.managed_by_id LEFT JOIN person b ON b.id = l.marked_by
  WHERE p.state IN ('active', 'managed') AND (cast(:person_id AS bigint) = 0 OR p.id = cast(:person_id AS bigint))
), judged AS (
  SELECT n.*, CASE WHEN n.state = 'reached' THEN 2 ELSE n.carried END AS place FROM named n
), counted AS (
  SELECT j.*, row_number() OVER (PARTITION BY j.person_id ORDER BY j.place, j.what, j.shift_id) AS turn FROM judged j
)
SELECT q.*, cast(count(*) OVER () AS bigint) AS total,
  cast(sum(CASE WHEN q.place = 0 AND q.turn = 1 THEN 1 ELSE 0 END) OVER () AS bigint) AS waiting
FROM counted q
ORDER BY q.place, q.name, q.person_id, q.what, q.shift_id
LIMIT :limit OFFSET :skip
""")
async def call_lines(
    tx: Tx, *, activity_id: int, now: int, since: Value, person_id: int, limit: int, skip: int
) -> list[Row]:
    """A page of the list, and how many people wait: what was lost; who was told of a change and is not on Telegram;
    who takes part and is not.
    """


async def lines(tx: Tx, activity_id: int, now: int, *, limit: int, skip: int = 0, person_id: int = 0) -> Found:
    """A page; of one person only, where one is named."""
    rows = await call_lines(
        tx, activity_id=activity_id, now=now, since=now - STANDS, limit=limit, skip=skip, person_id=person_id
    )
    if not rows:
        return Found((), 0, 0)
    return Found(tuple(map(call_line, rows)), rows[0]["total"], rows[0]["waiting"])


@sql("""
INSERT INTO call_entry (activity_id, person_id, shift_id, what, version, why, state, added_at, told_at, marked_by,
    marked_at)
VALUES (:activity_id, :person_id, :shift_id, :what, :version, :why, :state, :now, :now, :by, :now)
ON CONFLICT (activity_id, person_id, shift_id, what) DO UPDATE
SET version = excluded.version, state = excluded.state, marked_by = excluded.marked_by, marked_at = excluded.marked_at,
    told_at = coalesce(call_entry.told_at, excluded.told_at)
""")
async def mark_call(tx: Tx, /, **values: Value) -> int:
    """Reached or not, by whom and when; whoever leads it reads the same."""


@sql("""
UPDATE call_entry SET state = 'open', marked_by = NULL, marked_at = NULL
WHERE activity_id = :activity_id AND person_id = :person_id AND shift_id = :shift_id AND what = :what
  AND why <> 'absent'
""")
async def unmark_call(tx: Tx, *, activity_id: Value, person_id: Value, shift_id: Value, what: Value) -> int:
    """As before: it waits again."""


@sql("""
DELETE FROM call_entry
WHERE activity_id = :activity_id AND person_id = :person_id AND shift_id = :shift_id AND what = :what AND why = 'absent'
""")
async def forget_mark(tx: Tx, *, activity_id: Value, person_id: Value, shift_id: Value, what: Value) -> int:
    """Who stands there for having no Telegram stands there without a row."""


async def mark(tx: Tx, activity_id: int, line: CallLine, state: Mark, *, by: int, now: int) -> None:
    key: dict[str, Value] = {
        "activity_id": activity_id,
        "person_id": line.person_id,
        "shift_id": line.shift_id,
        "what": line.what.value,
    }
    if state is not Mark.OPEN:
        said: dict[str, Value] = {
            "version": line.version,
            "why": Why.ABSENT.value,
            "state": state.value,
            "by": by,
            "now": now,
        }
        await mark_call(tx, **key, **said)
    elif not await unmark_call(tx, **key):
        await forget_mark(tx, **key)


@sql("""
SELECT cast(count(*) AS bigint) AS n FROM (
  SELECT DISTINCT c.activity_id, c.person_id FROM call_entry c
  WHERE c.state IN ('open', 'not_reached')
    AND EXISTS (SELECT 1 FROM shift o WHERE o.activity_id = c.activity_id AND o.ends_at > cast(:now AS bigint)
      AND (c.shift_id = 0 OR o.id = c.shift_id))) q
""")
async def count_waiting(tx: Tx, now: int) -> int:
    """People whom somebody must phone about what is not over."""


@sql("""
DELETE FROM call_entry WHERE added_at < :horizon AND NOT EXISTS (
  SELECT 1 FROM shift o WHERE o.activity_id = call_entry.activity_id AND o.ends_at >= :horizon)
""")
async def forget_old_calls(tx: Tx, *, horizon: int) -> int:
    """A month after the last session."""


async def forget_old(tx: Tx, now: int) -> None:
    await forget_old_calls(tx, horizon=now - MONTH)
