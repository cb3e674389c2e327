"""What was put right of a roll-call that is finished, one row each; its figures stand beside those of the closing."""

from bot.roll_call.rules import AttendanceState
from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("""
INSERT INTO roll_correction (shift_id, person_id, group_place_id, before, after, came, no_shows, helped, month, reason,
    corrected_by, corrected_at)
VALUES (:shift_id, :person_id, :group_place_id, :before, :after, :came, :no_shows, :helped, :month, :reason, :by, :now)
""")
async def add_roll_correction(tx: Tx, /, **values: Value) -> int:
    """One thing put right, and what it adds to the figures of a month."""


async def add(
    tx: Tx,
    shift_id: int,
    *,
    month: str,
    reason: str,
    by: int,
    now: int,
    person_id: int | None = None,
    group_place_id: int | None = None,
    before: AttendanceState | None = None,
    after: AttendanceState | None = None,
    came: int = 0,
    no_shows: int = 0,
    helped: int = 0,
) -> None:
    await add_roll_correction(
        tx,
        shift_id=shift_id,
        person_id=person_id,
        group_place_id=group_place_id,
        before=before,
        after=after,
        came=came,
        no_shows=no_shows,
        helped=helped,
        month=month,
        reason=reason,
        by=by,
        now=now,
    )


@sql("SELECT month FROM roll_call WHERE shift_id = :shift_id AND state = 'closed'")
async def month_of(tx: Tx, shift_id: int) -> str | None:
    """In which month a finished roll-call counts; NULL while it is open."""


@sql("UPDATE roll_correction SET reason = '' WHERE person_id = :person_id")
async def erase_reasons(tx: Tx, *, person_id: Value) -> int:
    """Why marks of somebody who has gone were put right: the figures stay, without words."""
