"""Counting first and inserting then overbooks: a place is claimed by `claim_seats`, which tells whether it was free.

Whoever claims, offers or frees a place holds the shift's lock, so that the line and `taken` are seen together.
"""

from typing import Any

from bot.activities.rules import ActivityState
from bot.ground.frozen import field_names
from bot.ground.refusals import Clash
from bot.members.finding import escaped
from bot.sign_ups.looks import Candidate, Offered, Own
from bot.sign_ups.rules import Counts, Listed, Reason, SignUp, SignUpState
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


COLUMNS = field_names(SignUp)


def from_row(row: Row) -> SignUp:
    values = {name: row[name] for name in COLUMNS}
    values["state"] = SignUpState(values["state"])
    values["reason"] = None if values["reason"] is None else Reason(values["reason"])
    values["behind"], values["late"] = bool(values["behind"]), bool(values["late"])
    return SignUp(**values)


@sql("""
UPDATE shift SET taken = taken + cast(:places AS bigint)
WHERE id = :shift_id AND taken + cast(:places AS bigint) <= capacity
""")
async def claim_seats(tx: Tx, shift_id: int, places: int = 1) -> bool:
    """Takes places in one step, or none of them: 1 row where they were free. The guard against overbooking (with
    the CHECK).
    """


@sql("UPDATE shift SET taken = taken - cast(:places AS bigint) WHERE id = :shift_id")
async def release_seats(tx: Tx, shift_id: int, places: int = 1) -> None:
    """Gives places back."""


@sql("""
INSERT INTO sign_up (shift_id, person_id, group_place_id, state, behind, line_at, confirmed_at, late, created_by,
  created_at)
VALUES (:shift_id, :person_id, :group_place_id, :state, :behind, :line_at, :confirmed_at, 0, :created_by, :line_at)
RETURNING *
""")
async def add_sign_up(tx: Tx, /, **values: Value) -> Row | None:
    """A new row; the index on live sign-ups refuses a second one."""


async def add(
    tx: Tx,
    *,
    shift_id: int,
    person_id: int,
    state: SignUpState,
    by: int,
    now: int,
    behind: bool = False,
    group_place_id: int | None = None,
) -> SignUp:
    """A new sign-up at the end of the line; the place, if its state needs one, was claimed before."""
    confirmed_at = now if state is SignUpState.CONFIRMED else None
    made = await add_sign_up(
        tx,
        shift_id=shift_id,
        person_id=person_id,
        group_place_id=group_place_id,
        state=state,
        behind=int(behind),
        line_at=now,
        confirmed_at=confirmed_at,
        created_by=by,
    )
    if made is None:
        raise LookupError(f"sign-up of {person_id} for {shift_id}")
    return from_row(made)


@sql("SELECT * FROM sign_up WHERE id = :sign_up_id", read=from_row)
async def get_sign_up(tx: Tx, sign_up_id: int) -> SignUp | None:
    """One sign-up, live or not."""


async def known(tx: Tx, sign_up_id: int) -> SignUp:
    """A sign-up that must be there: its id was read in this transaction."""
    found = await get_sign_up(tx, sign_up_id)
    if found is None:
        raise LookupError(f"sign-up {sign_up_id}")
    return found


@sql(
    """
SELECT * FROM sign_up WHERE shift_id = :shift_id AND person_id = :person_id AND state <> 'withdrawn'
""",
    read=from_row,
)
async def live_sign_up(tx: Tx, shift_id: int, person_id: int) -> SignUp | None:
    """The person's sign-up for this shift that is not withdrawn."""


@sql(
    """
SELECT * FROM sign_up WHERE shift_id = :shift_id AND person_id = :person_id ORDER BY id DESC LIMIT 1
""",
    read=from_row,
)
async def last_sign_up(tx: Tx, shift_id: int, person_id: int) -> SignUp | None:
    """The person's newest sign-up for this shift, whatever its state. The newest one, withdrawn or not."""


@sql("""
SELECT activity.title, shift.starts_at, shift.ends_at
FROM sign_up
JOIN shift ON shift.id = sign_up.shift_id
JOIN activity ON activity.id = shift.activity_id
WHERE sign_up.person_id = :person_id AND sign_up.state <> 'withdrawn' AND activity.state <> 'cancelled'
  AND shift.id <> :shift_id AND shift.starts_at < :ends_at AND :starts_at < shift.ends_at
ORDER BY shift.starts_at, shift.id LIMIT 1
""")
async def clashing_shift(tx: Tx, *, person_id: Value, shift_id: Value, ends_at: Value, starts_at: Value) -> Row | None:
    """The first other shift with a live sign-up of this person that overlaps; touching is no overlap."""


async def find_clash(tx: Tx, person_id: int, *, shift_id: int, starts_at: int, ends_at: int) -> Clash | None:
    """Another live sign-up of the person that overlaps, whether it holds a place or waits."""
    row = await clashing_shift(tx, person_id=person_id, shift_id=shift_id, starts_at=starts_at, ends_at=ends_at)
    return Clash(activity=row["title"], starts_at=row["starts_at"], ends_at=row["ends_at"]) if row else None


@sql("""
SELECT
  cast(count(*) AS bigint) AS sign_ups,
  cast(coalesce(sum(CASE WHEN attendance.state = 'no_show' THEN 1 ELSE 0 END), 0) AS bigint) AS missed
FROM sign_up
JOIN shift ON shift.id = sign_up.shift_id
LEFT JOIN attendance ON attendance.shift_id = sign_up.shift_id AND attendance.person_id = sign_up.person_id
WHERE sign_up.person_id = :person_id AND sign_up.state = 'confirmed'
  AND shift.starts_at >= :since AND shift.starts_at <= :now
""")
async def count_no_shows(tx: Tx, *, person_id: Value, since: Value, now: Value) -> Row | None:
    """How often this person did not come, and how often they had a place, since then."""


async def reliability(tx: Tx, person_id: int, *, since: int, now: int) -> tuple[int, int]:
    """Places held in shifts that began in this time, and how many of them were missed."""
    row = await count_no_shows(tx, person_id=person_id, since=since, now=now)
    return (row["sign_ups"], row["missed"]) if row else (0, 0)


@sql("SELECT 1 AS yes FROM qualification WHERE person_id = :person_id AND name = :qualification")
async def is_trained(tx: Tx, person_id: int, qualification: str) -> bool:
    """A row where the person has this qualification."""


@sql(
    """
SELECT * FROM sign_up WHERE shift_id = :shift_id AND state = 'waitlisted' ORDER BY behind, line_at, id
""",
    read=from_row,
)
async def waiting_line(tx: Tx, shift_id: int) -> list[SignUp]:
    """Who waits, the next first: those behind the line after all others."""


@sql("""
SELECT cast(count(*) AS bigint) AS n FROM sign_up
WHERE shift_id = :shift_id AND state = 'waitlisted'
  AND (behind < :behind OR (behind = :behind AND (line_at < :line_at OR (line_at = :line_at AND id < :id))))
""")
async def places_before(tx: Tx, *, shift_id: Value, behind: Value, line_at: Value, id: Value) -> Any:
    """How many stand before this one in the line."""


async def position(tx: Tx, waiting: SignUp) -> int:
    """1 for the next one in line."""
    before: int = await places_before(
        tx, shift_id=waiting.shift_id, behind=int(waiting.behind), line_at=waiting.line_at, id=waiting.id
    )
    return before + 1


@sql("SELECT 1 AS yes FROM sign_up WHERE shift_id = :shift_id AND state = 'waitlisted' LIMIT 1")
async def anyone_waits(tx: Tx, shift_id: int) -> bool:
    """A row where somebody is on the waiting list."""


@sql("""
UPDATE sign_up SET state = 'confirmed', confirmed_at = :now, offer_ends_at = NULL
WHERE id = :sign_up.id AND state = :sign_up.state
""")
async def confirm(tx: Tx, sign_up: SignUp, now: int) -> bool:
    """From the line, or from an offer, to a place; 0 rows when it has left that state meanwhile."""


@sql("""
UPDATE sign_up SET state = 'offered', offered_at = :now, offer_ends_at = :ends_at WHERE id = :sign_up.id
  AND state = 'waitlisted'
""")
async def offer(tx: Tx, sign_up: SignUp, *, now: int, ends_at: int) -> bool:
    """The next in line is asked."""


@sql("UPDATE sign_up SET offered_at = :now WHERE id = :sign_up.id AND state = 'waitlisted'")
async def note_open_offer(tx: Tx, sign_up: SignUp, now: int) -> None:
    """Told that whoever presses first has the place; the sign-up goes on waiting."""


@sql("""
UPDATE sign_up SET offered_at = NULL WHERE shift_id = :shift_id AND state = 'waitlisted' AND offered_at IS NOT NULL
""")
async def forget_open_offers(tx: Tx, shift_id: int) -> None:
    """Nothing is open any more: the next free place is a new one. The open place is gone: who waits is told again
    when there is another.
    """


@sql(
    """
SELECT * FROM sign_up WHERE state = 'offered' AND offer_ends_at <= :now
ORDER BY shift_id, id LIMIT cast(:limit AS bigint)
""",
    read=from_row,
)
async def expired_offers(tx: Tx, now: int, limit: int) -> list[SignUp]:
    """Offers whose time has passed, shift by shift. Shift by shift, so that locks are taken in one order."""


@sql("""
UPDATE sign_up SET state = 'withdrawn', withdrawn_at = :now, reason = 'expired', offer_ends_at = NULL
WHERE id = :offered.id AND state = 'offered' AND offer_ends_at <= :now
""")
async def expire(tx: Tx, offered: SignUp, now: int) -> bool:
    """Withdrawn by time; 0 rows when it was answered in the last moment."""


@sql(
    """
SELECT sign_up.* FROM shift JOIN sign_up ON sign_up.shift_id = shift.id
WHERE shift.starts_at <= :now AND shift.starts_at > :now - 2592000 AND sign_up.state IN ('waitlisted', 'offered')
ORDER BY shift.id, sign_up.id LIMIT cast(:limit AS bigint)
""",
    read=from_row,
)
async def waiting_too_long(tx: Tx, now: int, limit: int) -> list[SignUp]:
    """Who still waits in what has begun. Those without a place in what has begun."""


@sql("""
UPDATE sign_up SET state = 'withdrawn', withdrawn_at = :now, withdrawn_by = :by, reason = :reason, late = :late,
  offer_ends_at = NULL
WHERE id = :sign_up.id AND state <> 'withdrawn'
""")
async def withdraw(
    tx: Tx, sign_up: SignUp, *, now: int, by: int | None, reason: Reason | None, late: bool = False
) -> bool:
    """The row stays, as history; 0 rows when it was withdrawn already. False when it was withdrawn before. Giving
    the place back is the caller's.
    """


@sql("""
UPDATE sign_up SET reason = :reason, late = CASE WHEN cast(:reason AS text) = 'ill' THEN 0 ELSE late END
WHERE id = :sign_up_id AND state = 'withdrawn'
""")
async def give_reason(tx: Tx, sign_up_id: int, reason: Reason) -> None:
    """Said afterwards; illness is never late."""


@sql("""
UPDATE sign_up SET answer = 'coming', answered_at = :now, answered_revision = :revision
WHERE id = :sign_up.id AND state = 'confirmed'
""")
async def answer_coming(tx: Tx, sign_up: SignUp, *, now: int, revision: int) -> bool:
    """The yes to a reminder, for the time and place of this revision."""


@sql("""
UPDATE sign_up SET answer = 'coming', answered_at = :now, answered_revision = :revision, late_minutes = :minutes
WHERE id = :sign_up.id AND state = 'confirmed'
""")
async def answer_late(tx: Tx, sign_up: SignUp, *, now: int, revision: int, minutes: int) -> bool:
    """Will come, but later."""


@sql("""
SELECT sign_up.*, person.name, person.managed_by_id,
  CASE WHEN person.telegram_id IS NULL THEN 0 ELSE 1 END AS telegram
FROM sign_up JOIN person ON person.id = sign_up.person_id
WHERE sign_up.shift_id = :shift_id AND sign_up.state <> 'withdrawn'
ORDER BY CASE sign_up.state WHEN 'confirmed' THEN 0 WHEN 'offered' THEN 1 ELSE 2 END,
  sign_up.behind, sign_up.line_at, sign_up.id
""")
async def sign_ups_of_shift(tx: Tx, *, shift_id: Value) -> list[Row]:
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
async def sign_up_counts(tx: Tx, *, shift_id: Value) -> Row | None:
    """The heads of one shift; a yes counts only for the time and place as they are."""


@sql("""
SELECT cast(coalesce(sum(places), 0) AS bigint) AS n FROM group_place WHERE shift_id = :shift_id
  AND cancelled_at IS NULL
""")
async def group_heads(tx: Tx, *, shift_id: Value) -> Any:
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
SELECT offer_ends_at FROM sign_up WHERE state = 'offered' AND offer_ends_at > :now ORDER BY offer_ends_at
""")
async def offer_ends(tx: Tx, now: int) -> list[int]:
    """When standing offers run out, the soonest first."""


@sql("""
SELECT shift.id FROM shift JOIN activity ON activity.id = shift.activity_id
WHERE shift.starts_at > :now AND shift.taken < shift.capacity AND activity.state IN ('published', 'closed')
  AND EXISTS (SELECT 1 FROM sign_up WHERE sign_up.shift_id = shift.id AND sign_up.state = 'waitlisted')
ORDER BY shift.id
""")
async def shifts_with_room_and_line(tx: Tx, now: int) -> list[int]:
    """Coming shifts with a free place while somebody waits. Where places are free although somebody waits: open to
    who presses first, or left so by a change of rules.
    """


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
async def live_sign_ups_ahead_rows(tx: Tx, *, person_id: Value, now: Value) -> list[Row]:
    """What a person still holds or waits for in shifts that have not begun, in the order in which shifts are locked."""


async def live_sign_ups_ahead(tx: Tx, person_id: int, now: int) -> list[tuple[int, int]]:
    """Sign-up and shift, by shift."""
    rows = await live_sign_ups_ahead_rows(tx, person_id=person_id, now=now)
    return [(row["id"], row["shift_id"]) for row in rows]


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
    tx: Tx, *, team_id: Value, viewer_id: Value, pattern: Value, shift_id: Value, limit: Value, skip: Value
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
