"""From a draft to the phones of the audience, in the three ways there are."""

from tests.stories.phone import Phone
from tests.stories.story import Story

MESSAGES = {
    "en": """/post
title: Visit a care home
kind: elderly
team: first
place: Care home, 2F
start: Sat 9:00
end: 11:30
capacity: 8
meet: 8:45, Exit B
risk: wet floors""",
    "zh_Hans": """/post
标题：探访敬老院
类别：为老
队伍：first
地点：敬老院二楼
开始：周六 9:00
结束：11:30
人数：8
集合：8:45 B 口
风险：地面湿滑""",
    "zh_Hant": """/post
標題：長者院舍探訪
類別：長者
隊伍：first
地點：院舍二樓
開始：星期六 9:00
結束：11:30
人數：8
集合：8:45 B 出口
風險：地面濕滑""",
}


async def publish_message(phone: Phone, language: str) -> None:
    await phone.send(MESSAGES[language])
    await phone.press("Publish")


async def test_one_message_becomes_a_card_on_every_phone_of_the_team(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language])
    story.chan.sees("👀 <b>Have a look. All right?</b>")
    await story.chan.press("Publish")

    story.chan.sees("✅ <b>Published.</b>")
    story.anna.sees_button("Sign me up")
    story.anna.sees("{places} place, {n} left") if story.language != "en" else story.anna.sees("8 places, 8 left")
    story.carl.sees_button("Sign up someone else")
    story.dan.sees_not("Sign me up")


async def test_same_as_last_time_takes_four_taps(story: Story) -> None:
    await publish_message(story.chan, story.language)
    await story.chan.send("/post")

    await story.chan.press("Same as last time")
    await story.chan.press_like("·")
    await story.chan.press("28")
    await story.chan.press("Publish")

    story.chan.sees("✅ <b>Published.</b>")


async def test_draft_is_filled_by_buttons_and_short_answers(story: Story) -> None:
    await story.chan.send("/post")
    await story.chan.press("Start a new one")
    await story.chan.send("<b>Tea & talk</b>")
    await story.chan.press("Elderly people")
    await story.chan.press("first")
    await story.chan.send("Room 3")
    await story.chan.press("28")
    await story.chan.press("14:00")
    await story.chan.press_like(story.chan.words.hours(90))
    await story.chan.press("8")
    await story.chan.press("Indoors")
    story.chan.sees("👀 <b>Have a look. All right?</b>")
    await story.chan.press("Publish")

    assert "<b>Tea & talk</b>" in story.anna.last().text


async def test_lead_says_that_people_may_bring_somebody_along(story: Story) -> None:
    chan, anna = story.chan, story.anna
    await chan.send(MESSAGES[story.language])
    await chan.press("Change")
    await chan.press("Companions")
    chan.sees("May people bring somebody along?")
    await chan.press("Yes, they may")
    chan.sees("{field}: {value}", field=chan.say("Companions"), value=chan.say("people may bring somebody along"))
    await chan.press("Publish")
    await anna.press("Details")
    anna.sees("You may bring someone along")

    await chan.press("Manage")
    await chan.press("Edit")
    await chan.press("More")
    await chan.press("Companions")
    await chan.press("No")
    chan.sees("✅ <b>Changed.</b>")
    await anna.press("Back")
    await anna.press("Details")
    anna.sees_not("You may bring someone along", within=1)
