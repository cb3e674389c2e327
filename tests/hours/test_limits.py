"""Each limit of the books: a minute below it, on it and a minute above; each part of a record by itself."""

from typing import Any

import pytest

from bot.ground.frozen import replace
from bot.ground.refusals import (
    NeedsAdministrator,
    NeedsCoordinator,
    QuestionTooLate,
    ReasonMissing,
    Refusal,
    TooLong,
    TooShort,
    WrongState,
)
from bot.ground.times import HOUR, MINUTE, Span
from bot.ground.viewer import Role
from bot.hours.credit import NO_CHECK_OUT, OVERTIME, SHORT_STAY, Served, counting, credit, shown, shown_parts
from bot.hours.rules import SCHEMES, DayLimits, RecordState, Standing, check_day, check_entry, standing
from bot.hours.statements.rules import STEPS, StatementState, check_question, check_statement_step
from bot.stations.settings import StationSettings
from tests.hours.test_credit import PLANNED, at
from tests.hours.test_rules import AT, ENTRY
from tests.samples.hours import RECORD
from tests.samples.roll_call import STATEMENT

LIMITS = DayLimits(coordinator=480, administrator=720)
WORKER, COORDINATOR, ADMINISTRATOR = Role


def refused(check: Any, *given: object) -> Refusal | None:
    try:
        check(*given)
    except Refusal as refusal:
        return refusal
    return None


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("minutes", [479, 480, 481, 719, 720, 721])
def test_long_day_needs_somebody_higher(minutes: int, role: Role) -> None:
    expected: Refusal | None = None
    if minutes > 720 and role is not ADMINISTRATOR:
        expected = NeedsAdministrator(minutes=minutes, limit=720)
    elif 480 < minutes <= 720 and role is WORKER:
        expected = NeedsCoordinator(minutes=minutes, limit=480)

    assert refused(check_day, minutes, LIMITS, role, "Flood") == expected
    without = ReasonMissing() if minutes > 720 and role is ADMINISTRATOR else expected
    assert refused(check_day, minutes, LIMITS, role, "") == without


@pytest.mark.parametrize(
    ("span", "minutes", "expected"),
    [
        (120, 0, TooShort(minutes=0, lowest=1)),
        (120, 1, None),
        (1, 1, None),
        (0, 1, TooShort(minutes=0, lowest=1)),
        (0, 0, TooShort(minutes=0, lowest=1)),
        (120, 120, None),
        (120, 121, TooLong(minutes=121, highest=120)),
        (1440, 1440, None),
        (1441, 1440, TooLong(minutes=1441, highest=1440)),
        (1441, 1, TooLong(minutes=1441, highest=1440)),
    ],
)
def test_entry_fits_its_span(span: int, minutes: int, expected: Refusal | None) -> None:
    entry = replace(ENTRY, ends_at=AT + span * MINUTE, minutes=minutes)

    assert refused(check_entry, entry, AT + 48 * HOUR) == expected


@pytest.mark.parametrize("reversed", [True, False])
@pytest.mark.parametrize("reverses_id", [None, 7])
@pytest.mark.parametrize("state", list(RecordState))
def test_live_is_what_stands_or_may_come_to_stand(state: RecordState, reverses_id: int | None, reversed: bool) -> None:
    record = replace(RECORD, state=state, reverses_id=reverses_id, reversed=reversed)

    assert record.live is (state is not RecordState.RETURNED and reverses_id is None and not reversed)


@pytest.mark.parametrize(("minutes", "of_all", "attendances"), [(90, 270, 3), (1, 3, 3), (0, 0, -3), (-90, -270, -3)])
def test_heads_count_once_for_each_and_back_for_what_is_reversed(minutes: int, of_all: int, attendances: int) -> None:
    record = replace(RECORD, entry=replace(RECORD.entry, minutes=minutes, heads=3))

    assert (record.minutes_of_all, record.attendances) == (of_all, attendances)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, Standing(0, 50, 3000)),
        (2999, Standing(0, 50, 1)),
        (3000, Standing(1, 100, 3000)),
        (5999, Standing(1, 100, 1)),
        (11_999, Standing(2, 200, 1)),
        (12_000, Standing(3, None, None)),
    ],
)
def test_level_is_reached_with_the_last_minute(minutes: int, expected: Standing) -> None:
    assert standing(SCHEMES["hong_kong_hours"], minutes) == expected


@pytest.mark.parametrize("wanted", list(StatementState))
@pytest.mark.parametrize("state", list(StatementState))
def test_statement_goes_only_where_its_steps_lead(state: StatementState, wanted: StatementState) -> None:
    expected = None if wanted in STEPS[state] else WrongState(state=state, wanted=wanted)

    assert refused(check_statement_step, state, wanted) == expected


@pytest.mark.parametrize("after", [-1, 0, 1])
def test_question_is_too_late_when_its_time_is_over(after: int) -> None:
    until = STATEMENT.question_until
    expected = None if after < 0 else QuestionTooLate(until=until)

    assert refused(check_question, STATEMENT, until + after) == expected


@pytest.mark.parametrize(
    ("given", "minutes", "flags"),
    [
        ({"checked_in_at": at(130)}, 20, (NO_CHECK_OUT,)),
        ({"checked_in_at": at(130), "checked_out_at": at(150)}, 20, (SHORT_STAY,)),
        ({"checked_in_at": at(130), "checked_out_at": at(150), "leaving_seen": True}, 20, ()),
        ({"checked_in_at": at(0), "checked_out_at": at(20), "early_minutes": 130}, 20, ()),
        ({"checked_in_at": at(0), "checked_out_at": at(150), "early_minutes": 0}, 150, ()),
        ({"checked_in_at": at(0), "checked_out_at": at(20), "broken_off_at": at(30)}, 20, (SHORT_STAY,)),
        ({"checked_in_at": at(0), "early_minutes": 130, "broken_off_at": at(30)}, 20, ()),
        ({"checked_out_at": at(20)}, 20, ()),
        ({"checked_in_at": at(0), "early_minutes": 30}, 120, ()),
        ({"checked_in_at": at(0), "leaving_seen": True}, 150, ()),
        ({"checked_in_at": at(0), "checked_out_at": at(150)}, 150, ()),
        ({"checked_in_at": at(0), "checked_out_at": at(151)}, 150, (OVERTIME,)),
        ({"checked_in_at": at(0), "checked_out_at": at(180), "early_minutes": 10}, 140, ()),
        ({"checked_in_at": at(0), "checked_out_at": at(180), "early_minutes": 0}, 150, (OVERTIME,)),
        ({"late_minutes": 10}, 150, ()),
        ({"late_minutes": 11}, 139, ()),
        ({"late_minutes": 0, "checked_in_at": at(60), "checked_out_at": at(150)}, 150, ()),
        ({"early_minutes": 5, "checked_out_at": at(60)}, 145, ()),
        ({"break_minutes": 200}, 0, ()),
        ({"break_minutes": 160, "checked_out_at": at(180), "overtime_allowed": True}, 20, ()),
    ],
)
def test_what_is_credited_and_what_is_flagged(given: dict[str, Any], minutes: int, flags: tuple[str, ...]) -> None:
    found = credit(Served(planned=PLANNED, came=True, **given), 10)

    assert (found.minutes, found.flags) == (minutes, flags)


@pytest.mark.parametrize(("late", "code"), [(0, None), (1, "grace"), (10, "grace"), (11, "late")])
def test_grace_is_named_where_it_was_given(late: int, code: str | None) -> None:
    found = credit(Served(planned=PLANNED, came=True, late_minutes=late), 10)

    assert [step.code for step in found.why] == ["planned", *([code] if code else [])]


@pytest.mark.parametrize(("planned", "minutes", "short"), [(160, 39, True), (160, 40, False), (160, 41, False)])
def test_stay_is_short_under_a_quarter(planned: int, minutes: int, short: bool) -> None:
    span = Span(AT, AT + planned * MINUTE)
    served = Served(planned=span, came=True, checked_in_at=AT, checked_out_at=AT + minutes * MINUTE)

    assert credit(served, 10).flags == ((SHORT_STAY,) if short else ())


@pytest.mark.parametrize(("minutes", "half_hours"), [(14, 0), (15, 30), (44, 30), (45, 60), (0, 0), (30, 30)])
def test_half_hours_begin_at_the_quarter(minutes: int, half_hours: int) -> None:
    assert (shown(minutes, "half_hours"), shown(minutes, "exact")) == (half_hours, minutes)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [([10, 20, 25], [0, 30, 30]), ([20, 20, 5], [30, 30, 0]), ([40, 10], [60, 0]), ([15, 15], [30, 0]), ([30], [30])],
)
def test_largest_rests_get_more(parts: list[int], expected: list[int]) -> None:
    assert shown_parts(parts, "half_hours") == expected


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("preparation", [True, False])
def test_station_says_what_counts(training: bool, preparation: bool) -> None:
    natures = counting(StationSettings(count_training=training, count_preparation=preparation))

    assert natures == {"service"} | ({"training"} if training else set()) | ({"preparation"} if preparation else set())
