"""A self-report in one line; today is Wednesday, 2 December 2026."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.reading.dates import Calendar
from bot.ground.refusals import BadDate, BadSpan, NoSuchHour, Refusal, TooLong
from bot.hours.log_line import LogLine, read_log

TODAY = date(2026, 12, 2)
HERE = Calendar(TODAY)
FRIDAY, YESTERDAY = date(2026, 11, 20), date(2026, 12, 1)
MORNING = ("09:00", "11:00")
AFTERNOON = ("14:00", "16:30")
SANG = "stood with all of them, and sang a lot of songs"
NIGHT_OR_AFTERNOON = (("02:00", "04:00"), ("14:00", "16:00"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-11-20 14:00-16:30 what I did", LogLine(FRIDAY, AFTERNOON, None, "what I did")),
        ("11-20 14:00 - 16:30", LogLine(FRIDAY, AFTERNOON, None, "")),
        ("20 Nov 2 pm to 4:30 pm read to 3 children", LogLine(FRIDAY, AFTERNOON, None, "read to 3 children")),
        ("昨天下午2点到4点半 探访敬老院", LogLine(YESTERDAY, AFTERNOON, None, "探访敬老院")),
        ("11月20日 下午兩點至四點半 探訪", LogLine(FRIDAY, AFTERNOON, None, "探訪")),
        ("yesterday 2h reading", LogLine(YESTERDAY, None, 120, "reading")),
        ("昨天 两个半小时 打扫", LogLine(YESTERDAY, None, 150, "打扫")),
        ("昨天14:00-16:30陪老人", LogLine(YESTERDAY, AFTERNOON, None, "陪老人")),
        ("昨天下午2点到4点半探访，陪老人 聊天", LogLine(YESTERDAY, AFTERNOON, None, "探访，陪老人 聊天")),
        ("昨天两个半小时，打扫", LogLine(YESTERDAY, None, 150, "打扫")),
        ("周五 9-11 扫地", LogLine(date(2026, 11, 27), ("09:00", "11:00"), None, "扫地")),
        ("昨晚7点到9点 巡逻", LogLine(YESTERDAY, ("19:00", "21:00"), None, "巡逻")),
        ("今早 9:00-11:00", LogLine(TODAY, ("09:00", "11:00"), None, "")),
        ("昨天 2点到4点 聊天", LogLine(YESTERDAY, None, None, "聊天", NIGHT_OR_AFTERNOON)),
        ("yesterday 2-4", LogLine(YESTERDAY, None, None, "", NIGHT_OR_AFTERNOON)),
        ("昨天22:00-02:00 巡逻", LogLine(YESTERDAY, ("22:00", "02:00"), None, "巡逻")),
        ("昨天9点到11点30个孩子", LogLine(YESTERDAY, MORNING, None, "30个孩子")),
        ("昨天九點到十一點三十個孩子", LogLine(YESTERDAY, MORNING, None, "三十個孩子")),
        ("昨天9点到11点３０个孩子", LogLine(YESTERDAY, MORNING, None, "３０个孩子")),
        ("昨天下午2点到4点1对1辅导", LogLine(YESTERDAY, ("14:00", "16:00"), None, "1对1辅导")),
        ("昨天9-11点2楼打扫", LogLine(YESTERDAY, MORNING, None, "2楼打扫")),
        ("昨天9-11十五位老人", LogLine(YESTERDAY, MORNING, None, "十五位老人")),
        ("昨天1小时5位老人", LogLine(YESTERDAY, None, 60, "5位老人")),
        ("昨天两小时三十位老人", LogLine(YESTERDAY, None, 120, "三十位老人")),
        ("yesterday 2h 30 kids", LogLine(YESTERDAY, None, 120, "30 kids")),
        ("yesterday 2h and 5 kids", LogLine(YESTERDAY, None, 120, "and 5 kids")),
        ("昨天 9点到11点 30个孩子", LogLine(YESTERDAY, MORNING, None, "30个孩子")),
        ("昨天9点到11点30分 打扫", LogLine(YESTERDAY, ("09:00", "11:30"), None, "打扫")),
        ("昨天9点到11点30 打扫", LogLine(YESTERDAY, ("09:00", "11:30"), None, "打扫")),
        ("昨天9点到11点30，打扫", LogLine(YESTERDAY, ("09:00", "11:30"), None, "打扫")),
        ("yesterday 2h30 reading", LogLine(YESTERDAY, None, 150, "reading")),
        ("yesterday 2h 30, reading", LogLine(YESTERDAY, None, 150, "reading")),
        ("yesterday 2h 30", LogLine(YESTERDAY, None, 150, "")),
        ("昨天14:00-16:30 - 3 children", LogLine(YESTERDAY, AFTERNOON, None, "- 3 children")),
        ("昨天下午", LogLine(YESTERDAY, None, None, "")),
        ("昨天下午打扫", LogLine(YESTERDAY, None, None, "打扫")),
        ("yesterday afternoon gardening", LogLine(YESTERDAY, None, None, "gardening")),
        ("昨天", LogLine(YESTERDAY, None, None, "")),
        ("昨天九点到十一点二十五个孩子", LogLine(YESTERDAY, MORNING, None, "二十五个孩子")),
        ("昨天1小时30", LogLine(YESTERDAY, None, 90, "")),
        ("昨天9点到11点5 个孩子", LogLine(YESTERDAY, MORNING, None, "5 个孩子")),
        ("昨天9点到11点05 打扫", LogLine(YESTERDAY, ("09:00", "11:05"), None, "打扫")),
        ("昨天2小时:3个孩子", LogLine(YESTERDAY, None, 120, "3个孩子")),
        ("昨天9点到11点1５个孩子", LogLine(YESTERDAY, MORNING, None, "1５个孩子")),
    ],
)
def test_read_log(typed: str, expected: LogLine) -> None:
    assert read_log(typed, HERE) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", BadDate(text="")),
        ("helped all day", BadDate(text="helped all day")),
        ("2026-11-20 helped", BadSpan(text="helped")),
        ("昨天九点到二十五点打扫", NoSuchHour(text="9点到25点", hour=25)),
        ("昨天9:00-25:00打扫", NoSuchHour(text="9:00-25:00", hour=25)),
        ("昨天下午3点打扫", BadSpan(text="下午3点打扫")),
        ("yesterday 9 11 kids", BadSpan(text="9 11 kids")),
        ("2026-11-20 9:00-9:00", BadSpan(text="9:00-9:00")),
        ("2026-11-20 14:00-14:00 nothing", BadSpan(text="14:00-14:00 nothing")),
        ("2026-11-20 14:00 – 14:00", BadSpan(text="14:00 – 14:00")),
        ("2026-11-20 14:00-16:75", BadSpan(text="14:00-16:75")),
        ("yesterday 2hreading", BadSpan(text="2hreading")),
        ("昨天2h１５人", BadSpan(text="2h15人")),
        ("stood with all of them, and sang a lot of songs together", BadDate(text=SANG)),
        ("yesterday 25h", TooLong(minutes=1500, highest=1440)),
    ],
)
def test_read_log_refuses(typed: str, expected: Refusal) -> None:
    with pytest.raises(Refusal) as caught:
        read_log(typed, HERE)
    assert caught.value == expected


@given(st.text(max_size=100) | st.text("昨天 1234:-点到h半", max_size=30))
def test_read_log_of_anything_is_read_or_refused(typed: str) -> None:
    with suppress(Refusal):
        assert read_log(typed, HERE).day.year >= 2000


@given(
    said=st.sampled_from(
        [
            ("9点到11点", MORNING, None),
            ("上午九點至十一點", MORNING, None),
            ("9-11点", MORNING, None),
            ("9:00-11:00 ", MORNING, None),
            ("9 to 11 ", MORNING, None),
            ("两个小时", None, 120),
            ("1.5小時", None, 90),
            ("2 hours ", None, 120),
            ("45分钟", None, 45),
        ]
    ),
    blank=st.sampled_from(["", " "]),
    count=st.integers(1, 9999).map(str) | st.sampled_from(["三", "十五", "三十", "两", "两百", "１２", "３０"]),
    counted=st.sampled_from(["个孩子", "位老人", "楼打扫", "对1辅导", " kids", " people", "号楼", "人參加", "次探访"]),
)
def test_read_log_never_takes_time_from_the_note(
    said: tuple[str, tuple[str, str] | None, int | None], blank: str, count: str, counted: str
) -> None:
    """Fault 37: a note may begin with a number."""
    time, span, minutes = said
    note = count + counted
    blank = " " if counted.startswith(" ") else blank  # 11点30 kids has its blank after the number
    assert read_log(f"昨天{time}{blank}{note}", HERE) == LogLine(YESTERDAY, span, minutes, note)
