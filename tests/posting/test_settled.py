"""A form that waits says the same later as when it was typed: on Wed 2 Dec 2026 at noon."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.times import DAY, HOUR
from bot.posting.form_values import read_post, settled

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = int(datetime(2026, 12, 2, 12, tzinfo=SHANGHAI).timestamp())


def settle(**typed: str) -> dict[str, str]:
    return settled(typed, read_post(typed, now=NOW, zone=SHANGHAI), SHANGHAI)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            {"start": "后天9:00", "end": "11点半", "deadline": "明天"},
            {"start": "2026-12-04 09:00", "end": "2026-12-04 11:30", "deadline": "2026-12-03 23:59"},
            id="days",
        ),
        pytest.param(
            {"start": "Sat 9:00-11:30"},
            {"start": "2026-12-05 09:00", "end": "2026-12-05 11:30"},
            id="span: start and end",
        ),
        pytest.param(
            {"start": "周六9:00", "meet": "8点半 B 口", "place": "Home"},
            {"start": "2026-12-05 09:00", "meet": "08:30, B 口", "place": "Home"},
            id="meeting keeps to the start's day",
        ),
        pytest.param(
            {"kind": "老人", "capacity": "八人", "outdoor": "是", "break": "半小时", "audience": "所有人"},
            {"kind": "elderly", "capacity": "8", "outdoor": "yes", "break": "30", "audience": "everyone"},
            id="codes",
        ),
        pytest.param(
            {"start": "someday", "capacity": "many", "end": "11:30"},
            {"start": "someday", "capacity": "many", "end": "11:30"},
            id="what was not read stays as typed",
        ),
    ],
)
def test_settled_does_not_depend_on_the_day(typed: dict[str, str], expected: dict[str, str]) -> None:
    assert settle(**typed) == expected


TYPED = st.fixed_dictionaries(
    {
        "title": st.just("Visit"),
        "start": st.sampled_from(["明天 14:00", "Sat 9am", "12月5日22:00", "12-05 9:00-11:30"]),
    },
    optional={
        "end": st.sampled_from(["16:30", "四点半", "02:00", "23:00", "12-06 1:00"]),
        "place": st.sampled_from(["Home", "1430 Nathan Road"]),
        "meet": st.sampled_from(["8:30", "8:30 pm-dock", "Exit B", "下午1点半 B口", "13:00, 2/F"]),
        "deadline": st.sampled_from(["tomorrow", "周四 8:00", "never"]),
        "capacity": st.sampled_from(["8", "十", "0"]),
        "minimum": st.sampled_from(["3", "9"]),
        "break": st.sampled_from(["15", "半小时", "900"]),
        "outdoor": st.sampled_from(["yes", "否", "?"]),
        "audience": st.sampled_from(["team", "本站"]),
        "companions": st.sampled_from(["yes", "没有", "?"]),
        "team": st.just("One"),
        "kind": st.sampled_from(["visits", "探访", "x"]),
    },
)


@given(TYPED, st.integers(0, 18))
def test_settled_reads_the_same_later(typed: dict[str, str], hours: int) -> None:
    first = read_post(typed, now=NOW, zone=SHANGHAI)
    kept = settled(typed, first, SHANGHAI)
    again = read_post(kept, now=NOW + hours * HOUR, zone=SHANGHAI)
    assert again.values == first.values
    assert (set(again.problems), again.missing) == (set(first.problems), first.missing)
    assert settled(kept, again, SHANGHAI) == kept
    assert hours * HOUR < DAY
