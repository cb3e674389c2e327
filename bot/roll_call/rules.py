"""Unmarked is no state: who is not marked has no row, and is credited nothing. Only the roll-call's end decides.

A mark may be changed to any other until the roll-call is closed; leaving (`DONE`) needs somebody who is there.
"""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from bot.activities.rules import Shift
from bot.ground.frozen import Frozen, replace
from bot.ground.refusals import OutOfRange, WrongState
from bot.ground.times import DAY, MINUTE
from bot.hours.credit import Served


class AttendanceState(StrEnum):
    HERE = "here"
    DONE = "done"  # was here, and has left
    LATE = "late"
    LEFT_EARLY = "left_early"
    NO_SHOW = "no_show"
    EXCUSED = "excused"  # told us ahead


class MarkSource(StrEnum):
    """Who says so: whoever takes the roll, or the person with a code from the lead's screen."""

    ROLL_CALL = "roll_call"
    CHECK_IN = "check_in"


class RollCallState(StrEnum):
    OPEN = "open"
    HANDED = "handed"  # to a captain
    SUBMITTED = "submitted"  # by who may not close it; waits for the lead's one tap
    CLOSED = "closed"


MARKS = (
    AttendanceState.HERE,
    AttendanceState.LATE,
    AttendanceState.LEFT_EARLY,
    AttendanceState.NO_SHOW,
    AttendanceState.EXCUSED,
)
"""What can be said of somebody with one tap."""
THERE = frozenset({AttendanceState.HERE, AttendanceState.LATE})
CAME = THERE | {AttendanceState.DONE, AttendanceState.LEFT_EARLY}
AWAY = frozenset({AttendanceState.NO_SHOW, AttendanceState.EXCUSED})
STEPS: dict[AttendanceState | None, frozenset[AttendanceState]] = {
    None: frozenset(MARKS),
    AttendanceState.HERE: frozenset({*MARKS, AttendanceState.DONE}),
    AttendanceState.LATE: frozenset({*MARKS, AttendanceState.DONE}),
    AttendanceState.DONE: frozenset(MARKS),
    AttendanceState.LEFT_EARLY: frozenset(MARKS),
    AttendanceState.NO_SHOW: frozenset(MARKS),
    AttendanceState.EXCUSED: frozenset(MARKS),
}
ROLL_CALL_STEPS: dict[RollCallState, frozenset[RollCallState]] = {
    RollCallState.OPEN: frozenset({RollCallState.HANDED, RollCallState.SUBMITTED, RollCallState.CLOSED}),
    RollCallState.HANDED: frozenset({RollCallState.HANDED, RollCallState.SUBMITTED, RollCallState.CLOSED}),
    RollCallState.SUBMITTED: frozenset({RollCallState.HANDED, RollCallState.SUBMITTED, RollCallState.CLOSED}),
    RollCallState.CLOSED: frozenset(),
}
LISTED_DAYS = 60
"""How long after it a roll-call that was not closed is still offered."""


class RollCall(Frozen):
    shift_id: int
    state: RollCallState
    captain_id: int | None
    captain: str | None  # and the name
    beneficiaries: int | None
    opened_at: int
    taken_by: int | None
    taker: str | None
    closed_at: int | None

    @property
    def closed(self) -> bool:
        return self.state is RollCallState.CLOSED


class Attendance(Frozen):
    """What is known of one person at one shift; a minute that is None was not said by whoever takes the roll."""

    state: AttendanceState
    late_minutes: int | None
    early_minutes: int | None
    here_at: int | None
    left_at: int | None
    overtime_minutes: int
    walk_in: bool
    source: MarkSource
    away_minutes: int = 0  # left under way and came back

    @property
    def still_there(self) -> bool:
        return self.state in THERE and self.left_at is None

    @property
    def came(self) -> bool:
        return self.state in CAME


class Line(Frozen):
    """One person of a roll-call, marked or not."""

    person_id: int
    name: str
    telegram: bool
    told_late: int | None  # minutes, said beforehand
    attendance: Attendance | None
    known_by: tuple[str, ...] = ()  # what tells two of one name apart: the volunteer number, the team


def told_apart(lines: Sequence[Line]) -> list[Line]:
    """Where several bear one name: 王芳 (V17), 王芳 (First Team), else 王芳 (1) and 王芳 (2) as they are listed."""
    many = Counter(line.name for line in lines)
    made = []
    for line in lines:
        same = [one for one in lines if one.name == line.name] if many[line.name] > 1 else []
        made.append(replace(line, name=f"{line.name} ({mark_of(line, same)})") if same else line)
    return made


def mark_of(line: Line, same: Sequence[Line]) -> str:
    """The first that all of them have, each another one."""
    for values in zip(*(one.known_by for one in same), strict=True):
        if all(values) and len(set(values)) == len(same):
            return str(values[same.index(line)])
    return str(same.index(line) + 1)


class RunsInto(Frozen):
    """What somebody who stayed longer has signed up for next, and what begins before they left."""

    person_id: int
    name: str
    title: str
    starts_at: int
    zone: str


class GroupHeads(Frozen):
    """Places of a group team that bear no name. `here` None: not counted yet."""

    group_place_id: int
    team_id: int
    team: str
    unnamed: int
    here: int | None


def check_attendance_step(state: AttendanceState | None, wanted: AttendanceState) -> None:
    """Raises WrongState unless who is in `state` (None: not marked) may be marked so."""
    if wanted not in STEPS[state]:
        raise WrongState(state=state or "", wanted=wanted)


def check_roll_call_step(state: RollCallState, wanted: RollCallState) -> None:
    """Raises WrongState unless a roll-call may go from one of these states to the other."""
    if wanted not in ROLL_CALL_STEPS[state]:
        raise WrongState(state=state, wanted=wanted)


def check_minutes(shift: Shift, mark: AttendanceState, minutes: int, other: int) -> None:
    """Late or early by so many minutes, `other` being the other one of the two; something must be left of the shift.

    Raises OutOfRange.
    """
    highest = shift.span.minutes - other - 1
    if not 1 <= minutes <= highest:
        raise OutOfRange(field=f"{mark}_minutes", value=minutes, lowest=1, highest=highest)


def stayed_longer(shift: Shift, attendance: Attendance, grace_minutes: int) -> int:
    """Minutes after the planned end; the grace that lateness has is no overtime either."""
    if attendance.left_at is None or not attendance.came or attendance.early_minutes:
        return 0
    minutes = (attendance.left_at - shift.ends_at) // MINUTE
    return minutes if minutes > grace_minutes else 0


def last_listed(now: int) -> int:
    """Shifts that began before this are not offered any more."""
    return now - LISTED_DAYS * DAY


def marked(
    before: Attendance | None, mark: AttendanceState, now: int, *, minutes: int = 0, walk_in: bool = False
) -> Attendance:
    """What is known after one tap of whoever takes the roll; `minutes` late or early.

    Their minutes go before check-in and check-out. Late and early add up; *here* takes both back.
    """
    known = before or Attendance(mark, None, None, None, None, 0, walk_in, MarkSource.ROLL_CALL)
    if mark in AWAY:
        return Attendance(mark, None, None, None, None, 0, known.walk_in, MarkSource.ROLL_CALL)
    here = replace(known, here_at=known.here_at or now)
    if mark is AttendanceState.HERE:
        said = 0 if known.source is MarkSource.CHECK_IN else None
        return replace(here, state=mark, late_minutes=said, early_minutes=None, left_at=None,
                       overtime_minutes=0, away_minutes=0)  # fmt: skip
    if mark is AttendanceState.LEFT_EARLY:
        return replace(here, state=mark, early_minutes=minutes, left_at=None, overtime_minutes=0)
    state = known.state if known.state in {AttendanceState.LEFT_EARLY, AttendanceState.DONE} else mark
    return replace(here, state=state, late_minutes=minutes)


def put_right(before: Attendance | None, mark: AttendanceState, now: int, *, minutes: int = 0) -> Attendance:
    """What is known once the lead has put it right afterwards: *here* is here as planned, whatever codes said."""
    known = marked(before, mark, now, minutes=minutes)
    if mark is not AttendanceState.HERE:
        return known
    return replace(known, late_minutes=None, source=MarkSource.ROLL_CALL)


def missed(attendance: Attendance | None) -> bool:
    return attendance is not None and attendance.state is AttendanceState.NO_SHOW


def whole_minute(instant: int) -> int:
    """Leaving is booked to the minute, so that no record ends after the moment in which it is made."""
    return instant - instant % MINUTE


def served(shift: Shift, attendance: Attendance, grace_minutes: int) -> Served:
    """What the credit of one person rests on."""
    checked_in = attendance.here_at if attendance.source is MarkSource.CHECK_IN else None
    left_at = attendance.left_at
    if left_at is not None and left_at > shift.ends_at and not stayed_longer(shift, attendance, grace_minutes):
        left_at = shift.ends_at
    return Served(
        planned=shift.span,
        came=attendance.came,
        late_minutes=attendance.late_minutes,
        early_minutes=attendance.early_minutes,
        checked_in_at=checked_in,
        checked_out_at=left_at,
        broken_off_at=shift.served_until if shift.broken_off else None,
        overtime_allowed=attendance.overtime_minutes > 0,
        break_minutes=shift.activity.break_minutes,
        away_minutes=attendance.away_minutes,
    )
