"""From a draft to the phones of the audience, in the three ways there are."""

from tests.stories.phone import Phone
from tests.stories.story import Story

MESSAGES = {
    "en": "/post\ntitle: Visit a care home\nkind: elderly\nteam: first\nplace: Care home, 2F\nstart: Sat 9:00\nend: 11:30\n"
    "capacity: 8\nmeet: 8:45, Exit B\nrisk: wet floors",
    "zh_Hans": "/post\n标题：探访敬老院\n类别：为老\n队伍：first\n地点：敬老院二楼\n开始：周六 9:00\n结束：11:30\n人数：8\n"
    "集合：8:45 B 口\n风险：地面湿滑",
    "zh_Hant": "/post\n標題：長者院舍探訪\n類別：長者\n隊伍：first\n地點：院舍二樓\n開始：星期六 9:00\n結束：11:30\n人數：8\n"
    "集合：8:45 B 出口\n風險：地面濕滑",
}


async def publish_message(phone: Phone, language: str) -> None:
    await phone.send(MESSAGES[language])
    await phone.press("Publish")


async def test_one_message_becomes_a_card_on_every_phone_of_the_team(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language])
    story.chan.sees("Have a look. All right?")
    await story.chan.press("Publish")

    story.chan.sees("Published.")
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

    story.chan.sees("Published.")


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
    story.chan.sees("Have a look. All right?")
    await story.chan.press("Publish")

    assert "<b>Tea & talk</b>" in story.anna.last().text
