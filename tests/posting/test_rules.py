from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.activities.fields import Filled
from bot.activities.requirements import Requirements, read_requirements
from bot.activities.rules import Audience
from bot.ground.frozen import replace
from bot.ground.refusals import UnknownChoice
from bot.posting.form_values import read_post
from bot.posting.rules import (
    Target,
    audience,
    find_target,
    typed_like,
    typed_on,
    weeks_ahead,
)
from tests.leading.test_editing_rules import ACTIVITY, NOW, SHIFT, ZONE

FIRST = Target(2, "/1/2/", ZONE, "Futian First Team", 3)
SECOND = Target(2, "/1/2/", ZONE, "Futian Second Team", 4)
STATION = Target(2, "/1/2/", ZONE, "Futian")
ALL = (FIRST, SECOND, STATION)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Futian First Team", FIRST, id="whole name"),
        pytest.param("ｆｕｔｉａｎ  second team", SECOND, id="as people type"),
        pytest.param("first", FIRST, id="a part that only one has"),
        pytest.param("futian", STATION, id="a whole name goes before parts of others"),
        pytest.param("t4", SECOND, id="code of a button"),
        pytest.param("s2", STATION, id="code of a station"),
    ],
)
def test_target_is_found_by_what_people_call_it(text: str, found: Target) -> None:
    assert find_target(text, ALL) == found


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        pytest.param("team", ("Futian First Team", "Futian Second Team"), id="two could be meant"),
        pytest.param("Nanshan", ("Futian First Team", "Futian Second Team", "Futian"), id="none is"),
    ],
)
def test_target_that_is_not_clear_is_asked_back(text: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(UnknownChoice) as refused:
        find_target(text, ALL)

    assert refused.value.choices == choices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(None, Requirements(), id="nothing"),
        pytest.param("16+", Requirements(minimum_age=16), id="age"),
        pytest.param("年满16岁; 普通话", Requirements(language="普通话", strength="年满16岁"), id="words are kept"),
        pytest.param("18岁以上、急救", Requirements(minimum_age=18, training="急救"), id="known training"),
        pytest.param("培训：登高", Requirements(training="登高"), id="named as a training"),
        pytest.param("can lift 10 kg", Requirements(strength="can lift 10 kg"), id="strength"),
    ],
)
def test_requirements_are_told_apart(text: str | None, expected: Requirements) -> None:
    assert read_requirements(text, {"急救": "急救"}) == expected


def test_same_as_last_time_reads_as_it_was() -> None:
    full = replace(
        ACTIVITY, risk="stairs", bring="water", minimum_age=16, break_minutes=15, outdoor=True, companions=True
    )
    shift = replace(SHIFT, activity=full)
    typed = {**typed_like(shift), **typed_on(shift, date(2026, 12, 12))}

    reading = read_post(typed, now=NOW, zone=ZoneInfo(ZONE))

    assert (reading.problems, reading.missing) == ({}, ())
    values = reading.values
    assert (values.title, values.kind, values.risk, values.bring, values.requires, values.outdoor) == (
        "Visit",
        "elderly",
        "stairs",
        "water",
        "16+",
        True,
    )
    week = 7 * 86_400
    assert (values.starts_at, values.ends_at, values.meet_at, values.deadline_at) == (
        SHIFT.starts_at + week,
        SHIFT.ends_at + week,
        SHIFT.meet_at + week,
        (SHIFT.deadline_at or 0) + week,
    )
    assert (values.capacity, values.minimum, values.break_minutes, values.companions) == (8, 3, 15, True)


@pytest.mark.parametrize(
    ("said", "target", "expected"),
    [
        (Audience.TEAM, FIRST, Audience.TEAM),
        (Audience.TEAM, STATION, Audience.STATION),
        (Audience.EVERYONE, FIRST, Audience.EVERYONE),
    ],
    ids=["team", "a station has no team", "everyone"],
)
def test_audience_fits_its_target(said: Audience, target: Target, expected: Audience) -> None:
    assert audience(Filled(audience=said), target) == expected


def test_calendar_goes_on_where_the_page_before_ended() -> None:
    today = datetime.fromisoformat("2026-11-22").date()
    first, second = weeks_ahead(today, 0), weeks_ahead(today, 1)

    assert (first[0], first[-1], second[0]) == (date(2026, 11, 16), date(2026, 12, 20), date(2026, 12, 21))
