"""From a draft to the phones of the audience, in the three ways there are."""

from tests.stories.own.test_guardians import join
from tests.stories.phone import Phone
from tests.stories.story import HOUR, Story

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
    story.anna.sees("Places: {places}, {n} left", places=8, n=8)
    story.carl.sees_button("Sign up someone else")
    story.dan.sees_not("Sign me up")
    await story.chan.press("How far?")
    story.chan.sees("Delivered: {n}", n=4, within=1)
    assert story.chan.last().buttons == [story.chan.say("Manage"), story.chan.say("Copy text")]


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


BRING = {"en": "bring: gloves", "zh_Hans": "携带：手套", "zh_Hant": "攜帶：手套"}
TITLE = {"en": "Visit a care home", "zh_Hans": "探访敬老院", "zh_Hant": "長者院舍探訪"}
TEA = {"en": "Tea", "zh_Hans": "茶话会", "zh_Hant": "茶聚"}
GLOVES = {"en": "gloves", "zh_Hans": "手套", "zh_Hant": "手套"}
ONE_PLACE = {"en": ("capacity: 8", "capacity: 1"), "zh_Hans": ("人数：8", "人数：1"), "zh_Hant": ("人數：8", "人數：1")}


async def test_a_second_publish_says_so_and_publishes_nothing(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language])
    card, before = story.chan.last(), len(story.anna.texts(1000))
    button = card.button(story.chan.say("Publish"))
    await story.chan.press("Publish")
    assert button is not None
    press = story.chan.person.press_button(card, button)
    await story.settle()
    story.chan.answer = await press.answered()
    story.chan.is_told("It is published already.")
    story.chan.sees("✅ <b>Published.</b>")
    assert len(story.anna.texts(1000)) == before + 1


async def test_how_far_keeps_the_way_on(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language])
    await story.chan.press("Publish")
    await story.chan.press("How far?")
    story.chan.sees("Delivered: {n}")
    for label in ("Manage", "Copy text"):
        assert story.chan.say(label) in story.chan.last().buttons
    await story.chan.press("Manage")
    story.chan.sees("{taken} of {places} taken")


async def test_a_new_post_takes_nothing_from_one_that_was_left(story: Story) -> None:
    await story.chan.send(f"{MESSAGES[story.language]}\n{BRING[story.language]}")
    story.chan.sees(GLOVES[story.language])
    await story.chan.send("/manage")
    await story.chan.send(MESSAGES[story.language].replace(TITLE[story.language], TEA[story.language]))
    assert GLOVES[story.language] not in story.chan.last().text
    await story.chan.press("Publish")
    await story.anna.press("Sign me up")
    assert GLOVES[story.language] not in story.anna.last().text


async def test_lines_long_after_begin_anew(story: Story) -> None:
    """Lines without a title mend the draft of just now, and none that was left hours ago."""
    place = MESSAGES[story.language].split("\n")[4]
    await story.chan.send(f"{MESSAGES[story.language]}\n{BRING[story.language]}")
    await story.chan.send(f"/post\n{place}")
    story.chan.sees(GLOVES[story.language], within=1)
    await story.wind(2 * HOUR)
    await story.chan.send(f"/post\n{place}")
    assert GLOVES[story.language] not in story.chan.last().text


async def test_who_moves_up_reads_what_to_bring(story: Story) -> None:
    await story.chan.send(f"{MESSAGES[story.language].replace(*ONE_PLACE[story.language])}\n{BRING[story.language]}")
    await story.chan.press("Publish")
    await story.anna.press("Sign me up")
    await story.ben.press("Sign me up")
    await story.anna.press("Can't make it")
    await story.anna.press("Yes, cancel")
    story.ben.sees("🎉 A place opened and it's yours.", within=1)
    story.ben.sees(GLOVES[story.language], within=1)


async def test_who_is_under_eighteen_is_offered_no_adults_group(story: Story) -> None:
    kit = story.newcomer("Kit")
    await join(kit, adult=False)
    await kit.send("/settings")
    await kit.press("About me")
    await kit.press("Age")
    offered = kit.last().buttons
    assert kit.say("14–17") in offered, kit.screen()
    assert kit.say("18–59") not in offered
    assert kit.say("60 or over") not in offered
