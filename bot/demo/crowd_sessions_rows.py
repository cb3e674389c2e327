"""Past activities in bulk, each with one shift, a closed roll-call and verified records; no sums and no messages.

The ids that a bulk insert gave are read back in order, so nothing else may be written in between.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.activities import rows as activities
from bot.activities.rules import ActivityFacts
from bot.ground.frozen import Frozen
from bot.hours.rows import add_service_record, write_why
from bot.hours.rules import Why
from bot.roll_call import attendance_rows
from bot.roll_call.rules import Attendance, AttendanceState, MarkSource
from bot.sign_ups.rows import add_sign_up
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value

POSTED_BEFORE = 14 * 86400
SIGNED_UP_AFTER = 86400
AFTER = 1800  # the roll-call is closed half an hour after the end

Values = dict[str, Value]


class Session(Frozen):
    """Who came, who had a place and did not, and how many people were helped. Starts: seconds since 1970."""

    facts: ActivityFacts
    day: date
    starts_at: int
    minutes: int
    came: tuple[int, ...]
    missed: tuple[int, ...]
    helped: int

    @property
    def ends_at(self) -> int:
        return self.starts_at + self.minutes * 60

    @property
    def closed_at(self) -> int:
        return self.ends_at + AFTER

    @property
    def month(self) -> str:
        return f"{self.day:%Y-%m}"


@sql("SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM activity")
async def newest_activity(tx: Tx) -> Any:
    """The highest id before the crowd's activities are added."""


@sql("SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM shift")
async def newest_shift(tx: Tx) -> Any:
    """The highest id before the crowd's shifts are added."""


@sql("""
INSERT INTO shift (activity_id, starts_at, ends_at, meet_at, capacity, taken, remind_at, card_at, rolled)
VALUES (:activity_id, :starts_at, :ends_at, :meet_at, :capacity, :taken, NULL, NULL, 1)
""")
async def add_crowd_shift(
    tx: Tx, *, activity_id: Value, starts_at: Value, ends_at: Value, meet_at: Value, capacity: Value, taken: Value
) -> None:
    """A shift that is over, with its places already taken."""


@sql("""
INSERT INTO roll_call (shift_id, state, opened_at, taken_by, closed_at, closed_by, beneficiaries, month, came, no_shows)
VALUES (:shift_id, 'closed', :opened_at, :by, :closed_at, :by, :beneficiaries, :month, :came, :no_shows)
""")
async def add_crowd_roll_call(tx: Tx, /, **values: Value) -> None:
    """A roll-call that was taken and closed by the lead, with what came of it."""


@sql("SELECT id FROM activity WHERE id > :after ORDER BY id")
async def activities_after(tx: Tx, *, after: Value) -> list[Row]:
    """The crowd's activities: those added after the id ``after``, in that order."""


@sql("SELECT id FROM shift WHERE id > :after ORDER BY id")
async def shifts_after(tx: Tx, *, after: Value) -> list[Row]:
    """The crowd's shifts: those added after the id ``after``, in that order."""


async def add_sessions(tx: Tx, sessions: Sequence[Session]) -> None:
    """Everybody but its lead may be in a session: the lead takes the roll and verifies."""
    before = await newest_activity(tx)
    await activities.add_activity.many(
        tx, [{"facts": one.facts, "now": one.starts_at - POSTED_BEFORE} for one in sessions]
    )
    ids = [row["id"] for row in await activities_after(tx, after=before)]
    before = await newest_shift(tx)
    placed = list(zip(sessions, ids, strict=True))
    await add_crowd_shift.many(tx, [shift(one, id) for one, id in placed])
    shifts = [row["id"] for row in await shifts_after(tx, after=before)]
    held = [(one, id, shift_id) for (one, id), shift_id in zip(placed, shifts, strict=True)]
    await add_crowd_roll_call.many(tx, [roll_call(one, shift_id) for one, _, shift_id in held])
    await add_sign_up.many(tx, [row for one, _, shift_id in held for row in sign_ups(one, shift_id)])
    await attendance_rows.mark.many(tx, [row for one, _, shift_id in held for row in marks(one, shift_id)])
    await add_service_record.many(tx, [row for one, id, shift_id in held for row in records(one, id, shift_id)])


def shift(one: Session, activity_id: int) -> Values:
    taken = len(one.came) + len(one.missed)
    return {
        "activity_id": activity_id, "starts_at": one.starts_at, "ends_at": one.ends_at,
        "meet_at": one.starts_at - 900, "capacity": taken + 2, "taken": taken,
    }  # fmt: skip


def roll_call(one: Session, shift_id: int) -> Values:
    return {
        "shift_id": shift_id, "by": one.facts.lead_id, "opened_at": one.starts_at - 900, "closed_at": one.closed_at,
        "beneficiaries": one.helped, "month": one.month, "came": len(one.came), "no_shows": len(one.missed),
    }  # fmt: skip


def sign_ups(one: Session, shift_id: int) -> list[Values]:
    at = one.starts_at - POSTED_BEFORE + SIGNED_UP_AFTER
    return [
        {
            "shift_id": shift_id, "person_id": person_id, "group_place_id": None, "state": "confirmed", "behind": 0,
            "line_at": at, "confirmed_at": at, "created_by": person_id,
        }
        for person_id in (*one.came, *one.missed)
    ]  # fmt: skip


def marks(one: Session, shift_id: int) -> list[dict[str, Any]]:
    states = [*((id, AttendanceState.DONE) for id in one.came), *((id, AttendanceState.NO_SHOW) for id in one.missed)]
    return [
        {
            "shift_id": shift_id, "person_id": person_id, "attendance": marked(state),
            "by": one.facts.lead_id, "now": one.closed_at,
        }
        for person_id, state in states
    ]  # fmt: skip


def marked(state: AttendanceState) -> Attendance:
    return Attendance(state, None, None, None, None, 0, False, MarkSource.ROLL_CALL)


def records(one: Session, activity_id: int, shift_id: int) -> list[Values]:
    facts, lead = one.facts, one.facts.lead_id
    why = write_why((Why("planned", one.minutes),))
    return [
        {
            "person_id": person_id, "team_id": facts.team_id, "station_id": facts.station_id,
            "activity_id": activity_id, "shift_id": shift_id, "kind": facts.kind, "nature": "service",
            "day": one.day.isoformat(), "month": one.month, "starts_at": one.starts_at, "ends_at": one.ends_at,
            "minutes": one.minutes, "heads": 1, "state": "verified", "source": "roll_call", "note": "", "why": why,
            "flags": "", "entered_by": lead, "entered_at": one.closed_at, "verified_by": lead,
            "verified_at": one.closed_at, "verified_reason": None, "reverses_id": None, "replaces_id": None,
            "needs": "",
        }
        for person_id in one.came
    ]  # fmt: skip


@sql("SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM service_record")
async def newest_record(tx: Tx) -> int:
    """The highest id before the crowd's records are added."""
