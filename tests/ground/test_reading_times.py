"""Times of day and spans as people type them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.reading.times import read_span, read_time
from bot.ground.refusals import AmbiguousTime, BadSpan, BadTime, NoSuchHour


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9:00", "09:00"),
        ("09：00", "09:00"),
        ("０９：３０", "09:30"),
        ("9am", "09:00"),
        ("9 AM", "09:00"),
        ("9 a.m.", "09:00"),
        ("9:30 pm", "21:30"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("12:15 am", "00:15"),
        ("9.30", "09:30"),
        ("0900", "09:00"),
        ("1430", "14:30"),
        ("2:30", "02:30"),
        ("00:00", "00:00"),
        ("23:59", "23:59"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("中午", "12:00"),
        ("下午2点半", "14:30"),
        ("下午兩點半", "14:30"),
        ("晚上7點", "19:00"),
        ("上午九点", "09:00"),
        ("14点30", "14:30"),
        ("14点30分", "14:30"),
        ("十四点半", "14:30"),
        ("9点", "09:00"),
        ("九点钟", "09:00"),
        ("十點", "10:00"),
        ("9点一刻", "09:15"),
        ("下午三点三刻", "15:45"),
        ("中午12点", "12:00"),
        ("中午1点", "13:00"),
        ("中午11点半", "11:30"),
        ("凌晨2点", "02:00"),
        ("晚上12点", "00:00"),
        ("上午12点", "12:00"),
        ("下午2:30", "14:30"),
        ("下午 14:30", "14:30"),
        ("8点整", "08:00"),
        ("9時30分", "09:30"),
        ("朝早9點", "09:00"),
        ("上晝十點", "10:00"),
        ("下晝三點半", "15:30"),
        ("傍晚6点", "18:00"),
        ("晚8点", "20:00"),
        ("晚上19:30", "19:30"),
        ("tonight at 7:30", "19:30"),
        ("evening 7:30 pm", "19:30"),
        ("上午9am", "09:00"),
    ],
)
def test_read_time(typed: str, expected: str) -> None:
    assert read_time(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "9",
        "24:00",
        "9:60",
        "13pm",
        "0am",
        "9:3",
        "-9:00",
        "上午9pm",
        "99999",
        "两点半吗",
        "上午13点",
        "晚上2点",
        "晚上0点",
        "NaN",
    ],
)
def test_read_time_refuses_and_keeps_the_text(typed: str) -> None:
    with pytest.raises(BadTime) as caught:
        read_time(typed)
    assert caught.value == BadTime(text=typed)


@pytest.mark.parametrize("typed", ["两点半", "2点半", "兩點半"])
def test_read_time_asks_back_where_spoken_hours_say_too_little(typed: str) -> None:
    with pytest.raises(AmbiguousTime) as caught:
        read_time(typed)
    assert caught.value == AmbiguousTime(text=typed, morning="02:30", afternoon="14:30")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("14:00-16:30", ("14:00", "16:30")),
        ("14:00 – 16:30", ("14:00", "16:30")),
        ("9–11:30", ("09:00", "11:30")),
        ("１４：００－１６：３０", ("14:00", "16:30")),
        ("9-11", ("09:00", "11:00")),
        ("9-12", ("09:00", "12:00")),
        ("9:00~11:30", ("09:00", "11:30")),
        ("9:00 to 11:30", ("09:00", "11:30")),
        ("0900-1130", ("09:00", "11:30")),
        ("下午2点到4点半", ("14:00", "16:30")),
        ("下午兩點至四點半", ("14:00", "16:30")),
        ("2-4pm", ("14:00", "16:00")),
        ("2pm-4pm", ("14:00", "16:00")),
        ("2pm-4", ("14:00", "16:00")),
        ("10-1pm", ("10:00", "13:00")),
        ("9am-1pm", ("09:00", "13:00")),
        ("上午9点到12点", ("09:00", "12:00")),
        ("上午9点到下午1点", ("09:00", "13:00")),
        ("上午9点到2点", ("09:00", "14:00")),
        ("9点到11点半", ("09:00", "11:30")),
        ("10点到2点", ("10:00", "14:00")),
        ("22:00-02:00", ("22:00", "02:00")),
        ("20:00-24:00", ("20:00", "00:00")),
        ("晚上8点到12点", ("20:00", "00:00")),
        ("晚上10点到凌晨2点", ("22:00", "02:00")),
        ("下午2:00-4:30", ("14:00", "16:30")),
        ("2:00-4:00 pm", ("14:00", "16:00")),
        ("9:00-1:00 pm", ("09:00", "13:00")),
        ("11:00am-1:00", ("11:00", "13:00")),
        ("10pm-2:00", ("22:00", "02:00")),
        ("从9点到11点", ("09:00", "11:00")),
        ("14:00 16:30", ("14:00", "16:30")),
        ("11-12pm", ("11:00", "12:00")),
        ("12-2pm", ("12:00", "14:00")),
        ("晚上7点半到9点", ("19:30", "21:00")),
        ("晚上11点到1点", ("23:00", "01:00")),
        ("22:00-次日2:00", ("22:00", "02:00")),
        ("晚上10点至翌日两点", ("22:00", "02:00")),
        ("5-17", ("05:00", "17:00")),
        ("morning 9-11", ("09:00", "11:00")),
    ],
)
def test_read_span(typed: str, expected: tuple[str, str]) -> None:
    assert read_span(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "14:00",
        "14:00-",
        "-16:00",
        "14:00-14:00",
        "9:00-10:00-11:00",
        "a-b",
        "-3",
        "1-2-3",
        "9:00-次日10:00",
    ],
)
def test_read_span_refuses_and_keeps_the_text(typed: str) -> None:
    with pytest.raises(BadSpan) as caught:
        read_span(typed)
    assert caught.value == BadSpan(text=typed)


@pytest.mark.parametrize(
    ("typed", "night", "afternoon"),
    [
        ("2点到4点", "02:00-04:00", "14:00-16:00"),
        ("2-4", "02:00-04:00", "14:00-16:00"),
        ("两点半至四点半", "02:30-04:30", "14:30-16:30"),
        ("6点到9点", "06:00-09:00", "18:00-21:00"),
        ("5点到12点", "05:00-12:00", "17:00-00:00"),
        ("2点到4:30", "02:00-04:30", "14:00-16:30"),
    ],
)
def test_read_span_asks_back_where_it_could_be_night_or_afternoon(typed: str, night: str, afternoon: str) -> None:
    """Fault 37."""
    with pytest.raises(AmbiguousTime) as caught:
        read_span(typed)
    assert caught.value == AmbiguousTime(text=typed, morning=night, afternoon=afternoon)


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.integers(0, 59))
def test_times_on_a_24_hour_clock_are_read_as_they_stand(hour: int, minute: int, hour2: int, minute2: int) -> None:
    one, other = f"{hour:02}:{minute:02}", f"{hour2:02}:{minute2:02}"
    assert read_time(one) == one
    if one != other:
        assert read_span(f"{one}-{other}") == (one, other)


@given(st.text(max_size=80))
def test_times_of_anything_are_read_or_refused(typed: str) -> None:
    for read, refusals in ((read_time, (BadTime, AmbiguousTime)), (read_span, (BadSpan, AmbiguousTime))):
        with contextlib.suppress(*refusals):
            assert read(typed)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("25:00", 25), ("二十五点", 25), ("30點", 30), ("25:00 pm", 25)],
)
def test_hour_that_no_day_has_is_said_to_be_none(typed: str, hour: int) -> None:
    with pytest.raises(NoSuchHour) as caught:
        read_time(typed)
    assert caught.value == NoSuchHour(text=typed, hour=hour)


@pytest.mark.parametrize("typed", ["9-25", "9:00-25:00", "九点到二十五点", "9 to 25", "25:00-26:00"])
def test_span_to_such_an_hour_is_refused_for_it(typed: str) -> None:
    with pytest.raises(NoSuchHour) as caught:
        read_span(typed)
    assert caught.value == NoSuchHour(text=typed, hour=25)


@pytest.mark.parametrize("typed", ["7pm–9", "7pm till 9", "from 7pm til 9", "晚上7点 – 9点", "7–9pm"])
def test_evenings_as_people_write_them(typed: str) -> None:
    assert read_span(typed) == ("19:00", "21:00")
