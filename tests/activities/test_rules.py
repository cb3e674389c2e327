"""An activity and its shift at each limit: cancelled before, under way and after; fields that lean on each other."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.activities import reading_fields, reading_times
from bot.activities.audiences import Audience
from bot.activities.fields import Filled
from bot.activities.requirements import Requirements, read_requirements, required_words
from bot.activities.rules import ActivityState, Shift, check_coming
from bot.ground.filling import Leaning
from bot.ground.frozen import replace
from bot.ground.refusals import (
    ActivityCancelled,
    ActivityStarted,
    BreakTooLong,
    MinimumAboveCapacity,
    Refusal,
    TextTooLong,
    UnknownChoice,
)
from bot.ground.times import HOUR, MINUTE
from tests.leading.test_editing_rules import NOW, SHIFT, ZONE

STARTS, ENDS = SHIFT.starts_at, SHIFT.ends_at
LEANING = Leaning(NOW, ZoneInfo(ZONE))
FILLED = Filled(place="Home", meet_place="Gate", starts_at=STARTS, ends_at=ENDS, meet_at=STARTS - 900, team="First")


def with_activity(**changes: Any) -> Shift:
    return replace(SHIFT, activity=replace(SHIFT.activity, **changes))


@pytest.mark.parametrize(
    ("cancelled_at", "until"),
    [
        (None, ENDS),
        (STARTS - HOUR, STARTS),
        (STARTS, STARTS),
        (STARTS + 10 * MINUTE + 59, STARTS + 10 * MINUTE),
        (ENDS - 1, ENDS - MINUTE),
        (ENDS, ENDS),
        (ENDS + 1, ENDS),
    ],
    ids=["not", "before", "at the start", "to the minute", "a second before the end", "at the end", "after it"],
)
def test_served_until_what_was_cancelled_under_way(cancelled_at: int | None, until: int) -> None:
    shift = with_activity(cancelled_at=cancelled_at)

    assert (shift.served_until, shift.broken_off) == (until, until < ENDS)


@pytest.mark.parametrize(
    ("state", "reason", "now", "expected"),
    [
        (ActivityState.PUBLISHED, None, STARTS - 1, None),
        (ActivityState.ON_HOLD, None, STARTS - 1, None),
        (ActivityState.PUBLISHED, None, STARTS, ActivityStarted(starts_at=STARTS)),
        (ActivityState.CANCELLED, "weather", STARTS - 1, ActivityCancelled(reason="weather")),
        (ActivityState.CANCELLED, None, STARTS, ActivityCancelled(reason="other")),
    ],
)
def test_something_can_change_until_the_start(
    state: ActivityState, reason: str | None, now: int, expected: Refusal | None
) -> None:
    try:
        check_coming(with_activity(state=state, cancel_reason=reason), now)
        refused = None
    except Refusal as refusal:
        refused = refusal
    assert refused == expected


@pytest.mark.parametrize("team_id", [3, None])
@pytest.mark.parametrize("team_name", ["First", None])
def test_filled_names_the_team_if_there_is_one(team_id: int | None, team_name: str | None) -> None:
    expected = "First" if team_id and team_name else ""

    assert with_activity(team_id=team_id, team_name=team_name).filled.team == expected


def test_free_is_what_nobody_holds() -> None:
    assert (SHIFT.free, replace(SHIFT, taken=8).free, replace(SHIFT, taken=9).free) == (6, 0, -1)


@pytest.mark.parametrize(
    "of",
    [
        Requirements(),
        Requirements(training="First aid"),
        Requirements(minimum_age=16),
        Requirements(language="Cantonese"),
        Requirements(strength="strong back"),
        Requirements("First aid", 16, "Cantonese", "strong back; own boots"),
    ],
)
def test_requirements_in_words_read_as_the_same(of: Requirements) -> None:
    assert read_requirements(required_words(of), {"first aid": "First aid"}) == of


@pytest.mark.parametrize("length", [200, 201])
def test_requirements_are_words_and_not_a_letter(length: int) -> None:
    refusal = TextTooLong(field="requires", length=201, limit=200)
    try:
        found: object = reading_fields.other_requirements("x" * length, FILLED, LEANING)["strength"]
    except TextTooLong as refused:
        found = refused
    assert found == ("x" * 200 if length == 200 else refusal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90, 180", ("90.000000", "180.000000")),
        ("-90 -180", ("-90.000000", "-180.000000")),
        ("90.1 0", None),
        ("-90.1 0", None),
        ("0 180.1", None),
        ("0 -180.1", None),
        ("1 2 3", None),
        ("1", None),
    ],
)
def test_point_is_on_the_map(text: str, expected: tuple[str, str] | None) -> None:
    try:
        found = reading_fields.point(text, FILLED, LEANING)
    except UnknownChoice:
        found = None
    assert found == (expected and {"latitude": expected[0], "longitude": expected[1]})


@pytest.mark.parametrize(
    ("meet_place", "expected"), [("Home", "Hall"), ("Gate", "Gate")], ids=["at the place", "elsewhere"]
)
def test_meeting_at_the_place_moves_with_it(meet_place: str, expected: str) -> None:
    found = reading_fields.another_place("Hall", replace(FILLED, meet_place=meet_place), LEANING)

    assert found == {"place": "Hall", "meet_place": expected, "latitude": None, "longitude": None}


@pytest.mark.parametrize(("team", "text"), [("First", "team"), ("", "station"), ("", "everyone")])
def test_audience_fits_the_team(team: str, text: str) -> None:
    assert reading_fields.another_audience(text, replace(FILLED, team=team), LEANING) == Audience(text)


def test_audience_of_a_team_without_one_is_refused() -> None:
    with pytest.raises(UnknownChoice):
        reading_fields.another_audience("team", replace(FILLED, team=""), LEANING)


@pytest.mark.parametrize(
    ("before", "ends_at", "expected"),
    [
        (FILLED, None, (ENDS + 60, STARTS - 840, None)),
        (FILLED, ENDS + 9, (ENDS + 9, STARTS - 840, None)),
        (replace(FILLED, deadline_at=STARTS - HOUR), None, (ENDS + 60, STARTS - 840, STARTS - HOUR + 60)),
        (Filled(), None, (None, None, None)),
        (Filled(ends_at=ENDS), None, (ENDS, None, None)),
    ],
    ids=["the end moves along", "an end is given", "the deadline too", "nothing was said", "no start before"],
)
def test_moving_the_start_moves_the_rest(
    before: Filled, ends_at: int | None, expected: tuple[int | None, int | None, int | None]
) -> None:
    found = reading_times.moved(before, STARTS + 60, ends_at)

    assert (found["ends_at"], found["meet_at"], found["deadline_at"]) == expected
    assert found["starts_at"] == STARTS + 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8:30, Exit B", (STARTS - 30 * MINUTE, "Exit B")),
        ("8:30", (STARTS - 30 * MINUTE, "Gate")),
        ("Exit B", (STARTS - 900, "Exit B")),
    ],
)
def test_what_is_not_said_of_the_meeting_stays(text: str, expected: tuple[int, str]) -> None:
    found = reading_times.meeting(text, FILLED, LEANING)

    assert (found["meet_at"], found["meet_place"]) == expected


@pytest.mark.parametrize("minimum", [7, 8, 9])
def test_minimum_is_at_most_the_capacity(minimum: int) -> None:
    refusal = MinimumAboveCapacity(minimum=minimum, capacity=8)
    try:
        found: object = reading_fields.minimum(str(minimum), replace(FILLED, capacity=8), LEANING)
    except MinimumAboveCapacity as refused:
        found = refused
    assert found == (minimum if minimum < 9 else refusal)
    assert reading_fields.minimum(str(minimum), FILLED, LEANING) == minimum
    assert reading_fields.capacity("1", FILLED, LEANING) == 1


@pytest.mark.parametrize("minutes", [0, 149, 150, 151])
def test_break_leaves_something(minutes: int) -> None:
    try:
        found: object = reading_fields.rest(str(minutes), FILLED, LEANING)
    except BreakTooLong as refused:
        found = refused
    assert found == (minutes if minutes < 150 else BreakTooLong(break_minutes=minutes, minutes=150))


@pytest.mark.parametrize("missing", ["starts_at", "ends_at"])
def test_break_without_a_span_is_any(missing: str) -> None:
    known: dict[str, Any] = {missing: None}

    assert reading_fields.rest("600", replace(FILLED, **known), LEANING) == 600
    assert reading_times.end("10:00", replace(FILLED, starts_at=None), LEANING) is None
