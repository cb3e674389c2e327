"""Past activities in bulk, each with one shift, a closed roll-call and verified records; no sums and no messages.

The ids that a bulk insert gave are read back in order, so nothing else may be written in between.
"""

from collections.abc import Sequence
from datetime import date

from bot.activities.rows import values_of
from bot.activities.rules import ActivityFacts
from bot.ground.frozen import Frozen
from bot.hours.rows import write_why
from bot.hours.rules import Why
from bot.roll_call.rules import AttendanceState
from bot.store.transaction import Tx, Value

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


async def add_sessions(tx: Tx, sessions: Sequence[Session]) -> None:
    """Everybody but its lead may be in a session: the lead takes the roll and verifies."""
    before = await tx.value("newest_activity")
    await tx.change_many("add_activity", [values_of(one.facts, one.starts_at - POSTED_BEFORE) for one in sessions])
    ids = [row["id"] for row in await tx.rows("activities_after", after=before)]
    before = await tx.value("newest_shift")
    placed = list(zip(sessions, ids, strict=True))
    await tx.change_many("add_crowd_shift", [shift(one, id) for one, id in placed])
    shifts = [row["id"] for row in await tx.rows("shifts_after", after=before)]
    held = [(one, id, shift_id) for (one, id), shift_id in zip(placed, shifts, strict=True)]
    await tx.change_many("add_crowd_roll_call", [roll_call(one, shift_id) for one, _, shift_id in held])
    for statement, rows in (
        ("add_sign_up", [row for one, _, shift_id in held for row in sign_ups(one, shift_id)]),
        ("mark_attendance", [row for one, _, shift_id in held for row in marks(one, shift_id)]),
        ("add_service_record", [row for one, id, shift_id in held for row in records(one, id, shift_id)]),
    ):
        await tx.change_many(statement, rows)


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


def marks(one: Session, shift_id: int) -> list[Values]:
    states = [*((id, AttendanceState.DONE) for id in one.came), *((id, AttendanceState.NO_SHOW) for id in one.missed)]
    return [
        {
            "shift_id": shift_id, "person_id": person_id, "state": state, "late_minutes": None, "early_minutes": None,
            "here_at": None, "left_at": None, "overtime_minutes": 0, "walk_in": 0, "source": "roll_call",
            "by": one.facts.lead_id, "now": one.closed_at,
        }
        for person_id, state in states
    ]  # fmt: skip


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
        }
        for person_id in one.came
    ]  # fmt: skip
