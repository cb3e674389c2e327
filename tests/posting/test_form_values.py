"""Values of the form, typed: what can be read is, what cannot is refused by field; now is Wed 2 Dec 2026, 12:00."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.audiences import Audience
from bot.activities.fields import Filled
from bot.ground.frozen import replace
from bot.ground.refusals import (
    AmbiguousTime,
    BadDate,
    BadHours,
    BadNumber,
    BadTime,
    BreakTooLong,
    CapacityOutOfRange,
    DeadlineAfterStart,
    DeadlineInThePast,
    EndsBeforeStart,
    LongerThanADay,
    MeetingAfterStart,
    MinimumAboveCapacity,
    NoSuchHour,
    OutOfRange,
    Refusal,
    StartsInThePast,
    TextTooLong,
    UnknownChoice,
)
from bot.posting.form import FIELDS, parse_form
from bot.posting.form_values import PostReading, read_post

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).timestamp())


NOW = at("2026-12-02T12:00")
NINE = at("2026-12-05T09:00")
BASE = {
    "title": "Visit",
    "kind": "elderly",
    "place": "Home",
    "start": "2026-12-05 09:00",
    "end": "11:30",
    "capacity": "8",
}
READ = Filled(
    title="Visit",
    kind="elderly",
    place="Home",
    starts_at=NINE,
    ends_at=at("2026-12-05T11:30"),
    capacity=8,
    meet_at=at("2026-12-05T08:45"),
    meet_place="Home",
    audience=Audience.STATION,
)


def read(**typed: str) -> PostReading:
    return read_post(BASE | typed, now=NOW, zone=SHANGHAI)


def test_read_post_fills_in_defaults() -> None:
    assert read() == PostReading(READ, {}, ())


def test_read_post_of_the_form_in_the_guide() -> None:
    form = parse_form(
        "/post\n标题：探访\n类别：老人\n队伍：一队\n地点：二楼\n开始：12月5日 9:00\n结束：11点半\n人数：八人\n风险：滑"
    )
    reading = read_post(form.values, now=NOW, zone=SHANGHAI)
    expected = replace(READ, title="探访", team="一队", place="二楼", meet_place="二楼", risk="滑", audience="team")
    assert (form.problems, reading) == ((), PostReading(expected, {}, ()))


@pytest.mark.parametrize(
    ("typed", "changes"),
    [
        pytest.param({"start": "周六9:00"}, {}, id="weekday without a blank"),
        pytest.param({"start": "12月5日上午9点"}, {}, id="Chinese without a blank"),
        pytest.param({"start": "5 Dec 9am"}, {}, id="English"),
        pytest.param({"end": "2026-12-05 11:30"}, {}, id="end with a day"),
        pytest.param({"start": "12-05 14:00", "end": "四点半"}, {
            "starts_at": at("2026-12-05T14:00"), "ends_at": at("2026-12-05T16:30"), "meet_at": at("2026-12-05T13:45"),
        }, id="spoken end is after the start"),
        pytest.param({"start": "12-05 22:00", "end": "02:00"}, {
            "starts_at": at("2026-12-05T22:00"), "ends_at": at("2026-12-06T02:00"), "meet_at": at("2026-12-05T21:45"),
        }, id="over midnight"),
        pytest.param({"start": "周二 20:00", "end": "周三 1:00"}, {
            "starts_at": at("2026-12-08T20:00"), "ends_at": at("2026-12-09T01:00"), "meet_at": at("2026-12-08T19:45"),
        }, id="the end's weekday is counted from the start"),
        pytest.param({"start": "明天 9:00", "end": "明天 11:30"}, {
            "starts_at": at("2026-12-03T09:00"), "ends_at": at("2026-12-03T11:30"), "meet_at": at("2026-12-03T08:45"),
        }, id="tomorrow is the same day in both"),
        pytest.param({"end": "九点到十一点半"}, {}, id="both, though only the end was asked"),
        pytest.param({"end": "2小时半"}, {}, id="how long, spoken"),
        pytest.param({"end": "两个半小時"}, {}, id="how long, in Hong Kong"),
        pytest.param({"end": "150 min"}, {}, id="how long, in minutes"),
        pytest.param({"start": "明晚7点", "end": "2小时"}, {
            "starts_at": at("2026-12-03T19:00"), "ends_at": at("2026-12-03T21:00"), "meet_at": at("2026-12-03T18:45"),
        }, id="in the evening"),
        pytest.param({"start": "明晚 7:30", "end": "明晚九点"}, {
            "starts_at": at("2026-12-03T19:30"), "ends_at": at("2026-12-03T21:00"), "meet_at": at("2026-12-03T19:15"),
        }, id="both ends in the evening"),
        pytest.param({"start": "今晚10点", "end": "次日 2:00"}, {
            "starts_at": at("2026-12-02T22:00"), "ends_at": at("2026-12-03T02:00"), "meet_at": at("2026-12-02T21:45"),
        }, id="the next day"),
        pytest.param({"meet": "8:30, Exit B"}, {"meet_at": at("2026-12-05T08:30"), "meet_place": "Exit B"}, id="meet"),
        pytest.param({"meet": "8：30福田站"}, {"meet_at": at("2026-12-05T08:30"), "meet_place": "福田站"}, id="zh"),
        pytest.param({"meet": "上午8点半"}, {"meet_at": at("2026-12-05T08:30")}, id="meeting time only"),
        pytest.param({"meet": "1430 Nathan Road"}, {"meet_place": "1430 Nathan Road"}, id="place only"),
        pytest.param({"meet": "9楼会议室"}, {"meet_place": "9楼会议室"}, id="a floor is no time"),
        pytest.param({"outdoor": "是"}, {"outdoor": True}, id="outdoor"),
        pytest.param({"outdoor": "室内"}, {}, id="indoor"),
        pytest.param({"companions": "yes"}, {"companions": True}, id="companions"),
        pytest.param({"minimum": "五"}, {"minimum": 5}, id="minimum"),
        pytest.param({"break": "15"}, {"break_minutes": 15}, id="break in minutes"),
        pytest.param({"break": "半小时"}, {"break_minutes": 30}, id="break in words"),
        pytest.param({"deadline": "12-04 18:00"}, {"deadline_at": at("2026-12-04T18:00")}, id="deadline"),
        pytest.param({"deadline": "今晚8點"}, {"deadline_at": at("2026-12-02T20:00")}, id="deadline in the evening"),
        pytest.param({"deadline": "周五"}, {"deadline_at": at("2026-12-04T23:59")}, id="deadline: end of the day"),
        pytest.param({"deadline": "12月5日"}, {"deadline_at": NINE}, id="deadline: day of the start"),
        pytest.param({"audience": "所有人"}, {"audience": "everyone"}, id="audience"),
        pytest.param({"team": "First"}, {"team": "First", "audience": "team"}, id="a team is the audience"),
        pytest.param({"description": "one\ntwo"}, {"description": "one\ntwo"}, id="description"),
        pytest.param({"bring": "water", "requires": "first aid", "contact": "Ms Chan"},
                     {"bring": "water", "requires": "first aid", "contact": "Ms Chan"}, id="texts"),
    ],
)  # fmt: skip
def test_read_post_reads_fields(typed: dict[str, str], changes: dict[str, object]) -> None:
    assert read(**typed) == PostReading(replace(READ, **changes), {}, ())


def test_read_post_takes_the_end_from_a_span() -> None:
    typed = {key: value for key, value in BASE.items() if key != "end"} | {"start": "Sat 9:00-11:30"}
    assert read_post(typed, now=NOW, zone=SHANGHAI) == PostReading(READ, {}, ())


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("title", "x" * 81, TextTooLong(field="title", length=81, limit=80)),
        ("kind", "party", None),
        ("start", "soon", BadDate(text="soon")),
        ("start", "12-05", BadTime(text="12-05")),
        ("start", "12-05 25:00", NoSuchHour(text="25:00", hour=25)),
        ("start", "周六两点半", AmbiguousTime(text="2点半", morning="02:30", afternoon="14:30")),
        ("start", "2026-12-02 12:00", StartsInThePast(starts_at=NOW)),
        ("end", "08:00", EndsBeforeStart(starts_at=NINE, ends_at=at("2026-12-05T08:00"))),
        ("end", "10:00-11:30", BadDate(text="10:00-11:30")),
        ("end", "2026-12-06 09:01", LongerThanADay(minutes=1441, limit=1440)),
        ("end", "周一 9:30", LongerThanADay(minutes=2910, limit=1440)),
        ("end", "12月4日 9:30", EndsBeforeStart(starts_at=NINE, ends_at=at("2026-12-04T09:30"))),
        ("start", "12月5日 2点到4点", AmbiguousTime(text="2点到4点", morning="02:00-04:00", afternoon="14:00-16:00")),
        ("end", "25小时", LongerThanADay(minutes=1500, limit=1440)),
        ("end", "0 min", EndsBeforeStart(starts_at=NINE, ends_at=NINE)),
        ("end", "次日 10:00", LongerThanADay(minutes=1500, limit=1440)),
        ("deadline", "今天 12:00", DeadlineInThePast(deadline_at=NOW)),
        ("deadline", "2026-12-01", DeadlineInThePast(deadline_at=at("2026-12-01T23:59"))),
        ("end", "late", BadDate(text="late")),
        ("capacity", "0", CapacityOutOfRange(value=0, lowest=1, highest=9999)),
        ("capacity", "many", BadNumber(field="capacity", text="many")),
        ("minimum", "9", MinimumAboveCapacity(minimum=9, capacity=8)),
        ("break", "150", BreakTooLong(break_minutes=150, minutes=150)),
        ("break", "601", OutOfRange(field="break", value=601, lowest=0, highest=600)),
        ("break", "soon", BadHours(text="soon")),
        ("meet", "9:01", MeetingAfterStart(meets_at=NINE + 60, starts_at=NINE)),
        ("deadline", "12-05 10:00", DeadlineAfterStart(deadline_at=at("2026-12-05T10:00"), starts_at=NINE)),
        ("outdoor", "maybe", UnknownChoice(field="outdoor", value="maybe", choices=("yes", "no"))),
        ("audience", "cats", UnknownChoice(field="audience", value="cats", choices=("team", "station", "everyone"))),
    ],
)
def test_read_post_refuses_by_field_and_keeps_the_rest(field: str, value: str, problem: Refusal | None) -> None:
    reading = read(**{field: value})
    assert list(reading.problems) == [field]
    assert problem is None or reading.problems[field] == problem
    assert field in reading.missing or reading.values.place == "Home"


@pytest.mark.parametrize(
    ("typed", "audience"),
    [
        ({"audience": "cats"}, Audience.STATION),
        ({"audience": "cats", "team": "First"}, Audience.TEAM),
        ({"audience": "all", "team": "First"}, Audience.EVERYONE),
    ],
)
def test_audience_that_cannot_be_read_is_as_if_nobody_had_said_it(typed: dict[str, str], audience: Audience) -> None:
    assert read(**typed).values.audience == audience


@pytest.mark.parametrize(("field", "ends_at"), [("end", None), ("capacity", READ.ends_at)])
def test_end_that_cannot_be_read_is_not_that_of_the_span_either(field: str, ends_at: int | None) -> None:
    typed = {code: text for code, text in BASE.items() if code != "end"}
    reading = read_post(typed | {"start": "2026-12-05 9:00-11:30", field: "soon"}, now=NOW, zone=SHANGHAI)

    assert (list(reading.problems), reading.values.ends_at) == ([field], ends_at)


def test_read_post_names_what_is_missing() -> None:
    assert read_post({}, now=NOW, zone=SHANGHAI) == PostReading(
        Filled(), {}, ("title", "kind", "place", "start", "end", "capacity")
    )


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=40)))
def test_read_post_never_fails(typed: dict[str, str]) -> None:
    reading = read_post(typed, now=NOW, zone=SHANGHAI)
    assert set(reading.problems) <= set(typed)
    assert not set(reading.problems) & set(reading.missing)
