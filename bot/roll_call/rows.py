"""Rows of roll-calls and of who came. Whoever marks or closes holds the shift's lock, so that nobody marks after."""

from bot.ground.times import HOUR
from bot.members.finding import escaped
from bot.roll_call.looks import OpenRollCall
from bot.roll_call.rules import Attendance, AttendanceState, GroupHeads, Line, MarkSource, RollCall, RollCallState
from bot.stations.settings import StationSettings
from bot.store.transaction import Row, Tx

OPENS = StationSettings().roll_call_minutes
"""Where no station says otherwise."""
EARLIEST_CARD = 2 * HOUR
"""No setting lets a card come earlier."""


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


async def roll_call(tx: Tx, shift_id: int) -> RollCall | None:
    row = await tx.row("roll_call_of_shift", shift_id=shift_id)
    if row is None:
        return None
    return RollCall(
        shift_id=shift_id,
        state=RollCallState(row["state"]),
        captain_id=row["captain_id"],
        captain=row["captain"],
        beneficiaries=row["beneficiaries"],
        opened_at=row["opened_at"],
        taken_by=row["taken_by"],
        taker=row["taker"],
        closed_at=row["closed_at"],
    )


async def open_roll_call(tx: Tx, shift_id: int, now: int) -> bool:
    """False where it was open, or closed, already."""
    return await tx.change("open_roll_call", shift_id=shift_id, now=now) == 1


async def reopen(tx: Tx, shift_id: int, now: int) -> None:
    await tx.change("reopen_roll_call", shift_id=shift_id, now=now)


async def hand(tx: Tx, shift_id: int, captain_id: int) -> None:
    await tx.change("hand_roll_call", shift_id=shift_id, captain_id=captain_id)


async def submit(tx: Tx, shift_id: int, *, by: int, beneficiaries: int | None) -> None:
    await tx.change("submit_roll_call", shift_id=shift_id, by=by, beneficiaries=beneficiaries)


async def set_beneficiaries(tx: Tx, shift_id: int, beneficiaries: int | None) -> None:
    await tx.change("set_beneficiaries", shift_id=shift_id, beneficiaries=beneficiaries)


async def close(tx: Tx, shift_id: int, *, by: int, now: int) -> bool:
    """False where it was closed before."""
    return await tx.change("close_roll_call", shift_id=shift_id, by=by, now=now) == 1


async def record_served(tx: Tx, *, shift_id: int, person_id: int, by: int, at: int) -> None:
    """Came, served and left as planned."""
    served = Attendance(AttendanceState.DONE, None, None, None, None, 0, walk_in=False, source=MarkSource.ROLL_CALL)
    await mark(tx, shift_id, person_id, served, by=by, now=at)


async def record_closed(tx: Tx, *, shift_id: int, by: int, at: int, beneficiaries: int | None) -> None:
    """Taken and closed in one; the hours are `crediting.credit_roll_call`'s."""
    await tx.change("add_closed_roll_call", shift_id=shift_id, by=by, at=at, beneficiaries=beneficiaries)


async def mark(tx: Tx, shift_id: int, person_id: int, attendance: Attendance, *, by: int, now: int) -> None:
    """The one row of this person at this shift."""
    await tx.change(
        "mark_attendance",
        shift_id=shift_id,
        person_id=person_id,
        state=attendance.state,
        late_minutes=attendance.late_minutes,
        early_minutes=attendance.early_minutes,
        here_at=attendance.here_at,
        left_at=attendance.left_at,
        overtime_minutes=attendance.overtime_minutes,
        walk_in=int(attendance.walk_in),
        source=attendance.source,
        by=by,
        now=now,
    )


async def mark_rest(tx: Tx, shift_id: int, state: AttendanceState, *, by: int, now: int) -> None:
    """Everybody with a place who is not marked, and the heads without names that are not counted."""
    came = state is AttendanceState.HERE
    here_at = now if came else None
    await tx.change("mark_rest", shift_id=shift_id, state=state, here_at=here_at, by=by, now=now)
    await tx.change("count_group_heads", shift_id=shift_id, came=int(came))


async def all_leave(tx: Tx, shift_id: int, *, left_at: int, by: int, now: int) -> int:
    """How many were still there."""
    return await tx.change("all_leave", shift_id=shift_id, left_at=left_at, by=by, now=now)


async def allow_overtime(tx: Tx, shift_id: int, person_id: int, minutes: int) -> None:
    await tx.change("allow_overtime", shift_id=shift_id, person_id=person_id, minutes=minutes)


async def of_person(tx: Tx, shift_id: int, person_id: int) -> Attendance | None:
    row = await tx.row("attendance_of", shift_id=shift_id, person_id=person_id)
    return attendance_of_row(row) if row else None


async def lines(tx: Tx, shift_id: int) -> list[Line]:
    """Who has a place and who came without one, by name."""
    return [line_of_row(row) for row in await tx.rows("roll_call_lines", shift_id=shift_id)]


async def is_listed(tx: Tx, shift_id: int, person_id: int) -> bool:
    return await tx.row("on_roll_call", shift_id=shift_id, person_id=person_id) is not None


async def group_heads(tx: Tx, shift_id: int) -> list[GroupHeads]:
    """Only groups with places that bear no name."""
    rows = await tx.rows("group_heads_of_shift", shift_id=shift_id)
    found = [GroupHeads(row["id"], row["team_id"], row["team"], row["unnamed"], row["heads_here"]) for row in rows]
    return [one for one in found if one.unnamed > 0]


async def set_group_heads(tx: Tx, shift_id: int, group_place_id: int, heads: int) -> None:
    await tx.change("set_group_heads", shift_id=shift_id, id=group_place_id, heads=heads)


async def due(tx: Tx, now: int, earliest: int, limit: int) -> list[tuple[int, int]]:
    """Shift and lead of each card that is due: of shifts that began after `earliest`."""
    rows = await tx.rows(
        "due_roll_calls", now=now, latest=now + EARLIEST_CARD, earliest=earliest, minutes=OPENS, limit=limit
    )
    return [(row["id"], row["lead_id"]) for row in rows]


async def next_card(tx: Tx, now: int) -> tuple[int, int] | None:
    """When the next card comes, and how many people it is about."""
    row = await tx.row("next_roll_call", now=now, minutes=OPENS)
    return (row["opens_at"], row["people"]) if row else None


async def open_for(
    tx: Tx, viewer_id: int, *, now: int, earliest: int, limit: int, offset: int = 0
) -> list[OpenRollCall]:
    rows = await tx.rows(
        "open_roll_calls_for",
        viewer_id=viewer_id, now=now, earliest=earliest, minutes=OPENS, limit=limit, offset=offset,
    )  # fmt: skip
    return [
        OpenRollCall(
            row["id"], row["title"], row["starts_at"], row["ends_at"], row["zone"], RollCallState(row["state"])
        )
        for row in rows
    ]


async def captains(tx: Tx, shift_id: int) -> dict[int, str]:
    """Names by person id of those to whom the roll-call can be handed."""
    return {row["id"]: row["name"] for row in await tx.rows("captains_for_shift", shift_id=shift_id)}


async def walk_in_candidates(
    tx: Tx, shift_id: int, viewer_id: int, team_id: int | None, *, name: str = "", limit: int, offset: int = 0
) -> dict[int, str]:
    """Names by person id; `name` is part of one."""
    rows = await tx.rows(
        "walk_in_candidates",
        shift_id=shift_id, viewer_id=viewer_id, team_id=team_id, pattern=escaped(name.lower()), limit=limit,
        offset=offset,
    )  # fmt: skip
    return {row["id"]: row["name"] for row in rows}
