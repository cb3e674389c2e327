"""What the card says of everybody on it: nobody marked, somebody there, gone, counted, longer, by code."""

import pytest

from bot.ground.frozen import replace
from bot.ground.refusals import WrongState
from bot.ground.times import DAY, MINUTE
from bot.roll_call.rules import (
    ROLL_CALL_STEPS,
    Attendance,
    AttendanceState,
    GroupHeads,
    Line,
    MarkSource,
    RollCall,
    RollCallState,
    check_roll_call_step,
    last_listed,
    marked,
    served,
)
from bot.roll_call.shown import Longer, RollCallCard
from tests.helpers.offers import START
from tests.samples.activities import SHIFT as SAMPLE

S = AttendanceState
SHIFT = replace(SAMPLE, activity=replace(SAMPLE.activity, break_minutes=0))
END = SHIFT.ends_at
CALL = RollCall(SHIFT.id, RollCallState.OPEN, None, None, None, START, None, None, None)
HERE = Attendance(S.HERE, None, None, START, None, 0, walk_in=False, source=MarkSource.ROLL_CALL)
BY_CODE = replace(HERE, source=MarkSource.CHECK_IN)
NOT_COUNTED = GroupHeads(1, 3, "Group", 4, None)


def line(number: int, attendance: Attendance | None) -> Line:
    return Line(number, f"Anna {number}", True, None, attendance)


def card(*attendances: Attendance | None, groups: tuple[GroupHeads, ...] = ()) -> RollCallCard:
    lines = tuple(line(number, one) for number, one in enumerate(attendances, 1))
    return RollCallCard(SHIFT, CALL, lines, groups, START, 10, may_close=True, may_hand=True)


@pytest.mark.parametrize("now", [START - 1, START, START + 1, END - 1, END, END + 1])
def test_begun_and_over_are_so_from_their_moment_on(now: int) -> None:
    one = replace(card(), now=now)

    assert (one.begun, one.over) == (now >= START, now >= END)


@pytest.mark.parametrize(
    ("shown", "touched"),
    [
        (card(), False),
        (card(None, None, groups=(NOT_COUNTED,)), False),
        (card(None, HERE, groups=(NOT_COUNTED,)), True),
        (card(None, groups=(NOT_COUNTED, replace(NOT_COUNTED, here=0))), True),
    ],
    ids=["empty", "nobody", "one is marked", "one is counted"],
)
def test_touched_is_where_somebody_is_marked_or_counted(shown: RollCallCard, touched: bool) -> None:
    assert shown.touched is touched


def test_heads_of_all_kinds_are_counted() -> None:
    one = card(None, HERE, replace(HERE, state=S.NO_SHOW), groups=(NOT_COUNTED, replace(NOT_COUNTED, here=3)))

    assert (one.came, one.expected) == (4, 11)
    assert [of.person_id for of in one.unmarked] == [1]
    assert one.uncounted == (NOT_COUNTED,)


@pytest.mark.parametrize("left_at", [None, END])
@pytest.mark.parametrize("state", list(AttendanceState))
def test_still_there_is_who_came_and_was_not_seen_to_leave(state: AttendanceState, left_at: int | None) -> None:
    attendance = replace(HERE, state=state, left_at=left_at)
    there = state in {S.HERE, S.LATE} and left_at is None

    assert attendance.still_there is there
    assert [of.person_id for of in card(None, attendance).there] == ([2] if there else [])


def test_longer_are_those_without_the_leads_word() -> None:
    longer = replace(HERE, state=S.DONE, left_at=END + 11 * MINUTE)
    one = card(None, HERE, longer, replace(longer, overtime_minutes=1), replace(longer, left_at=END + 10 * MINUTE))

    assert one.longer == (Longer(3, "Anna 3", 11),)


def test_by_code_are_minutes_other_than_planned() -> None:
    late = replace(BY_CODE, state=S.DONE, here_at=START + 20 * MINUTE, left_at=END)
    one = card(
        None,
        replace(HERE, state=S.LATE, late_minutes=30),
        late,
        replace(late, here_at=START),
        replace(late, here_at=START, left_at=END - 30 * MINUTE),
        BY_CODE,
        replace(late, state=S.NO_SHOW),
        replace(BY_CODE, state=S.NO_SHOW, late_minutes=30),
    )

    assert one.by_code == {3: 130, 5: 120, 6: 150}


@pytest.mark.parametrize("may_close", [True, False])
@pytest.mark.parametrize("state", list(RollCallState))
def test_confirming_is_for_who_may_close_what_a_captain_finished(state: RollCallState, may_close: bool) -> None:
    one = replace(card(), call=replace(CALL, state=state), may_close=may_close)

    assert one.to_confirm is (state is RollCallState.SUBMITTED and may_close)
    assert one.call.closed is (state is RollCallState.CLOSED)


@pytest.mark.parametrize("wanted", list(RollCallState))
@pytest.mark.parametrize("state", list(RollCallState))
def test_roll_call_goes_only_where_its_steps_lead(state: RollCallState, wanted: RollCallState) -> None:
    try:
        check_roll_call_step(state, wanted)
        refusal = None
    except WrongState as wrong:
        refusal = wrong
    assert refusal == (None if wanted in ROLL_CALL_STEPS[state] else WrongState(state=state, wanted=wanted))


def test_roll_calls_are_listed_for_sixty_days() -> None:
    assert last_listed(START) == START - 60 * DAY


@pytest.mark.parametrize("walk_in", [True, False])
@pytest.mark.parametrize("mark", [S.HERE, S.LATE, S.LEFT_EARLY, S.NO_SHOW])
def test_walking_in_is_known_from_the_first_mark_on(mark: AttendanceState, walk_in: bool) -> None:
    first = marked(None, S.HERE, START, walk_in=walk_in)

    assert marked(None, mark, START, minutes=5, walk_in=walk_in).walk_in is walk_in
    assert marked(first, mark, START, minutes=5).walk_in is walk_in


@pytest.mark.parametrize(
    ("before", "mark", "expected"),
    [
        (replace(HERE, state=S.LEFT_EARLY, early_minutes=9), S.LATE, S.LEFT_EARLY),
        (replace(HERE, state=S.DONE, left_at=END), S.LATE, S.DONE),
        (HERE, S.LATE, S.LATE),
        (replace(HERE, state=S.NO_SHOW, here_at=None), S.LATE, S.LATE),
    ],
    ids=["left early", "has left", "there", "was missed"],
)
def test_late_does_not_bring_back_who_has_left(
    before: Attendance, mark: AttendanceState, expected: AttendanceState
) -> None:
    now = START + 60
    after = marked(before, mark, now, minutes=5)

    assert (after.state, after.late_minutes, after.here_at) == (expected, 5, before.here_at or now)


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (S.HERE, replace(BY_CODE, late_minutes=0)),
        (S.LEFT_EARLY, replace(BY_CODE, state=S.LEFT_EARLY, early_minutes=5)),
    ],
)
def test_mark_takes_back_leaving_and_overtime(mark: AttendanceState, expected: Attendance) -> None:
    gone = replace(BY_CODE, state=S.DONE, left_at=END, overtime_minutes=30)

    assert marked(gone, mark, START, minutes=5) == expected


@pytest.mark.parametrize(
    ("left_at", "overtime", "expected"),
    [(END - 1, 0, END - 1), (END, 0, END), (END + 10 * MINUTE, 0, END), (END + 11 * MINUTE, 1, END + 11 * MINUTE)],
)
def test_leaving_within_the_grace_is_leaving_at_the_end(left_at: int, overtime: int, expected: int) -> None:
    found = served(SHIFT, replace(HERE, state=S.DONE, left_at=left_at, overtime_minutes=overtime), 10)

    assert (found.checked_out_at, found.overtime_allowed, found.broken_off_at) == (expected, overtime > 0, None)


def test_what_was_cancelled_under_way_is_served_until_then() -> None:
    broken = replace(SHIFT, activity=replace(SHIFT.activity, cancelled_at=START + 600))

    assert served(broken, HERE, 10).broken_off_at == START + 600
