"""Lists of sign-ups: of a shift, of a person, of what is open to one."""

from bot.sign_ups.rules import Counts, Gone, Listed, SignUp
from bot.sign_ups.shown import Offered, Own
from bot.store.asking import row_reader, sql
from bot.store.transaction import Row, Tx, Value

sign_up_of = row_reader(SignUp)


@sql("""
SELECT su.id, su.state, activity.title, shift.starts_at, shift.ends_at, station.zone, cast(NULL AS text) AS attendance,
  CASE WHEN su.person_id = :person_id THEN NULL ELSE person.name END AS name,
  (SELECT cast(count(*) AS bigint) FROM sign_up o WHERE o.shift_id = su.shift_id AND o.state = 'waitlisted'
    AND (o.behind < su.behind OR (o.behind = su.behind AND (o.line_at < su.line_at
      OR (o.line_at = su.line_at AND o.id < su.id))))) AS line
FROM sign_up su
JOIN shift ON shift.id = su.shift_id
JOIN activity ON activity.id = shift.activity_id
JOIN station ON station.id = activity.station_id
JOIN person ON person.id = su.person_id
WHERE su.person_id IN (SELECT cast(:person_id AS bigint) UNION ALL SELECT id FROM person
  WHERE managed_by_id = :person_id)
  AND su.state <> 'withdrawn'
  AND shift.ends_at > :now AND activity.state <> 'cancelled'
ORDER BY shift.starts_at, shift.id, su.id LIMIT cast(:limit AS bigint) OFFSET cast(:skip AS bigint)
""")
async def coming_sign_ups(tx: Tx, *, person_id: Value, now: Value, limit: Value, skip: Value) -> list[Own]:
    """What a person, or somebody they look after, is signed up for and is not over; `line` is who waits before them."""


@sql("""
SELECT su.id, su.state, activity.title, shift.starts_at, shift.ends_at, station.zone, attendance.state AS attendance,
  cast(NULL AS text) AS name, cast(0 AS bigint) AS line
FROM sign_up su
JOIN shift ON shift.id = su.shift_id
JOIN activity ON activity.id = shift.activity_id
JOIN station ON station.id = activity.station_id
LEFT JOIN attendance ON attendance.shift_id = su.shift_id AND attendance.person_id = su.person_id
WHERE su.person_id = :person_id AND su.state = 'confirmed' AND shift.ends_at <= :now AND activity.state <> 'cancelled'
ORDER BY shift.starts_at DESC, shift.id, su.id LIMIT cast(:limit AS bigint) OFFSET cast(:skip AS bigint)
""")
async def past_sign_ups(tx: Tx, *, person_id: Value, now: Value, limit: Value, skip: Value) -> list[Own]:
    """What a person had a place in, the newest first, with what became of it."""


def listed_of(row: Row) -> Listed:
    about = {"managed_by": row["managed_by_id"], "reached": bool(row["reached"]), "reader": row["reader"]}
    return Listed(sign_up_of(row), row["name"], bool(row["telegram"]), **about)


@sql(
    """
SELECT sign_up.*, person.name, person.managed_by_id, reader.name AS reader,
  CASE WHEN person.telegram_id IS NULL THEN 0 ELSE 1 END AS telegram,
  CASE WHEN reader.telegram_id IS NOT NULL AND reader.unreachable_at IS NULL THEN 1 ELSE 0 END AS reached
FROM sign_up JOIN person ON person.id = sign_up.person_id
JOIN person AS reader ON reader.id = CASE WHEN person.telegram_id IS NOT NULL THEN person.id
  ELSE coalesce(person.managed_by_id, sign_up.created_by) END
WHERE sign_up.shift_id = :shift_id AND sign_up.state <> 'withdrawn'
ORDER BY CASE sign_up.state WHEN 'confirmed' THEN 0 WHEN 'offered' THEN 1 ELSE 2 END,
  sign_up.behind, sign_up.line_at, sign_up.id
""",
    read=listed_of,
)
async def of_shift(tx: Tx, shift_id: int) -> list[Listed]:
    """Every live sign-up: confirmed, then offered, then the waiting line in order."""


@sql("""
SELECT person.name, sign_up.reason FROM sign_up JOIN person ON person.id = sign_up.person_id
WHERE sign_up.shift_id = :shift_id AND sign_up.state = 'withdrawn' AND sign_up.confirmed_at IS NOT NULL
  AND coalesce(sign_up.reason, 'other') IN ('ill', 'work', 'family', 'other', 'staff')
  AND NOT EXISTS (SELECT 1 FROM sign_up o WHERE o.shift_id = sign_up.shift_id AND o.person_id = sign_up.person_id
    AND o.id > sign_up.id)
ORDER BY sign_up.withdrawn_at, sign_up.id
""")
async def gone_from(tx: Tx, shift_id: int) -> list[Gone]:
    """Who had a place in this shift and has it no more, as they went."""


@sql("""
SELECT
  cast(coalesce(sum(CASE WHEN sign_up.state = 'confirmed' THEN 1 ELSE 0 END), 0) AS bigint) AS confirmed,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'offered' THEN 1 ELSE 0 END), 0) AS bigint) AS offered,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'waitlisted' THEN 1 ELSE 0 END), 0) AS bigint) AS waitlisted,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'confirmed' AND sign_up.asked_revision = shift.revision
    AND (sign_up.answer IS NULL OR sign_up.answered_revision IS NULL OR sign_up.answered_revision <> shift.revision)
    THEN 1 ELSE 0 END), 0) AS bigint) AS silent,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'confirmed' AND sign_up.answer IS NOT NULL
    AND sign_up.answered_revision = shift.revision THEN 1 ELSE 0 END), 0) AS bigint) AS yes,
  cast(coalesce(sum(CASE WHEN sign_up.group_place_id IS NOT NULL THEN 1 ELSE 0 END), 0) AS bigint) AS named
FROM shift LEFT JOIN sign_up ON sign_up.shift_id = shift.id AND sign_up.state <> 'withdrawn'
WHERE shift.id = :shift_id
""")
async def sign_up_counts(tx: Tx, *, shift_id: int) -> Row:
    """The heads of one shift; a yes counts only for the time and place as they are."""


@sql("""
SELECT cast(coalesce(sum(places), 0) AS bigint) AS n FROM group_place WHERE shift_id = :shift_id
  AND cancelled_at IS NULL
""")
async def group_heads(tx: Tx, *, shift_id: int) -> int:
    """Places that groups hold in this shift."""


async def counts(tx: Tx, shift_id: int) -> Counts:
    row = await sign_up_counts(tx, shift_id=shift_id)
    heads = await group_heads(tx, shift_id=shift_id)
    return Counts(
        confirmed=row["confirmed"],
        offered=row["offered"],
        waitlisted=row["waitlisted"],
        silent=row["silent"],
        unnamed=heads - row["named"],
        yes=row["yes"],
    )


async def own(tx: Tx, person_id: int, *, past: bool, now: int, limit: int, skip: int) -> list[Own]:
    """A page of a person's list: coming the nearest first (also of those they look after), past the newest first."""
    asked = past_sign_ups if past else coming_sign_ups
    return await asked(tx, person_id=person_id, now=now, limit=limit, skip=skip)


@sql("""
SELECT * FROM (
  SELECT * FROM (SELECT h.id AS shift_id, a.id AS activity_id, a.title, a.kind, h.starts_at, h.ends_at, s.zone,
    h.capacity, h.taken,
    a.state, u.state AS mine, 1 AS own
  FROM activity a
  JOIN shift h ON h.activity_id = a.id
  JOIN station s ON s.id = a.station_id
  LEFT JOIN sign_up u ON u.shift_id = h.id AND u.person_id = :person_id AND u.state <> 'withdrawn'
  WHERE a.team_id IN (SELECT team_id FROM membership WHERE person_id = :person_id AND left_at IS NULL)
    AND h.starts_at >= :first AND h.starts_at < :until AND a.state IN ('published', 'on_hold')
    AND (h.deadline_at IS NULL OR h.deadline_at > :now OR u.state IS NOT NULL)
    AND (cast(:kind AS text) = '' OR a.kind = :kind)
    AND (a.audience <> 'station' OR EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id
      JOIN station b ON b.id = t.station_id
      WHERE m.person_id = :person_id AND m.left_at IS NULL AND (b.path >= s.path AND b.path < s.path || ':'))
      OR EXISTS (SELECT 1 FROM role_grant g JOIN station b ON b.id = g.station_id
        WHERE g.person_id = :person_id AND g.withdrawn_at IS NULL AND (s.path >= b.path AND s.path < b.path || ':')))
  ORDER BY h.starts_at, h.id LIMIT cast(:limit AS bigint) + cast(:skip AS bigint)) mine_first
  UNION ALL
  SELECT * FROM (SELECT h.id AS shift_id, a.id AS activity_id, a.title, a.kind, h.starts_at, h.ends_at, s.zone,
    h.capacity, h.taken,
    a.state, u.state AS mine, 0 AS own
  FROM shift h
  JOIN activity a ON a.id = h.activity_id
  JOIN station s ON s.id = a.station_id
  LEFT JOIN sign_up u ON u.shift_id = h.id AND u.person_id = :person_id AND u.state <> 'withdrawn'
  WHERE h.starts_at >= :first AND h.starts_at < :until AND a.state IN ('published', 'on_hold')
    AND (h.deadline_at IS NULL OR h.deadline_at > :now OR u.state IS NOT NULL)
    AND (cast(:kind AS text) = '' OR a.kind = :kind)
    AND NOT EXISTS (SELECT 1 FROM membership m
      WHERE m.team_id = a.team_id AND m.person_id = :person_id AND m.left_at IS NULL)
    AND (a.audience = 'everyone'
      OR (a.audience = 'station' AND EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id
        JOIN station b ON b.id = t.station_id
        WHERE m.person_id = :person_id AND m.left_at IS NULL AND (b.path >= s.path AND b.path < s.path || ':')))
      OR EXISTS (SELECT 1 FROM role_grant g JOIN station b ON b.id = g.station_id
        WHERE g.person_id = :person_id AND g.withdrawn_at IS NULL AND (s.path >= b.path AND s.path < b.path || ':')))
  ORDER BY h.starts_at, h.id LIMIT cast(:limit AS bigint) + cast(:skip AS bigint)) others
) upcoming
ORDER BY own DESC, starts_at, shift_id
LIMIT :limit OFFSET :skip
""")
async def upcoming(
    tx: Tx, person_id: int, *, first: int, until: int, now: int, kind: str, limit: int, skip: int
) -> list[Offered]:
    """Shifts that start in the half-open span and that the person is in the audience of or leads, own teams first; past
    the deadline only one's own. `kind` '' is any. The own are found by team; others along all shifts in order of time,
    until the page is full.
    """


@sql("""
SELECT sign_up.id, sign_up.shift_id
FROM sign_up JOIN shift ON shift.id = sign_up.shift_id
WHERE sign_up.person_id = :person_id AND sign_up.state <> 'withdrawn' AND shift.starts_at > :now
ORDER BY sign_up.shift_id
""")
async def live_sign_ups_ahead(tx: Tx, person_id: int, now: int) -> list[tuple[int, int]]:
    """What a person still holds or waits for in shifts that have not begun, in the order in which shifts are
    locked. Sign-up and shift, by shift.
    """
