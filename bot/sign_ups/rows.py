"""A sign-up as a row: how it comes, what is said of it, how it ends."""

from bot.ground.frozen import field_names
from bot.ground.refusals import Clash
from bot.sign_ups.rules import Reason, SignUp, SignUpState
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value

COLUMNS = field_names(SignUp)


def from_row(row: Row) -> SignUp:
    values = {name: row[name] for name in COLUMNS}
    values["state"] = SignUpState(values["state"])
    values["reason"] = None if values["reason"] is None else Reason(values["reason"])
    values["behind"], values["late"] = bool(values["behind"]), bool(values["late"])
    return SignUp(**values)


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
    """The person's newest sign-up for this shift, withdrawn or not."""


@sql("""
SELECT activity.title, shift.starts_at, shift.ends_at
FROM sign_up
JOIN shift ON shift.id = sign_up.shift_id
JOIN activity ON activity.id = shift.activity_id
WHERE sign_up.person_id = :person_id AND sign_up.state <> 'withdrawn' AND activity.state <> 'cancelled'
  AND shift.id <> :shift_id AND shift.starts_at < :ends_at AND :starts_at < shift.ends_at
ORDER BY shift.starts_at, shift.id LIMIT 1
""")
async def clashing_shift(tx: Tx, *, person_id: int, shift_id: int, ends_at: int, starts_at: int) -> Row | None:
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
async def count_no_shows(tx: Tx, *, person_id: int, since: int, now: int) -> Row | None:
    """How often this person did not come, and how often they had a place, since then."""


async def reliability(tx: Tx, person_id: int, *, since: int, now: int) -> tuple[int, int]:
    """Places held in shifts that began in this time, and how many of them were missed."""
    row = await count_no_shows(tx, person_id=person_id, since=since, now=now)
    return (row["sign_ups"], row["missed"]) if row else (0, 0)


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


@sql("""
UPDATE sign_up SET answer = 'coming', answered_at = :now, answered_revision = :revision, late_minutes = :minutes
WHERE id = :sign_up.id AND state = 'confirmed'
""")
async def answer_late(tx: Tx, sign_up: SignUp, *, now: int, revision: int, minutes: int) -> bool:
    """Will come, but later."""
