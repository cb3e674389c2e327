from contextlib import suppress
from datetime import datetime
from typing import Any

import pytest

from bot.activities.rules import Activity, ActivityState, Audience, Shift
from bot.ground import refusals as why
from bot.ground.frozen import asdict, replace
from bot.ground.times import HOUR, zone_named
from bot.leading.editing_rules import FIELDS, edited

ZONE = "Asia/Shanghai"


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone_named(ZONE)).timestamp())


NOW = at("2026-11-22 10:00")
ACTIVITY = Activity(
    id=1, station_id=1, station_path="/1/", station_name="Futian", zone=ZONE, team_id=3, team_name="First", lead_id=5,
    lead_name="Chan", title="Visit", kind="elderly", place="Home", meet_place="Home", contact="", outdoor=False,
    risk="", audience=Audience.TEAM, state=ActivityState.PUBLISHED, cancel_reason=None, cancel_text=None,
    decide_at=None, revision=0, created_at=NOW, published_at=NOW, shifts=1,
)  # fmt: skip
SHIFT = Shift(
    id=7,
    starts_at=at("2026-12-05 09:00"),
    ends_at=at("2026-12-05 11:30"),
    meet_at=at("2026-12-05 08:45"),
    deadline_at=at("2026-12-03 18:00"),
    capacity=8,
    minimum=3,
    taken=2,
    revision=0,
    activity=ACTIVITY,
)


def changed(field: str, text: str, shift: Shift = SHIFT) -> dict[str, Any]:
    """What differs afterwards, and whether people are asked again."""
    change = edited(shift, field, text, now=NOW, trainings={"first aid": "First aid"})
    pairs = ((shift.activity, change.activity), (shift, change.shift))
    found = {
        name: value
        for before, after in pairs
        for name, value in asdict(after).items()
        if value != getattr(before, name)
    }
    return found | ({"moved": True} if change.moved else {})


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        pytest.param("title", " Tea  talk ", {"title": "Tea talk"}, id="title"),
        pytest.param("place", "Hall", {"place": "Hall", "meet_place": "Hall", "moved": True}, id="place and meeting"),
        pytest.param(
            "meet",
            "8:30, Exit B",
            {"meet_at": at("2026-12-05 08:30"), "meet_place": "Exit B", "moved": True},
            id="meeting",
        ),
        pytest.param(
            "start",
            "10:00",
            {
                "starts_at": at("2026-12-05 10:00"),
                "ends_at": at("2026-12-05 12:30"),
                "meet_at": at("2026-12-05 09:45"),
                "deadline_at": at("2026-12-03 19:00"),
                "moved": True,
            },
            id="time alone keeps the day, everything moves along",
        ),
        pytest.param(
            "start",
            "12月6日 14:00-16:00",
            {
                "starts_at": at("2026-12-06 14:00"),
                "ends_at": at("2026-12-06 16:00"),
                "meet_at": at("2026-12-06 13:45"),
                "deadline_at": at("2026-12-04 23:00"),
                "moved": True,
            },
            id="span",
        ),
        pytest.param(
            "start",
            "12月6日",
            {
                "starts_at": at("2026-12-06 09:00"),
                "ends_at": at("2026-12-06 11:30"),
                "meet_at": at("2026-12-06 08:45"),
                "deadline_at": at("2026-12-04 18:00"),
                "moved": True,
            },
            id="day alone keeps the time",
        ),
        pytest.param("end", "12:00", {"ends_at": at("2026-12-05 12:00"), "moved": True}, id="end"),
        pytest.param("capacity", "１２", {"capacity": 12}, id="capacity"),
        pytest.param("minimum", "-", {"minimum": None}, id="no minimum"),
        pytest.param("deadline", "无", {"deadline_at": None}, id="no deadline"),
        pytest.param("break", "15", {"break_minutes": 15}, id="break"),
        pytest.param(
            "requires",
            "First Aid; 16岁以上; 粤语; strong back",
            {"training": "First aid", "minimum_age": 16, "language": "粤语", "strength": "strong back"},
            id="requirements",
        ),
        pytest.param("outdoor", "户外", {"outdoor": True}, id="outdoors"),
        pytest.param("companions", "有", {"companions": True}, id="companions"),
        pytest.param("audience", "everyone", {"audience": Audience.EVERYONE}, id="audience"),
        pytest.param("map", "22.5431，114.0579", {"latitude": "22.543100", "longitude": "114.057900"}, id="map"),
        pytest.param("address", "yes", {"confirmed_only": True}, id="address"),
        pytest.param("title", "Visit", {}, id="nothing"),
    ],
)
def test_field_is_read_and_the_rest_kept(field: str, text: str, expected: dict[str, Any]) -> None:
    assert changed(field, text) == expected


@pytest.mark.parametrize(
    ("field", "text", "refusal"),
    [
        pytest.param("colour", "red", why.UnknownField(key="colour"), id="no such field"),
        pytest.param("title", "-" * 81, why.TextTooLong(field="title", length=81, limit=80), id="long"),
        pytest.param("title", "\u200b", why.EmptyText(field="title"), id="nothing seen"),
        pytest.param("start", "2020-01-01 9:00", why.StartsInThePast(starts_at=at("2020-01-01 09:00")), id="past"),
        pytest.param(
            "end",
            "8:00",
            why.EndsBeforeStart(starts_at=SHIFT.starts_at, ends_at=at("2026-12-05 08:00")),
            id="before the start",
        ),
        pytest.param("capacity", "2", why.MinimumAboveCapacity(minimum=3, capacity=2), id="under the minimum"),
        pytest.param("minimum", "9", why.MinimumAboveCapacity(minimum=9, capacity=8), id="over the capacity"),
        pytest.param("break", "150", why.BreakTooLong(break_minutes=150, minutes=150), id="only break"),
        pytest.param(
            "map",
            "nan nan",
            why.UnknownChoice(field="map", value="nan nan", choices=("22.5431, 114.0579",)),
            id="nowhere",
        ),
    ],
)
def test_field_that_cannot_be_is_refused(field: str, text: str, refusal: why.Refusal) -> None:
    with pytest.raises(type(refusal)) as refused:
        changed(field, text)

    assert refused.value == refusal


@pytest.mark.parametrize(
    ("field", "text", "minutes"),
    [("end", "9:30", 30), ("start", "10:00-10:20", 20)],
    ids=["end", "span"],
)
def test_break_stays_shorter_than_the_activity(field: str, text: str, minutes: int) -> None:
    resting = replace(SHIFT, activity=replace(ACTIVITY, break_minutes=30))

    with pytest.raises(why.BreakTooLong) as refused:
        changed(field, text, resting)

    assert refused.value == why.BreakTooLong(break_minutes=30, minutes=minutes)


def test_team_audience_needs_a_team() -> None:
    alone = replace(SHIFT, activity=replace(ACTIVITY, team_id=None, audience=Audience.STATION))

    with pytest.raises(why.UnknownChoice):
        changed("audience", "team", alone)


def test_running_shift_can_still_be_described() -> None:
    running = replace(SHIFT, starts_at=NOW - HOUR, ends_at=NOW + HOUR, meet_at=NOW - HOUR, deadline_at=None)

    assert changed("bring", "umbrella", running) == {"bring": "umbrella"}
    assert changed("end", "12:00", running) == {"ends_at": NOW + 2 * HOUR, "moved": True}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", ["\x00", "😀" * 4096, "9" * 100_000, "٣", "\ud800", ""], ids=range(6))
def test_nothing_typed_breaks_the_reader(field: str, text: str) -> None:
    """Fault 56."""
    with suppress(why.Refusal):
        changed(field, text)
