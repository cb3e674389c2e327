"""A volunteer finds something to do, looks closer, and takes it along."""

import re
from collections.abc import Sequence

from bot.store.database import Database
from bot.store.statements import read_statement
from bot.teams import rows as teams
from tests.stories.leading.test_posting import MESSAGES, publish_message
from tests.stories.own.test_signing_up import START
from tests.stories.story import HOUR, Story
from tests.stories.talk.test_said_in_passing import CANT


async def test_a_volunteer_finds_an_activity_and_everything_about_it(story: Story) -> None:
    await publish_message(story.chan, story.language)
    await story.anna.send("/activities")
    story.anna.sees("<b>Coming activities</b>{chosen}")
    await story.anna.press("Kind")
    await story.anna.press("Teaching")
    story.anna.sees("Nothing coming{chosen}.")
    await story.anna.press("All activities")
    await story.anna.press("Week")
    await story.anna.press("Next week")
    await story.anna.press_like(story.anna.say("{n} left", n=8))
    await story.anna.press("Details")
    story.anna.sees("Contact on the day: {contact}", contact="Chan")

    await story.anna.press("How to get there")
    story.anna.sees_button("Copy the address")
    await story.anna.press("Copy text")
    link = re.search(r"https://t.me/liandong_demo_bot\?start=a_(\d+)\b", story.anna.last().text)
    assert link is not None
    await story.anna.press("Add to calendar")
    story.anna.is_told("The file is on its way.")
    file = story.anna.last().document
    assert file is not None
    assert (file.name, file.data[:15]) == (f"{story.anna.say('activity-date')}-{link[1]}.ics", b"BEGIN:VCALENDAR")


async def test_another_station_gets_the_same_answer_as_for_nothing(story: Story, database: Database) -> None:
    """Fault 49. The team is joined by invitation; an open one is offered to whoever holds the link."""
    await publish_message(story.chan, story.language)
    async with database.write() as tx:
        await teams.set_open(tx, story.town.teams["first"], False)
        shift = await tx.value(read_statement("newest", "SELECT max(id) FROM shift"))
    await story.fay.start(f"a_{shift}")
    found = story.fay.last().text
    await story.fay.start("a_999999")

    assert story.fay.last().text == found
    story.fay.sees_not("Sign me up")


async def test_a_social_worker_writes_to_a_team_and_stops_in_time(story: Story) -> None:
    await story.chan.send("/broadcast")
    await story.chan.press("A team")
    await story.chan.press("first")
    await story.chan.send("Thank you all! <3 & see you")
    await story.chan.press("Change")
    await story.chan.send("Thank you all!")
    await story.chan.press("Send it")

    story.anna.sees("Thank you all!")
    story.dan.sees_not("Thank you all!")
    await story.chan.press("How far?")
    story.chan.sees("✅ <b>Sent.</b> {name}", "Delivered: {n}", n=4)


async def test_all_outdoor_activities_of_today_are_cancelled_with_two_presses(story: Story) -> None:
    await story.chan.send("/post")
    await story.chan.press("Start a new one")
    for answer in ("Beach clean-up", "environment", "first", "Beach", "15:00-17:00", "10"):
        await story.chan.send(f"2026-11-22 {answer}" if ":" in answer else answer)
    await story.chan.press("Outdoors")
    await story.chan.press("Publish")
    await story.anna.press("Sign me up")

    await story.chan.send("/manage")
    await story.chan.press("Cancel all my outdoor activities today")
    await story.chan.press("Yes, cancel all")

    story.anna.sees("{sign} <b>{when}: “{title}” is cancelled</b> ({reason}).", sign="⛈")
    await story.anna.press("Got it")
    story.anna.is_told("Thank you!")
    await story.chan.press_like("Beach clean-up")
    story.chan.sees("Everybody knows.")


async def test_two_sessions_of_one_day_are_told_apart_wherever_one_is_chosen(story: Story) -> None:
    """Of one title: on the own list, where somebody cannot come, and on the lead's lists; to write to them is one."""
    message = MESSAGES[story.language]
    later = message.replace("9:00", "15:00").replace("11:30", "17:00").replace("8:45", "14:45")
    for posted in (message, later):
        await story.chan.send(posted)
        await story.chan.press("Publish")
        await story.anna.press("Sign me up")
    times = [story.anna.words.time(at) for at in (START, START + 6 * HOUR)]
    for asked in ("/mine", CANT[story.language]):
        await story.anna.send(asked)
        assert told_apart(story.anna.last().buttons, times)
    await story.wind_to(START - 13 * HOUR)  # 20:00 the evening before
    assert told_apart(story.chan.last().buttons, times)
    await story.wind_to(START + 6 * HOUR)
    await story.chan.send("/rollcall")
    assert told_apart(story.chan.last().buttons, times)


def told_apart(labels: Sequence[str], times: Sequence[str]) -> bool:
    return all(sum(time in label for label in labels) == 1 for time in times)


async def test_activity_of_two_sessions_is_written_to_once(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language])
    for label in ("Publish", "Manage", "More", "Postpone or cancel", "Add a session"):
        await story.chan.press(label)
    await story.chan.send("2026-12-05")
    await story.chan.send("/broadcast")
    await story.chan.press("Who takes part in an activity")
    assert sum("·" in label for label in story.chan.last().buttons) == 1, story.chan.screen()
