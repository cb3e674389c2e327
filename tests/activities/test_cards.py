"""The card as it should read, word for word, in each language."""

import pytest

from bot.activities.rules import Shift
from bot.ground.frozen import replace
from bot.sign_ups.shown import ShiftCard
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.activities.cards import activity_card
from handlers.activities.lines import meeting_clock
from tests.helpers.offers import START
from tests.samples.activities import ACTIVITY, CARD, SHIFT

CHAN = {"en": "Ms Chan", "zh_Hans": "陈社工", "zh_Hant": "陳姑娘"}
TITLES = {
    "en": "Visit a care home and chat with residents",
    "zh_Hans": "探访敬老院，陪老人聊天",
    "zh_Hant": "長者院舍探訪",
}
PLACES = {"en": "Futian Station Exit B", "zh_Hans": "福田站 B 口", "zh_Hant": "上水站 A 出口"}
CARDS = {
    "en": "🌱 <b>Visit a care home and chat with residents</b>\n"
    "Sat 5 Dec, 9:00–11:30 am\n"
    "Meet 8:45, Futian Station Exit B\n"
    "Places: 8, 8 left\n"
    "Note: wet floors; ask staff before helping anyone up\n"
    "Lead: Ms Chan",
    "zh_Hans": "🌱 <b>探访敬老院，陪老人聊天</b>\n"
    "12月5日（周六）9:00–11:30\n"
    "8:45 集合：福田站 B 口\n"
    "要 8 人，还剩 8 个名额\n"
    "注意：地面湿滑，搀扶前先问护工\n"
    "负责：陈社工",
    "zh_Hant": "🌱 <b>長者院舍探訪</b>\n"
    "12月5日（星期六）上午9:00–11:30\n"
    "8:45 集合：上水站 A 出口\n"
    "名額 8 個，尚餘 8 個\n"
    "留意：地面濕滑，攙扶前請先問職員\n"
    "負責：陳姑娘",
}
KEYS = {
    "en": ["Sign me up", "Sign up someone else", "Details"],
    "zh_Hans": ["我要报名", "帮人报名", "详情"],
    "zh_Hant": ["我要報名", "代人報名", "詳情"],
}


def visit(language: str) -> ShiftCard:
    activity = replace(
        ACTIVITY,
        title=TITLES[language],
        meet_place=PLACES[language],
        lead_name=CHAN[language],
        risk="",
        outdoor=False,
    )
    return replace(CARD, shift=replace(SHIFT, taken=0, activity=activity))


def labels(screen: Screen) -> list[str]:
    return [key.label for row in screen.keys for key in row]


@pytest.mark.parametrize("language", CARDS)
def test_card_reads_as_it_should(language: str) -> None:
    screen = activity_card(Words(language, "UTC"), visit(language))

    assert (str(screen.text), labels(screen)) == (CARDS[language], KEYS[language])


@pytest.mark.parametrize("language", CARDS)
def test_outdoors_the_weather_stands_on_the_card(language: str) -> None:
    inside = visit(language)
    outside = replace(inside, shift=replace(inside.shift, activity=replace(inside.shift.activity, outdoor=True)))

    last = str(activity_card(Words(language, "UTC"), outside).text).splitlines()[-1]

    assert (
        last
        == {
            "en": "Cancelled if a blue typhoon or orange rainstorm warning is in force 2 hours before.",
            "zh_Hans": "开始前 2 小时仍有台风蓝色以上或暴雨橙色以上预警，活动取消。",
            "zh_Hant": "開始前兩小時仍有颱風藍色或以上、暴雨橙色或以上預警，活動取消。",
        }[language]
    )


def test_only_who_may_is_offered_to_sign_up_others() -> None:
    card = replace(visit("en"), may_sign_up_others=False)

    assert labels(activity_card(Words("en", "UTC"), card)) == ["Sign me up", "Details"]


@pytest.mark.parametrize(
    ("meets", "shown"),
    [
        pytest.param(START - 900, "8:45", id="same morning"),
        pytest.param(START - 10 * 3600, "Fri 4 Dec 11:00 pm", id="the evening before"),
        pytest.param(START + 5 * 3600, "2:00 pm", id="other half of the day"),
    ],
)
def test_meeting_says_what_the_start_does_not(meets: int, shown: str) -> None:
    shift: Shift = replace(SHIFT, meet_at=meets)

    assert meeting_clock(Words("en", "UTC"), shift) == shown


def test_meeting_in_the_evening_is_never_taken_for_the_morning() -> None:
    shift: Shift = replace(SHIFT, meet_at=START + 10 * 3600 - 900, starts_at=START + 10 * 3600)

    said = [meeting_clock(Words(language, "UTC"), shift) for language in ("en", "zh_Hans", "zh_Hant")]
    assert said == ["6:45 pm", "18:45", "下午6:45"]
