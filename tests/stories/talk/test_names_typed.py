"""Names as people paste and type them, and what everybody else then reads."""

import pytest

from bot.store.database import Database
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.own.test_joining import offered
from tests.stories.own.test_signing_up import START
from tests.stories.story import HOUR, Story

ONE = "One name at a time, please."
NO_NUMBER = "Only the name, please, without a phone number. Nothing was kept."
CHAIN = "#接龙 周六探访\n1、张三 13800001111\n2. 李四（带孩子）\n(3) Wong, Fay\n4）\t陈大文\t138 0000 2222"


async def team_member(story: Story) -> None:
    await story.chan.send("/teams")
    await story.chan.press("first · futian")
    await story.chan.press("Members")
    await story.chan.press("Add without Telegram")


async def walk_in(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language])
    await story.chan.press("Publish")
    await story.anna.press("Sign me up")
    await story.wind_to(START)
    await story.chan.press("Add walk-in")


async def renamed(story: Story) -> None:
    await story.chan.send("/people gran")
    await story.chan.press("Name")


@pytest.mark.parametrize("asked", [team_member, walk_in, renamed])
async def test_list_where_one_name_is_asked_for_becomes_nobody(story: Story, asked: object) -> None:
    """Nobody is called *1* or bears a number, whatever was pasted; the question stands."""
    assert callable(asked)
    await asked(story)
    await story.chan.send("1、张三\n2、李四")
    story.chan.sees(ONE, within=1)
    await story.chan.send("张三13800001111")
    story.chan.sees(NO_NUMBER, within=1)
    await story.chan.send("1、张三")
    assert "张三" in story.chan.last().text
    assert not any("1、" in text for text in story.chan.texts(1))
    for name in ("李四", "1"):
        await story.olga.send(f"/people {name}")
        story.olga.sees("Nobody found for “{text}”. Only people of your own stations can be found.", within=1)


async def test_chain_of_a_group_chat_becomes_people_and_no_number_is_seen_by_anybody(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language] + "\naudience: everyone")
    await story.chan.press("Publish")
    await story.li.send("/activities")
    await story.li.press_like("·")
    for label in ("Sign up someone else", "Places for a group", "5"):
        await story.li.press(label)
    await story.li.send(CHAIN)
    story.li.sees("Phone numbers, notes and further columns are left out.", within=1)
    await story.li.press("Yes, add them")
    await story.chan.press("Manage")
    await story.chan.press("Participants")
    for name in ("张三", "李四", "Wong, Fay", "陈大文"):
        assert name in story.chan.last().text
    await story.wind_to(START)
    shown = "\n".join(f"{m.text} {m.buttons}" for one in story.phones.values() for m in one.person.messages if m.by_bot)
    assert "张三" in shown
    assert not [part for part in ("0000", "带孩子", "接龙") if part in shown]


async def test_chinese_name_is_family_name_first_and_so_the_lead_reads_it(story: Story, database: Database) -> None:
    shift = await offered(story, database)
    ming = story.newcomer("小明")
    ming.person.user["last_name"] = "王"
    await ming.start(f"a_{shift}")
    await ming.press("I agree, I'm 18 or over")
    ming.sees("Shall we call you <b>{name}</b>?", name="王小明")
    await ming.press("Use this name")
    await ming.press("Sign me up")
    await story.chan.send("/manage")
    await story.chan.press("Coming")
    await story.chan.press_like("·")
    await story.chan.press("Participants")
    assert "王小明" in story.chan.last().text


LATE = {"en": "I'll be 20 min late", "zh_Hans": "迟到二十分钟", "zh_Hant": "遲到二十分鐘"}
CANT = {"en": "I can't come", "zh_Hans": "我来不了", "zh_Hant": "我嚟唔到"}
NO_NAME = "That is no name. Nobody was added."


async def test_captain_who_is_late_says_so_where_names_are_asked_for(story: Story) -> None:
    """The lead hears it, nobody of that name is added, and the names go on."""
    await story.chan.send(MESSAGES[story.language])
    await story.chan.press("Publish")
    await story.carl.press("Sign me up")
    await story.wind_to(START - HOUR)
    await story.carl.send("/activities")
    await story.carl.press_like("·")
    await story.carl.press("Sign up someone else")
    await story.carl.send(LATE[story.language])
    story.carl.sees_not("➕ <b>{name}</b> is new here.", NO_NAME)
    await story.carl.send("Gran")
    assert any("Gran" in label for label in story.carl.last().buttons)
    await story.wind_to(START)
    await story.chan.send("/rollcall")
    late = story.chan.words.label("says {n} min late", n=20)
    assert any("Carl" in label and late in label for label in story.chan.last().buttons), story.chan.screen()


@pytest.mark.parametrize("asked", [team_member, walk_in, renamed])
async def test_what_somebody_says_of_their_coming_is_nobodys_name(story: Story, asked: object) -> None:
    """Whoever asks for names, and whoever types it; it can be passed on, and the question stands."""
    assert callable(asked)
    await asked(story)
    for said in (LATE, CANT):
        await story.chan.send(said[story.language])
        story.chan.sees(NO_NAME, within=1)
    await story.chan.send("张三")
    assert "张三" in story.chan.last().text
