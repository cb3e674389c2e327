"""What one tap makes of somebody, and what is served then. The plan is 9:00 to 11:30."""

from typing import Any

import pytest

from bot.ground.frozen import replace
from bot.ground.refusals import AlreadyCheckedIn, AlreadyCheckedOut, CodeExpired, OutOfRange, Refusal, WrongState
from bot.ground.times import HOUR, MINUTE
from bot.hours.credit import Served, credit
from bot.roll_call.check_in_rules import Code, Way, checked_in
from bot.roll_call.rules import (
    CAME,
    MARKS,
    STEPS,
    Attendance,
    AttendanceState,
    Line,
    MarkSource,
    RollCallState,
    check_attendance_step,
    check_minutes,
    check_roll_call_step,
    marked,
    served,
    stayed_longer,
    told_apart,
    whole_minute,
)
from tests.helpers.offers import START
from tests.samples.activities import SHIFT as SAMPLE

S = AttendanceState
ROLL, CODE = MarkSource.ROLL_CALL, MarkSource.CHECK_IN
SHIFT = replace(SAMPLE, activity=replace(SAMPLE.activity, break_minutes=0))
END = SHIFT.ends_at
HERE = Attendance(S.HERE, None, None, START, None, 0, walk_in=False, source=ROLL)
BY_CODE = replace(HERE, here_at=START + 20 * MINUTE, source=CODE)


@pytest.mark.parametrize("wanted", list(AttendanceState))
@pytest.mark.parametrize("state", [None, *AttendanceState])
def test_any_mark_may_be_changed_but_only_who_is_there_leaves(
    state: AttendanceState | None, wanted: AttendanceState
) -> None:
    allowed = wanted in MARKS or state in {S.HERE, S.LATE}
    assert (wanted in STEPS[state]) is allowed
    if not allowed:
        with pytest.raises(WrongState):
            check_attendance_step(state, wanted)


@pytest.mark.parametrize("wanted", list(RollCallState))
def test_closed_roll_call_stays_closed(wanted: RollCallState) -> None:
    with pytest.raises(WrongState):
        check_roll_call_step(RollCallState.CLOSED, wanted)


@pytest.mark.parametrize(
    ("before", "mark", "minutes", "expected"),
    [
        pytest.param(None, S.HERE, 0, replace(HERE, here_at=START + 60), id="unmarked, here"),
        pytest.param(None, S.NO_SHOW, 0, replace(HERE, state=S.NO_SHOW, here_at=None), id="unmarked, no-show"),
        pytest.param(HERE, S.LATE, 30, replace(HERE, state=S.LATE, late_minutes=30), id="here, late"),
        pytest.param(
            replace(HERE, state=S.LATE, late_minutes=30),
            S.LEFT_EARLY,
            15,
            replace(HERE, state=S.LEFT_EARLY, late_minutes=30, early_minutes=15),
            id="late and left early add up",
        ),
        pytest.param(
            replace(HERE, state=S.DONE, left_at=END),
            S.LATE,
            15,
            replace(HERE, state=S.DONE, left_at=END, late_minutes=15),
            id="who has left stays gone",
        ),
        pytest.param(
            replace(HERE, state=S.LEFT_EARLY, early_minutes=15),
            S.HERE,
            0,
            HERE,
            id="here takes leaving early back",
        ),
        pytest.param(BY_CODE, S.HERE, 0, replace(BY_CODE, late_minutes=0), id="the lead's word before the code"),
        pytest.param(
            BY_CODE, S.EXCUSED, 0, replace(HERE, state=S.EXCUSED, here_at=None), id="told us, in spite of the code"
        ),
    ],
)
def test_one_tap_says_what_is_known(
    before: Attendance | None, mark: AttendanceState, minutes: int, expected: Attendance
) -> None:
    assert marked(before, mark, START + 60, minutes=minutes) == expected


@pytest.mark.parametrize(
    ("minutes", "other", "refusal"),
    [
        pytest.param(1, 0, None, id="a minute"),
        pytest.param(149, 0, None, id="all but a minute"),
        pytest.param(0, 0, OutOfRange(field="late_minutes", value=0, lowest=1, highest=149), id="none"),
        pytest.param(150, 0, OutOfRange(field="late_minutes", value=150, lowest=1, highest=149), id="all of it"),
        pytest.param(90, 60, OutOfRange(field="late_minutes", value=90, lowest=1, highest=89), id="with early"),
    ],
)
def test_lateness_leaves_something_of_the_shift(minutes: int, other: int, refusal: Refusal | None) -> None:
    try:
        check_minutes(SHIFT, S.LATE, minutes, other)
        raised = None
    except OutOfRange as out:
        raised = out
    assert raised == refusal


@pytest.mark.parametrize(
    ("attendance", "minutes", "flags"),
    [
        pytest.param(HERE, 150, (), id="here"),
        pytest.param(replace(HERE, here_at=START + HOUR), 150, (), id="marked an hour later is no lateness"),
        pytest.param(replace(HERE, state=S.DONE, left_at=END), 150, (), id="left at the end"),
        pytest.param(replace(HERE, state=S.DONE, left_at=END - HOUR), 90, (), id="left an hour early"),
        pytest.param(replace(HERE, state=S.DONE, left_at=END + 5 * MINUTE), 150, (), id="a few minutes longer"),
        pytest.param(
            replace(HERE, state=S.DONE, left_at=END + 30 * MINUTE), 150, ("overtime",), id="longer without the word"
        ),
        pytest.param(
            replace(HERE, state=S.DONE, left_at=END + 30 * MINUTE, overtime_minutes=30), 180, (), id="with the word"
        ),
        pytest.param(BY_CODE, 130, ("no_check_out",), id="checked in late, check-out forgotten"),
        pytest.param(replace(BY_CODE, state=S.DONE, left_at=END), 130, (), id="checked in late and out"),
        pytest.param(replace(BY_CODE, state=S.LATE, late_minutes=60), 90, ("no_check_out",), id="the lead says later"),
        pytest.param(replace(HERE, state=S.NO_SHOW), 0, (), id="no-show"),
        pytest.param(replace(HERE, state=S.EXCUSED), 0, (), id="told us"),
    ],
)
def test_time_served_is_what_was_seen(attendance: Attendance, minutes: int, flags: tuple[str, ...]) -> None:
    """Fault 44."""
    counted = credit(served(SHIFT, attendance, 10), 10)
    assert (counted.minutes, counted.flags) == (minutes, flags)


def test_served_carries_the_break_of_the_activity() -> None:
    shift = replace(SHIFT, activity=replace(SHIFT.activity, break_minutes=20))
    assert served(shift, HERE, 10) == Served(planned=shift.span, came=True, break_minutes=20)


@pytest.mark.parametrize(
    ("change", "minutes"),
    [
        ({}, 0),
        ({"left_at": END + 10 * MINUTE}, 0),
        ({"left_at": END + 11 * MINUTE}, 11),
        ({"left_at": END + 11 * MINUTE, "early_minutes": 15}, 0),
        ({"left_at": END + 11 * MINUTE, "state": S.NO_SHOW}, 0),
    ],
    ids=["still there", "within the grace", "longer", "left early", "not there"],
)
def test_staying_longer_begins_after_the_grace(change: dict[str, Any], minutes: int) -> None:
    assert stayed_longer(SHIFT, replace(HERE, **change), 10) == minutes


def test_leaving_is_booked_to_the_minute() -> None:
    assert [whole_minute(END - 1), whole_minute(END), whole_minute(END + 59)] == [END - MINUTE, END, END]


@pytest.mark.parametrize(
    ("way", "after", "good"),
    [
        (Way.QR, 59, True),
        (Way.QR, 60, False),
        (Way.DIGITS, 599, True),
        (Way.DIGITS, 600, False),
    ],
    ids=["qr in grace", "qr out of grace", "digits in grace", "digits out of grace"],
)
def test_code_is_taken_for_one_step_of_grace(way: Way, after: int, good: bool) -> None:
    """Fault 59."""
    code = Code(1, way, START, START + {Way.QR: 30, Way.DIGITS: 300}[way])
    try:
        code.check(START + after)
        taken = True
    except CodeExpired:
        taken = False
    assert taken is good


@pytest.mark.parametrize(
    ("before", "at", "expected"),
    [
        pytest.param(None, START - 60, replace(HERE, here_at=START - 60, source=CODE), id="in"),
        pytest.param(
            replace(HERE, state=S.NO_SHOW, walk_in=True),
            START + 60,
            replace(HERE, here_at=START + 60, source=CODE, walk_in=True),
            id="in after all",
        ),
        pytest.param(HERE, END + 30, replace(HERE, state=S.DONE, left_at=END), id="out, marked by the lead"),
        pytest.param(HERE, END, replace(HERE, state=S.DONE, left_at=END), id="out at the very end, marked by the lead"),
        pytest.param(
            BY_CODE,
            START + 30 * MINUTE,
            replace(BY_CODE, state=S.DONE, left_at=START + 30 * MINUTE),
            id="out ten minutes after coming",
        ),
        pytest.param(
            replace(BY_CODE, here_at=None), START + 9 * MINUTE, AlreadyCheckedIn(at=START), id="nobody knows since when"
        ),
        pytest.param(
            replace(BY_CODE, here_at=START - HOUR),
            START,
            replace(BY_CODE, here_at=START - HOUR, state=S.DONE, left_at=START),
            id="out at the start",
        ),
        pytest.param(replace(HERE, state=S.LEFT_EARLY), END, AlreadyCheckedOut(at=END), id="gone, nobody said when"),
        pytest.param(replace(HERE, left_at=0), END, AlreadyCheckedOut(at=0), id="seen to leave, whatever the mark"),
        pytest.param(BY_CODE, END, replace(BY_CODE, state=S.DONE, left_at=END), id="out"),
        pytest.param(
            HERE,
            START + 3 * MINUTE,
            replace(HERE, here_at=START + 3 * MINUTE, late_minutes=0, source=CODE),
            id="marked by the lead, on arriving",
        ),
        pytest.param(
            replace(HERE, state=S.LATE, late_minutes=30),
            END - 60,
            replace(HERE, state=S.LATE, late_minutes=30, here_at=END - 60, source=CODE),
            id="marked late by the lead",
        ),
        pytest.param(BY_CODE, START + 29 * MINUTE, AlreadyCheckedIn(at=START + 20 * MINUTE), id="twice at once"),
        pytest.param(
            replace(BY_CODE, here_at=START - 15 * MINUTE),
            START - 60,
            AlreadyCheckedIn(at=START - 15 * MINUTE),
            id="again before the start",
        ),
        pytest.param(replace(HERE, state=S.DONE, left_at=END), END, AlreadyCheckedOut(at=END), id="a third time"),
        pytest.param(
            replace(HERE, state=S.LEFT_EARLY, early_minutes=30),
            END,
            AlreadyCheckedOut(at=END - 30 * MINUTE),
            id="gone already",
        ),
    ],
)
def test_once_in_and_once_out(before: Attendance | None, at: int, expected: Attendance | Refusal) -> None:
    """Fault 59."""
    found: Attendance | Refusal
    try:
        found = checked_in(before, SHIFT, at)
    except (AlreadyCheckedIn, AlreadyCheckedOut) as refusal:
        found = refusal
    assert found == expected


def test_every_state_but_away_counts_as_having_come() -> None:
    assert set(AttendanceState) - {S.NO_SHOW, S.EXCUSED} == CAME


def named(id: int, name: str, *known_by: str) -> Line:
    return Line(id, name, True, None, None, known_by)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ([named(1, "Anna", "", "")], ["Anna"]),
        ([named(1, "王芳", "V1", "First"), named(2, "王芳", "V2", "First")], ["王芳 (V1)", "王芳 (V2)"]),
        ([named(1, "王芳", "V1", "First"), named(2, "王芳", "", "Second")], ["王芳 (First)", "王芳 (Second)"]),
        ([named(1, "王芳", "", "First"), named(2, "王芳", "", "First")], ["王芳 (1)", "王芳 (2)"]),
    ],
    ids=["alone", "by number", "by team", "by nothing else"],
)
def test_two_of_one_name_are_told_apart(lines: list[Line], names: list[str]) -> None:
    assert [line.name for line in told_apart(lines)] == names
