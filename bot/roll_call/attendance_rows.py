"""Who came, one row a person and shift, and the heads of groups."""

from bot.roll_call.rules import Attendance, AttendanceState, GroupHeads, Line, RunsInto, told_apart
from bot.store.asking import row_reader, sql
from bot.store.transaction import Row, Tx, Value

attendance_of = row_reader(Attendance)


def line_of_row(row: Row) -> Line:
    marked = None if row["state"] is None else attendance_of(row)
    return Line(row["person_id"], row["name"], bool(row["telegram"]), row["told_late"], marked,
                (row["volunteer_number"], row["team"]))  # fmt: skip


@sql("""
INSERT INTO attendance (shift_id, person_id, state, late_minutes, early_minutes, here_at, left_at, overtime_minutes,
    away_minutes, walk_in, source, marked_by, marked_at)
VALUES (:shift_id, :person_id, :attendance.state, :attendance.late_minutes, :attendance.early_minutes,
  :attendance.here_at, :attendance.left_at, :attendance.overtime_minutes, :attendance.away_minutes,
    :attendance.walk_in, :attendance.source, :by, :now)
ON CONFLICT (shift_id, person_id) DO UPDATE SET state = excluded.state, late_minutes = excluded.late_minutes,
    early_minutes = excluded.early_minutes, here_at = excluded.here_at, left_at = excluded.left_at,
    overtime_minutes = excluded.overtime_minutes, away_minutes = excluded.away_minutes,
    source = excluded.source, marked_by = excluded.marked_by,
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


@sql("""
SELECT t.person_id, p.name, a.title, h.starts_at, s.zone
FROM attendance t JOIN shift o ON o.id = t.shift_id
JOIN sign_up u ON u.person_id = t.person_id AND u.shift_id <> t.shift_id AND u.state = 'confirmed'
JOIN shift h ON h.id = u.shift_id JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
JOIN person p ON p.id = t.person_id
WHERE t.shift_id = :shift_id AND t.left_at > o.ends_at AND h.starts_at < t.left_at AND h.ends_at > o.ends_at
    AND a.state <> 'cancelled'
ORDER BY p.name, t.person_id, h.starts_at
""")
async def running_into(tx: Tx, shift_id: int) -> list[RunsInto]:
    """Who stayed longer than planned, and so into what the person has signed up for next."""


@sql("SELECT * FROM attendance WHERE shift_id = :shift_id AND person_id = :person_id")
async def of_person(tx: Tx, shift_id: int, person_id: int) -> Attendance | None:
    """What is known of one person."""


@sql(
    """
SELECT p.id AS person_id, p.name, coalesce(p.volunteer_number, '') AS volunteer_number,
    coalesce((SELECT m.name FROM team m WHERE m.id = p.home_team_id), '') AS team,
    CASE WHEN p.telegram_id IS NULL THEN 0 ELSE 1 END AS telegram,
    u.late_minutes AS told_late, t.state, t.late_minutes, t.early_minutes, t.here_at, t.left_at, t.overtime_minutes,
    t.away_minutes, t.walk_in, t.source
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
async def lines_of_shift(tx: Tx, *, shift_id: int) -> list[Line]:
    """Who has a place and who came without one, by name."""


async def lines(tx: Tx, shift_id: int) -> list[Line]:
    """The same, with two of one name told apart."""
    return told_apart(await lines_of_shift(tx, shift_id=shift_id))


@sql("""
SELECT 1 AS yes FROM sign_up
WHERE shift_id = :shift_id AND person_id = :person_id AND state = 'confirmed' AND state <> 'withdrawn'
UNION SELECT 1 AS yes FROM attendance WHERE shift_id = :shift_id AND person_id = :person_id
""")
async def is_listed(tx: Tx, shift_id: int, person_id: int) -> bool:
    """Whether the person has a place in the shift or is marked."""


@sql("""
SELECT g.id AS group_place_id, g.team_id, t.name AS team, g.heads_here AS here, g.places - (
    SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = g.id AND u.state = 'confirmed') AS unnamed
FROM group_place g JOIN team t ON t.id = g.team_id
WHERE g.shift_id = :shift_id AND g.cancelled_at IS NULL
ORDER BY t.name, g.id
""")
async def group_heads_of_shift(tx: Tx, *, shift_id: int) -> list[GroupHeads]:
    """What groups hold without names, and how many of it came."""


async def group_heads(tx: Tx, shift_id: int) -> list[GroupHeads]:
    """Only groups with places that bear no name."""
    return [one for one in await group_heads_of_shift(tx, shift_id=shift_id) if one.unnamed > 0]


@sql("""
UPDATE group_place SET heads_here = :heads WHERE id = :group_place_id AND shift_id = :shift_id AND cancelled_at IS NULL
""")
async def set_group_heads(tx: Tx, shift_id: int, group_place_id: int, heads: int) -> None:
    """So many heads without names have come."""


NOT_ON_LIST = """NOT EXISTS (SELECT 1 FROM sign_up u
        WHERE u.shift_id = :shift_id AND u.person_id = {person} AND u.state = 'confirmed' AND u.state <> 'withdrawn')
    AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.shift_id = :shift_id AND t.person_id = {person})"""
NAMED = r"LIKE '%' || cast(:pattern AS text) || '%' ESCAPE '\'"


@sql(f"""
SELECT id, name FROM (
    SELECT * FROM (
        SELECT n.person_id AS id, n.name FROM team_name n
        WHERE n.team_id = cast(:team_id AS bigint) AND n.part = cast(:part AS text) AND lower(n.name) {NAMED}
            AND {NOT_ON_LIST.format(person="n.person_id")}
        ORDER BY n.name, n.person_id LIMIT cast(:limit AS bigint) + cast(:offset AS bigint)
    ) AS members
    UNION
    SELECT p.id, p.name FROM person p
    WHERE p.managed_by_id = :viewer_id AND p.state IN ('active', 'managed') AND lower(p.name) {NAMED}
        AND {NOT_ON_LIST.format(person="p.id")}
) AS near
ORDER BY name, id LIMIT :limit OFFSET :offset
""")  # noqa: S608 - constants of this file; every value is a parameter
async def walk_in_candidates(
    tx: Tx, shift_id: int, viewer_id: int, team_id: int | None, *, part: str, pattern: str, limit: int, offset: int = 0
) -> dict[int, str]:
    """Names by person id, of members of the activity's team and people the viewer looks after who are not on the list
    yet. `pattern`: part of a name, escaped, '' for everybody; `part`: its beginning.
    """
