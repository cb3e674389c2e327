"""The week and the month as they should read."""

from datetime import date

import pytest

from bot.ground.frozen import replace
from bot.reports.shown import MonthReport
from bot.speech.words import Words
from handlers.reports.digests import digest
from handlers.reports.month_reports import month_report
from tests.samples.summaries import DIGEST, SUMMARY, TEAM_WEEK, session

WEEK = replace(
    DIGEST,
    teams=(replace(TEAM_WEEK, name="福田一队"),),
    roll_calls=(replace(session(1), title="探访"),),
    short=(replace(session(3, 3), title="送餐"),),
)
MONTH = MonthReport(replace(SUMMARY, scope=replace(SUMMARY.scope, name="福田站")), "2026-11", date(2026, 12, 5), False)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "<b>福田一队</b> · last week, 23–29 Nov",
                "3 sessions, 18 volunteers, 21 attendances, 52 h 30 min",
                "<b>Waiting for you</b>",
                "· 5 Dec 探访: roll-call not done",
                "· 5 Dec 送餐: 3 more people needed",
            ],
        ),
        (
            "zh_Hans",
            [
                "<b>福田一队</b> · 上周 11/23–29",
                "3 场，义工 18 人，21 人次，52 小时 30 分",
                "<b>等你处理</b>",
                "· 12/5“探访”还没点名",
                "· 12/5“送餐”还差 3 人",
            ],
        ),
        (
            "zh_Hant",
            [
                "<b>福田一队</b> · 上星期 11月23日–29日",
                "3 場，義工 18 人，21 人次，52 小時 30 分",
                "<b>待你處理</b>",
                "· 12月5日「探访」未點名",
                "· 12月5日「送餐」尚欠 3 人",
            ],
        ),
    ],
)
def test_week_reads_like_a_note_to_the_captain(language: str, lines: list[str]) -> None:
    assert str(digest(Words(language, "Asia/Shanghai"), WEEK).text).splitlines() == lines


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "<b>福田站</b> · November (provisional, closes 5 Dec)"),
        ("zh_Hans", "<b>福田站</b> · 11月（初步数，12/5 关账）"),
        ("zh_Hant", "<b>福田站</b> · 11月（初步數字，12月5日結算）"),
    ],
)
def test_provisional_month_says_when_it_is_closed(language: str, head: str) -> None:
    assert str(month_report(Words(language, "Asia/Shanghai"), MONTH).text).splitlines()[0] == head
