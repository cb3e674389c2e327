"""Who came, one row a person and shift, and the heads of groups."""

from bot.members.finding_rows import escaped
from bot.roll_call.rules import Attendance, AttendanceState, GroupHeads, Line, MarkSource
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


def attendance_of_row(row: Row) -> Attendance:
    return Attendance(
        state=AttendanceState(row["state"]),
        late_minutes=row["late_minutes"],
        early_minutes=row["early_minutes"],
        here_at=row["here_at"],
        left_at=row["left_at"],
        overtime_minutes=row["overtime_minutes"],
        walk_in=bool(row["walk_in"]),
        source=MarkSource(row["source"]),
    )


def line_of_row(row: Row) -> Line:
    marked = None if row["state"] is None else attendance_of_row(row)
    return Line(row["person_id"], row["name"], bool(row["telegram"]), row["told_late"], marked)


@sql("""
INSERT INTO attendance (shift_id, person_id, state, late_minutes, early_minutes, here_at, left_at, overtime_minutes,
    walk_in, source, marked_by, marked_at)
VALUES (:shift_id, :person_id, :attendance.state, :attendance.late_minutes, :attendance.early_minutes,
  :attendance.here_at, :attendance.left_at, :attendance.overtime_minutes, :attendance.walk_in,
    :attendance.source, :by, :now)
ON CONFLICT (shift_id, person_id) DO UPDATE SET state = excluded.state, late_minutes = excluded.late_minutes,
    early_minutes = excluded.early_minutes, here_at = excluded.here_at, left_at = excluded.left_at,
    overtime_minutes = excluded.overtime_minutes, source = excluded.source, marked_by = excluded.marked_by,
    marked_at = excluded.marked_at
""")
async def mark(tx: Tx, shift_id: int, person_id: int, attendance: Attendance, *, by: int, now: int) -> None:
    """The one row of this person at this shift: what is known from now on. A walk-in stays one."""


@sql("""
INSERT INTO attendance (shift_id, person_id, state, here_at, overtime_minutes, walk_in, source, marked_by, marked_at)
SELECT u.shift_id, u.person_id, cast(:state AS text), cast(:here_at AS bigint), 0, 0, 'roll_call',
    cast(:by AS bigint), cast(:now AS bigint)
FROM sign_up u WHERE u.shift_id = :shift_id AND u.state = 'confirmed'
    AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.shift_id = u.shift_id AND t.person_id = u.person_id)
""")
async def mark_rest_statement(tx: Tx, *, state: Value, here_at: Value, by: int, now: int, shift_id: int) -> int:
    """Everybody who has a place and is not marked yet."""


@sql("""
UPDATE group_place SET heads_here = CASE WHEN cast(:came AS bigint) = 1 THEN places - (
    SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = group_place.id AND u.state = 'confirmed')
    ELSE 0 END
WHERE shift_id = :shift_id AND cancelled_at IS NULL AND heads_here IS NULL
""")
async def count_group_heads(tx: Tx, *, came: int, shift_id: int) -> int:
    """Heads without names of every group that was not counted yet: all of them, or none."""


async def mark_rest(tx: Tx, shift_id: int, state: AttendanceState, *, by: int, now: int) -> None:
    """Everybody with a place who is not marked, and the heads without names that are not counted."""
    came = state is AttendanceState.HERE
    here_at = now if came else None
    await mark_rest_statement(tx, shift_id=shift_id, state=state, here_at=here_at, by=by, now=now)
    await count_group_heads(tx, shift_id=shift_id, came=int(came))


@sql("""
UPDATE attendance SET state = 'done', left_at = :left_at, marked_by = :by, marked_at = :now
WHERE shift_id = :shift_id AND state IN ('here', 'late') AND left_at IS NULL
""")
async def all_leave(tx: Tx, shift_id: int, *, left_at: int, by: int, now: int) -> int:
    """Everybody who is still there has left now; how many they were."""


@sql("""
UPDATE attendance SET overtime_minutes = :minutes WHERE shift_id = :shift_id AND person_id = :person_id
""")
async def allow_overtime(tx: Tx, shift_id: int, person_id: int, minutes: int) -> None:
    """The lead's word for what was served after the planned end."""


@sql("SELECT * FROM attendance WHERE shift_id = :shift_id AND person_id = :person_id")
async def of_person(tx: Tx, shift_id: int, person_id: int) -> Attendance | None:
    """What is known of one person."""


@sql(
    """
SELECT p.id AS person_id, p.name, CASE WHEN p.telegram_id IS NULL THEN 0 ELSE 1 END AS telegram,
    u.late_minutes AS told_late, t.state, t.late_minutes, t.early_minutes, t.here_at, t.left_at, t.overtime_minutes,
    t.walk_in, t.source
FROM person p
LEFT JOIN sign_up u ON u.person_id = p.id AND u.shift_id = :shift_id AND u.state = 'confirmed'
LEFT JOIN attendance t ON t.person_id = p.id AND t.shift_id = :shift_id
WHERE p.id IN (
    SELECT person_id FROM sign_up WHERE shift_id = :shift_id AND state = 'confirmed'
    UNION SELECT person_id FROM attendance WHERE shift_id = :shift_id)
ORDER BY p.name, p.id
""",
    read=line_of_row,
)
async def lines(tx: Tx, shift_id: int) -> list[Line]:
    """Who has a place and who came without one, by name."""


@sql("""
SELECT 1 AS yes FROM sign_up WHERE shift_id = :shift_id AND person_id = :person_id AND state = 'confirmed'
UNION SELECT 1 AS yes FROM attendance WHERE shift_id = :shift_id AND person_id = :person_id
""")
async def is_listed(tx: Tx, shift_id: int, person_id: int) -> bool:
    """Whether the person has a place in the shift or is marked."""


@sql("""
SELECT g.id, g.team_id, t.name AS team, g.heads_here, g.places - (
    SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = g.id AND u.state = 'confirmed') AS unnamed
FROM group_place g JOIN team t ON t.id = g.team_id
WHERE g.shift_id = :shift_id AND g.cancelled_at IS NULL
ORDER BY t.name, g.id
""")
async def group_heads_of_shift(tx: Tx, *, shift_id: int) -> list[Row]:
    """What groups hold without names, and how many of it came."""


async def group_heads(tx: Tx, shift_id: int) -> list[GroupHeads]:
    """Only groups with places that bear no name."""
    rows = await group_heads_of_shift(tx, shift_id=shift_id)
    found = [GroupHeads(row["id"], row["team_id"], row["team"], row["unnamed"], row["heads_here"]) for row in rows]
    return [one for one in found if one.unnamed > 0]


@sql("""
UPDATE group_place SET heads_here = :heads WHERE id = :group_place_id AND shift_id = :shift_id AND cancelled_at IS NULL
""")
async def set_group_heads(tx: Tx, shift_id: int, group_place_id: int, heads: int) -> None:
    """So many heads without names have come."""


@sql(r"""
SELECT DISTINCT p.id, p.name FROM person p
WHERE p.state IN ('active', 'managed') AND (p.managed_by_id = :viewer_id OR EXISTS (
        SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.left_at IS NULL
            AND m.team_id = cast(:team_id AS bigint)))
    AND NOT EXISTS (SELECT 1 FROM sign_up u
        WHERE u.shift_id = :shift_id AND u.person_id = p.id AND u.state = 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.shift_id = :shift_id AND t.person_id = p.id)
    AND (cast(:pattern AS text) = '' OR lower(p.name) LIKE '%' || cast(:pattern AS text) || '%' ESCAPE '\')
ORDER BY p.name, p.id LIMIT :limit OFFSET :offset
""")
async def walk_in_candidates_rows(
    tx: Tx, *, viewer_id: int, team_id: int | None, shift_id: int, pattern: str, limit: int, offset: int
) -> list[Row]:
    """Members of the activity's team and people the viewer looks after who are not on the list yet."""


async def walk_in_candidates(
    tx: Tx, shift_id: int, viewer_id: int, team_id: int | None, *, name: str = "", limit: int, offset: int = 0
) -> dict[int, str]:
    """Names by person id; `name` is part of one."""
    rows = await walk_in_candidates_rows(tx,
        shift_id=shift_id, viewer_id=viewer_id, team_id=team_id, pattern=escaped(name.lower()), limit=limit,
        offset=offset,
    )  # fmt: skip
    return {row["id"]: row["name"] for row in rows}
