"""A draft that is ready and one that is not; a decision between now and the start; whom a text could mean."""

from datetime import date
from typing import Any

import pytest

from bot.activities.rules import Audience, weather_rule
from bot.ground.frozen import replace
from bot.ground.refusals import DeadlineAfterStart, EmptyText, Refusal, StartsInThePast, UnknownChoice
from bot.leading.postponing_rules import checked_decision, read_new_times
from bot.posting.rules import OF_SHIFT, Target, activity_facts, audience, find_target, typed_like, typed_on
from bot.reminders.lead_rules import TooFew
from bot.sign_ups.rules import Counts
from bot.stations.settings import StationSettings
from tests.leading.test_editing_rules import NOW, SHIFT, ZONE
from tests.samples.activities import DRAFT, TARGET

STARTS = SHIFT.starts_at
TEAMS = tuple(Target(2, "/1/2/", ZONE, f"Team {letter}", number) for number, letter in enumerate("ABCDEFGHIJ", 1))
TWICE = (Target(2, "/1/2/", ZONE, "Twins", 1), Target(3, "/1/3/", ZONE, "twins", 2), Target(3, "/1/3/", ZONE, "Twins+"))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (NOW, StartsInThePast(starts_at=NOW)),
        (NOW + 1, None),
        (STARTS - 1, None),
        (STARTS, DeadlineAfterStart(deadline_at=STARTS, starts_at=STARTS)),
    ],
)
def test_decision_is_after_now_and_before_the_start(at: int, expected: Refusal | None) -> None:
    try:
        found: object = checked_decision(at, SHIFT, NOW)
    except Refusal as refusal:
        found = refusal
    assert found == (expected or at)


@pytest.mark.parametrize(("text", "minutes"), [("2026-12-05 10:00-10:30", 30), ("2026-12-05 10:00-10:29", 29)])
def test_new_times_leave_something_beside_the_break(text: str, minutes: int) -> None:
    resting = replace(SHIFT, activity=replace(SHIFT.activity, break_minutes=29))
    try:
        starts_at, ends_at = read_new_times(text, resting, NOW)
    except Refusal:
        assert minutes == 29
    else:
        assert (ends_at - starts_at) // 60 == minutes == 30


@pytest.mark.parametrize(
    ("problems", "missing", "ready"),
    [({}, (), True), ({"end": EmptyText("end")}, (), False), ({}, ("title",), False)],
    ids=["all said", "a problem", "something missing"],
)
def test_draft_is_ready_with_all_said_and_nothing_wrong(
    problems: dict[str, Refusal], missing: tuple[str, ...], ready: bool
) -> None:
    assert replace(DRAFT, problems=problems, missing=missing).ready is ready


def test_draft_that_is_ready_becomes_an_activity() -> None:
    facts = activity_facts(DRAFT, 9)

    assert (facts.lead_id, facts.team_id, facts.title) == (9, TARGET.team_id, DRAFT.values.title)


@pytest.mark.parametrize("missing", ["target", "title", "kind", "place"])
def test_draft_that_is_not_ready_becomes_nothing(missing: str) -> None:
    changes: dict[str, Any] = {missing: ""}
    draft = (
        replace(DRAFT, target=None) if missing == "target" else replace(DRAFT, values=replace(DRAFT.values, **changes))
    )

    with pytest.raises(ValueError, match="not ready"):
        activity_facts(draft, 9)


def test_same_again_leaves_the_times_out_and_another_day_says_nothing_else() -> None:
    again, moved = typed_like(SHIFT), typed_on(SHIFT, date(2026, 12, 12))

    assert set(again).isdisjoint(OF_SHIFT)
    assert set(moved) <= set(OF_SHIFT)
    assert (again["place"], moved["start"]) == (SHIFT.activity.place, "2026-12-12 09:00")


@pytest.mark.parametrize("said", list(Audience))
@pytest.mark.parametrize("team_id", [None, 3])
def test_audience_of_a_team_without_one_is_the_stations(said: Audience, team_id: int | None) -> None:
    expected = Audience.STATION if said is Audience.TEAM and team_id is None else said

    assert audience(replace(DRAFT.values, audience=said), replace(TARGET, team_id=team_id)) == expected


@pytest.mark.parametrize(
    ("text", "targets", "choices"),
    [
        ("team", TEAMS, tuple(target.name for target in TEAMS[:8])),
        ("", TEAMS, tuple(target.name for target in TEAMS[:8])),
        ("twins", TWICE, ("Twins", "twins")),
        ("twin", TWICE, ("Twins", "twins", "Twins+")),
        ("other", TWICE, ("Twins", "twins", "Twins+")),
    ],
    ids=["parts of many", "nothing said", "two of one name", "parts", "none"],
)
def test_nearest_are_named_where_it_is_not_clear(
    text: str, targets: tuple[Target, ...], choices: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownChoice) as refused:
        find_target(text, targets)

    assert refused.value.choices == choices


def test_nothing_said_means_nobody_even_where_there_is_only_one() -> None:
    with pytest.raises(UnknownChoice):
        find_target("", TEAMS[:1])


@pytest.mark.parametrize(("minimum", "missing"), [(None, -21), (20, -1), (21, 0), (24, 3)])
def test_missing_are_those_up_to_the_minimum(minimum: int | None, missing: int) -> None:
    counts = Counts(confirmed=6, offered=1, waitlisted=3, silent=2, unnamed=15)

    assert TooFew(shift=replace(SHIFT, minimum=minimum), counts=counts, waiting=0, now=NOW).missing == missing


@pytest.mark.parametrize(
    ("outdoor", "rule", "expected"),
    [(True, "strict", "strict"), (True, "none", "all"), (False, "strict", "all"), (False, "none", "all")],
)
def test_outdoors_the_stricter_rule_holds_where_there_is_one(outdoor: bool, rule: str, expected: str) -> None:
    assert weather_rule(StationSettings(weather_outdoor=rule, weather_all="all"), outdoor) == expected
