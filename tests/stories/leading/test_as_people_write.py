"""As people write: dates that have just passed or could be two, and /post in the words that the bot itself shows."""

import re
from datetime import date

import pytest

from bot.ground.text import folded
from tests.stories.leading.test_posting import MESSAGES, publish_message
from tests.stories.story import Story

SATURDAY = {"en": "Sat 9:00", "zh_Hans": "周六 9:00", "zh_Hant": "星期六 9:00"}


async def test_a_day_that_has_just_passed_is_asked_about_and_nothing_is_lost(story: Story) -> None:
    """Today is 22 November 2026."""
    await story.chan.send(MESSAGES[story.language].replace(SATURDAY[story.language], "11-21 9:00"))
    story.chan.sees("Do you mean {first} or {second}? Please type it with the year, like {typed}.", typed="2027-11-21")
    assert story.chan.say("Publish") not in story.chan.last().buttons
    await story.chan.send("2026-11-28 9:00")
    await story.chan.press("Publish")
    story.anna.sees_button("Sign me up")


async def test_who_looks_for_own_hours_is_asked_which_year(story: Story) -> None:
    await story.anna.send("/log 11-23 9:00-11:00 gardening")
    story.anna.sees("Do you mean {first} or {second}? Please type it with the year, like {typed}.", typed="2025-11-23")


async def test_day_of_another_year_says_its_year(story: Story) -> None:
    """To who posts and to who reads; a day of this year says none."""
    await story.chan.send(MESSAGES[story.language].replace(SATURDAY[story.language], "2027-01-09 9:00"))
    assert "2027" in story.chan.last().text
    await story.chan.press("Publish")
    assert "2027" in story.anna.last().text
    await story.anna.press("Sign me up")
    await story.anna.send("/mine")
    assert "2027" in story.anna.last().text
    await story.chan.send(MESSAGES[story.language])
    assert "2026" not in story.chan.last().text


async def test_a_typed_day_adds_a_session_and_one_just_passed_is_asked_about(story: Story) -> None:
    await publish_message(story.chan, story.language)
    for label in ("Manage", "More", "Postpone or cancel", "Add a session"):
        await story.chan.press(label)
    await story.chan.send("11-20")
    story.chan.sees("Do you mean {first} or {second}? Please type it with the year, like {typed}.", typed="2027-11-20")
    await story.chan.send({"en": "5 Dec", "zh_Hans": "12月5日", "zh_Hant": "12月5號"}[story.language])
    story.chan.sees("It is open for sign-ups. Nobody has been told of it yet.")
    await story.chan.press("Send again")
    there = story.anna.words.at("Asia/Shanghai")
    assert any(there.short_day(date(2026, 12, 5)) in label for label in story.anna.last().buttons)


async def test_hours_after_midnight_are_no_hours_of_the_day(story: Story) -> None:
    """昨天九点到二十五点 was read as until 20:00."""
    said = {
        "en": "yesterday 9:00-25:00 tidying",
        "zh_Hans": "昨天九点到二十五点打扫",
        "zh_Hant": "昨天九點到二十五點打掃",
    }
    await story.anna.send(f"/log {said[story.language]}")
    story.anna.sees("There is no hour {hour}: a day ends at 24:00. Try 9:00-11:30.", hour=25)


async def test_yesterday_afternoon_is_a_day_whose_times_are_asked(story: Story) -> None:
    said = {"en": "yesterday afternoon gardening", "zh_Hans": "昨天下午种花", "zh_Hant": "昨天下午種花"}
    await story.anna.send(f"/log {said[story.language]}")
    await story.anna.send("14:00-15:30")
    await story.anna.press("Environment")
    await story.anna.press("Send")
    await story.chan.send("/verify")
    story.chan.sees(said[story.language].removeprefix("yesterday afternoon").removeprefix("昨天下午").strip())


NOW_TYPED = {"en": "New activity", "zh_Hans": "发活动", "zh_Hant": "發活動"}
PAIR = {
    "en": ("meet: 8:45, Exit B", "meeting point: Exit B\nmeeting time: 8:45"),
    "zh_Hans": ("集合：8:45 B 口", "集合地点：B 口\n集合时间：8:45"),
    "zh_Hant": ("集合：8:45 B 出口", "集合地點：B 出口\n集合時間：8:45"),
}


def preview(story: Story) -> str:
    """The lines of the newest look that name a field."""
    return "\n".join(line for line in story.chan.texts(1)[0].split("\n") if re.match("[^:：]+[:：]", line))


async def test_the_look_typed_back_reads_as_the_same(story: Story) -> None:
    more = {"en": "\nminimum: 3\nbreak: 15 min\nsign up by: Fri 18:00\nwho may sign up: everyone\ncompanions: yes"}
    await story.chan.send(MESSAGES[story.language] + more["en"])
    look, whole = preview(story), story.chan.texts(1)[0]
    await story.chan.press("Discard")
    await story.chan.send(f"/post\n{whole}")
    story.chan.sees_not("I don't understand this line: {line}", "I don't know the field “{key}”.", within=1)
    assert preview(story) == look
    story.chan.sees_not("Given twice: {field}. I took the first.", within=1)
    await story.chan.press("Publish")
    story.anna.sees("Places: {places}, {n} left", within=1)
    story.anna.sees_button("Sign me up")


@pytest.mark.parametrize("before", ["", "said"])
async def test_a_form_needs_no_command(story: Story, before: str) -> None:
    form = MESSAGES[story.language].removeprefix("/post\n")
    await story.chan.send(f"{NOW_TYPED[story.language]}\n{form}" if before else form)
    story.chan.sees_button("Publish")


async def test_meeting_time_and_meeting_point_are_one_field(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language])
    look = preview(story)
    await story.chan.send("/post")
    await story.chan.send(MESSAGES[story.language].replace(*PAIR[story.language]))
    assert preview(story) == look


async def test_what_was_given_twice_is_named(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language] + "\ntitle: another one")
    story.chan.sees("Given twice: {field}. I took the first.", field=story.chan.say("Title"))
    await story.chan.press("Publish")
    assert "another one" not in story.anna.last().text


async def test_a_whole_station_is_called_as_its_button_calls_it(story: Story) -> None:
    everybody = story.chan.say("Everybody of {station}", station="futian")
    form = MESSAGES[story.language]
    team = next(line for line in form.split("\n") if line.endswith("first"))
    await story.chan.send(form.replace(team, team.removesuffix("first") + everybody))
    assert folded(everybody) in folded(preview(story))
    story.chan.sees_button("Publish")
