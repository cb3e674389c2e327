"""Lists of sign-ups: of a shift, of a person, of what is open to one, of whom one may sign up."""

from bot.activities.rules import ActivityState
from bot.members.finding_rows import escaped
from bot.sign_ups.looks import Candidate, Offered, Own
from bot.sign_ups.rows import from_row
from bot.sign_ups.rules import Counts, Listed
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


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
WHERE (su.person_id = :person_id OR person.managed_by_id = :person_id) AND su.state <> 'withdrawn'
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


@sql("""
SELECT sign_up.*, person.name, person.managed_by_id,
  CASE WHEN person.telegram_id IS NULL THEN 0 ELSE 1 END AS telegram
FROM sign_up JOIN person ON person.id = sign_up.person_id
WHERE sign_up.shift_id = :shift_id AND sign_up.state <> 'withdrawn'
ORDER BY CASE sign_up.state WHEN 'confirmed' THEN 0 WHEN 'offered' THEN 1 ELSE 2 END,
  sign_up.behind, sign_up.line_at, sign_up.id
""")
async def sign_ups_of_shift(tx: Tx, *, shift_id: int) -> list[Row]:
    """Every live sign-up with its person, in the order they came; the line behind the confirmed."""


async def of_shift(tx: Tx, shift_id: int) -> list[Listed]:
    """Every live sign-up: confirmed, then offered, then the waiting line in order."""
    rows = await sign_ups_of_shift(tx, shift_id=shift_id)
    return [Listed(from_row(row), row["name"], bool(row["telegram"]), row["managed_by_id"]) for row in rows]


@sql("""
SELECT
  cast(coalesce(sum(CASE WHEN sign_up.state = 'confirmed' THEN 1 ELSE 0 END), 0) AS bigint) AS confirmed,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'offered' THEN 1 ELSE 0 END), 0) AS bigint) AS offered,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'waitlisted' THEN 1 ELSE 0 END), 0) AS bigint) AS waitlisted,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'confirmed' AND (sign_up.answer IS NULL
    OR sign_up.answered_revision IS NULL OR sign_up.answered_revision <> shift.revision)
    THEN 1 ELSE 0 END), 0) AS bigint) AS silent,
  cast(coalesce(sum(CASE WHEN sign_up.group_place_id IS NOT NULL THEN 1 ELSE 0 END), 0) AS bigint) AS named
FROM shift LEFT JOIN sign_up ON sign_up.shift_id = shift.id AND sign_up.state <> 'withdrawn'
WHERE shift.id = :shift_id
""")
async def sign_up_counts(tx: Tx, *, shift_id: int) -> Row | None:
    """The heads of one shift; a yes counts only for the time and place as they are."""


@sql("""
SELECT cast(coalesce(sum(places), 0) AS bigint) AS n FROM group_place WHERE shift_id = :shift_id
  AND cancelled_at IS NULL
""")
async def group_heads(tx: Tx, *, shift_id: int) -> int:
    """Places that groups hold in this shift."""


async def counts(tx: Tx, shift_id: int) -> Counts:
    row = await sign_up_counts(tx, shift_id=shift_id)
    heads: int = await group_heads(tx, shift_id=shift_id)
    if row is None:
        return Counts(confirmed=0, offered=0, waitlisted=0, silent=0, unnamed=0)
    return Counts(
        confirmed=row["confirmed"],
        offered=row["offered"],
        waitlisted=row["waitlisted"],
        silent=row["silent"],
        unnamed=heads - row["named"],
    )


async def own(tx: Tx, person_id: int, *, past: bool, now: int, limit: int, skip: int) -> list[Own]:
    """A page of a person's list: coming the nearest first (also of those they look after), past the newest first."""
    asked = past_sign_ups if past else coming_sign_ups
    return await asked(tx, person_id=person_id, now=now, limit=limit, skip=skip)


@sql("""
SELECT h.id AS shift_id, a.id AS activity_id, a.title, a.kind, h.starts_at, h.ends_at, s.zone, h.capacity, h.taken,
    a.state, u.state AS mine,
    CASE WHEN EXISTS (SELECT 1 FROM membership m
        WHERE m.team_id = a.team_id AND m.person_id = :person_id AND m.left_at IS NULL) THEN 1 ELSE 0 END AS own
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
LEFT JOIN sign_up u ON u.shift_id = h.id AND u.person_id = :person_id AND u.state <> 'withdrawn'
WHERE h.starts_at >= :first AND h.starts_at < :until AND a.state IN ('published', 'on_hold')
  AND (h.deadline_at IS NULL OR h.deadline_at > :now OR u.state IS NOT NULL)
  AND (cast(:kind AS text) = '' OR a.kind = :kind)
  AND (a.audience = 'everyone'
    OR EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id JOIN station b ON b.id = t.station_id
        WHERE m.person_id = :person_id AND m.left_at IS NULL
          AND ((a.audience = 'team' AND t.id = a.team_id)
            OR (a.audience = 'station' AND b.path LIKE s.path || '%')))
    OR EXISTS (SELECT 1 FROM role_grant g JOIN station b ON b.id = g.station_id
        WHERE g.person_id = :person_id AND g.withdrawn_at IS NULL AND s.path LIKE b.path || '%'))
ORDER BY own DESC, h.starts_at, h.id
LIMIT :limit OFFSET :skip
""")
async def upcoming_for_person(tx: Tx, /, **values: Value) -> list[Row]:
    """Coming shifts that a person is in the audience of or leads, own teams first; past the deadline only one's own."""


async def upcoming(
    tx: Tx, person_id: int, *, first: int, until: int, now: int, kind: str, limit: int, skip: int
) -> list[Offered]:
    """Shifts that start in the half-open span and are open to the person; `kind` '' is any."""
    span = {"first": first, "until": until, "now": now}
    rows = await upcoming_for_person(tx, person_id=person_id, **span, kind=kind, limit=limit, skip=skip)
    return [Offered(**{**row, "state": ActivityState(row["state"]), "own": bool(row["own"])}) for row in rows]


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


@sql(r"""
SELECT person.id, person.name, (
  SELECT team.name FROM membership JOIN team ON team.id = membership.team_id
  WHERE membership.person_id = person.id AND membership.left_at IS NULL AND team.closed_at IS NULL
  ORDER BY CASE WHEN team.id = cast(:team_id AS bigint) THEN 0 ELSE 1 END, membership.joined_at, membership.id LIMIT 1
) AS team
FROM person
WHERE person.state IN ('active', 'managed') AND person.id <> :viewer_id
  AND lower(person.name) LIKE '%' || cast(:pattern AS text) || '%' ESCAPE '\'
  AND NOT EXISTS (SELECT 1 FROM sign_up WHERE sign_up.shift_id = :shift_id AND sign_up.person_id = person.id
    AND sign_up.state <> 'withdrawn')
  AND (person.managed_by_id = :viewer_id
    OR EXISTS (SELECT 1 FROM membership AS own
      JOIN membership AS captained ON captained.team_id = own.team_id AND captained.person_id = :viewer_id
        AND captained.captain = 1 AND captained.left_at IS NULL
      WHERE own.person_id = person.id AND own.left_at IS NULL)
    OR EXISTS (SELECT 1 FROM membership AS own
      JOIN team ON team.id = own.team_id AND team.closed_at IS NULL
      JOIN station ON station.id = team.station_id
      JOIN role_grant ON role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
      JOIN station AS held ON held.id = role_grant.station_id
      WHERE own.person_id = person.id AND own.left_at IS NULL AND station.path LIKE held.path || '%'))
ORDER BY CASE WHEN EXISTS (SELECT 1 FROM membership AS near WHERE near.person_id = person.id
    AND near.team_id = cast(:team_id AS bigint) AND near.left_at IS NULL) THEN 0 ELSE 1 END,
  person.name, person.id
LIMIT cast(:limit AS bigint) OFFSET cast(:skip AS bigint)
""")
async def candidates_rows(
    tx: Tx, *, team_id: int | None, viewer_id: int, pattern: str, shift_id: int, limit: int, skip: int
) -> list[Row]:
    """Who this viewer may sign up for the shift and is not: members of captained teams and of stations held, those
    cared for.
    """


async def candidates(
    tx: Tx, *, viewer_id: int, shift_id: int, team_id: int | None, text: str, limit: int, skip: int
) -> list[Candidate]:
    """The activity's own team first, then by name.

    Whom a viewer may sign up is decided in the statement for all rows at once, as `may_act_for` decides it for one.
    """
    rows = await candidates_rows(
        tx,
        viewer_id=viewer_id,
        shift_id=shift_id,
        team_id=team_id,
        pattern=escaped(text.lower()),
        limit=limit,
        skip=skip,
    )
    return [Candidate(row["id"], row["name"], row["team"]) for row in rows]
