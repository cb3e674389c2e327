"""A sign-up as a row: how it comes, what is said of it, how it ends."""

from collections.abc import Sequence

from bot.activities.rows import SHIFT_COLUMNS, SHIFT_TABLES, shift_of
from bot.activities.rules import Shift
from bot.ground.frozen import Frozen
from bot.sign_ups.rules import Reason, SignUp, SignUpState
from bot.sign_ups.waiting_line_rows import begin_line
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


class Before(Frozen):
    """A shift as it is for one person, before they sign up."""

    shift: Shift
    stands: bool  # a sign-up of theirs that is not withdrawn
    clashes: bool  # as `overlaps`, which says with what
    line: bool  # somebody waits
    reminded: bool  # everybody of it was, the day before: who comes in now needs no asking


def before_of(row: Row) -> Before:
    return Before(
        shift=shift_of(row),
        stands=bool(row["stands"]),
        clashes=bool(row["clashes"]),
        line=bool(row["line"]),
        reminded=bool(row["reminded"]),
    )


@sql(
    f"""
SELECT {SHIFT_COLUMNS.strip()},
  EXISTS (SELECT 1 FROM sign_up u WHERE u.shift_id = h.id AND u.person_id = :person_id AND u.state <> 'withdrawn')
    AS stands,
  EXISTS (SELECT 1 FROM sign_up u JOIN shift c ON c.id = u.shift_id JOIN activity d ON d.id = c.activity_id
    WHERE u.person_id = :person_id AND u.state <> 'withdrawn' AND d.state <> 'cancelled'
      AND c.id <> h.id AND c.starts_at < h.ends_at AND h.starts_at < c.ends_at) AS clashes,
  EXISTS (SELECT 1 FROM sign_up u WHERE u.shift_id = h.id AND u.state = 'waitlisted') AS line,
  EXISTS (SELECT 1 FROM occurrence WHERE key = 'day_before:shift:' || cast(h.id AS text) || '/'
    || cast(h.revision AS text)) AS reminded
{SHIFT_TABLES.strip()}
WHERE h.id = :shift_id
""",  # noqa: S608 - constants; every value is a parameter
    read=before_of,
)
async def look_before(tx: Tx, shift_id: int, person_id: int) -> Before | None:
    """The shift, and how this person stands to it: all that decides about a sign-up, looked at once."""


@sql("""
INSERT INTO sign_up (shift_id, person_id, group_place_id, state, behind, line_at, confirmed_at, late, created_by,
  created_at)
VALUES (:shift_id, :person_id, :group_place_id, :state, :behind, :line_at, :confirmed_at, 0, :created_by, :line_at)
RETURNING *
""")
async def add_sign_up(tx: Tx, /, **values: Value) -> SignUp:
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
    if state is not SignUpState.CONFIRMED:
        await begin_line(tx, shift_id)
    return await add_sign_up(
        tx,
        shift_id=shift_id,
        person_id=person_id,
        group_place_id=group_place_id,
        state=state,
        behind=int(behind),
        line_at=now,
        confirmed_at=now if state is SignUpState.CONFIRMED else None,
        created_by=by,
    )


@sql("SELECT * FROM sign_up WHERE id = :sign_up_id")
async def get_sign_up(tx: Tx, sign_up_id: int) -> SignUp | None:
    """One sign-up, live or not."""


async def known(tx: Tx, sign_up_id: int) -> SignUp:
    """A sign-up that must be there: its id was read in this transaction."""
    found = await get_sign_up(tx, sign_up_id)
    if found is None:
        raise LookupError(f"sign-up {sign_up_id}")
    return found


@sql("""
SELECT * FROM sign_up WHERE shift_id = :shift_id AND person_id = :person_id AND state <> 'withdrawn'
""")
async def live_sign_up(tx: Tx, shift_id: int, person_id: int) -> SignUp | None:
    """The person's sign-up for this shift that is not withdrawn."""


@sql("""
SELECT * FROM sign_up WHERE shift_id = :shift_id AND person_id = :person_id ORDER BY id DESC LIMIT 1
""")
async def last_sign_up(tx: Tx, shift_id: int, person_id: int) -> SignUp | None:
    """The person's newest sign-up for this shift, withdrawn or not."""


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
async def reliability(tx: Tx, person_id: int, *, since: int, now: int) -> tuple[int, int]:
    """Places held in shifts that began in this time, and how many of them were missed."""


@sql("SELECT 1 AS yes FROM qualification WHERE person_id = :person_id AND name = :qualification")
async def is_trained(tx: Tx, person_id: int, qualification: str) -> bool:
    """Whether the person has this qualification."""


@sql("""
UPDATE sign_up SET state = 'withdrawn', withdrawn_at = :now, withdrawn_by = :by, reason = :reason, late = :late,
  offer_ends_at = NULL
WHERE id = :sign_up.id AND state <> 'withdrawn'
""")
async def withdraw(
    tx: Tx, sign_up: SignUp, *, now: int, by: int | None, reason: Reason | None, late: bool = False
) -> bool:
    """The row stays, as history; giving the place back is the caller's. False where it was withdrawn before."""


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


@sql("UPDATE sign_up SET asked_revision = :revision WHERE id = :sign_up_id")
async def note_asked_statement(tx: Tx, *, revision: Value, sign_up_id: Value) -> None:
    """They were asked whether they come, at the time and place of this revision."""


async def note_asked(tx: Tx, sign_up_ids: Sequence[int], revision: int) -> None:
    await note_asked_statement.many(tx, [{"revision": revision, "sign_up_id": one} for one in sign_up_ids])


@sql("""
UPDATE sign_up SET answer = 'coming', answered_at = :now, answered_revision = :revision, late_minutes = :minutes
WHERE id = :sign_up.id AND state = 'confirmed'
""")
async def answer_late(tx: Tx, sign_up: SignUp, *, now: int, revision: int, minutes: int) -> bool:
    """The answer to a reminder: will come, but later."""


@sql("""UPDATE sign_up SET state = 'withdrawn', reason = 'cancelled', withdrawn_at = :now, withdrawn_by = :by,
    offer_ends_at = NULL
WHERE state <> 'withdrawn' AND shift_id IN (
    SELECT id FROM shift WHERE activity_id = :activity_id AND starts_at > cast(:now AS bigint))
""")
async def withdraw_for_cancelled(tx: Tx, *, now: int, by: int, activity_id: int) -> int:
    """Nobody holds a place in what does not take place; what has begun keeps its people, for the roll-call."""


@sql("""
SELECT u.* FROM sign_up u JOIN shift h ON h.id = u.shift_id
WHERE h.activity_id = :activity_id AND h.starts_at > :now AND u.state = 'withdrawn' AND u.reason = 'cancelled'
  AND u.withdrawn_at = :cancelled_at
ORDER BY u.shift_id, u.behind, u.line_at, u.id
""")
async def ended_by_cancelling(tx: Tx, *, activity_id: int, cancelled_at: int, now: int) -> list[SignUp]:
    """Sign-ups for what has not begun that ended when it was cancelled then."""


@sql("""
UPDATE sign_up SET state = CASE WHEN confirmed_at IS NULL THEN 'waitlisted' ELSE 'confirmed' END, reason = NULL,
    withdrawn_at = NULL, withdrawn_by = NULL, offered_at = NULL, answer = NULL, answered_at = NULL, late_minutes = NULL
WHERE id = :ended.id AND state = 'withdrawn' AND reason = 'cancelled'
""")
async def take_up(tx: Tx, ended: SignUp) -> bool:
    """As it stood before it was cancelled, with everything still to be answered; who was offered a place waits."""


@sql("""
UPDATE sign_up SET answer = NULL, answered_at = NULL, late_minutes = NULL,
    reason = CASE WHEN reason IS NULL THEN NULL ELSE 'erased' END
WHERE person_id = :person_id
""")
async def erase_answers(tx: Tx, *, person_id: Value) -> int:
    """What was answered to reminders and why somebody could not come."""
