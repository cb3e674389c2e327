"""Hours per person of a team, whoever's report is confirmed hears it, and who writes that they will be late."""

import pytest

from bot.ground.times import HOUR
from tests.stories.leading.test_roll_call import END, START, signed_up, tap
from tests.stories.story import Story


async def test_hours_per_person_of_a_team_can_be_seen(story: Story) -> None:
    await signed_up(story, "anna", "ben")
    await story.wind_to(START)
    await story.chan.press("All here")
    await tap(story.chan, "Ben", "Late")
    await story.chan.press("{n} min", n=30)
    await story.wind_to(END)
    for label in ("All leave now", "Finish", "Skip"):
        await story.chan.press(label)
    await story.chan.send("/summary first 2026-11")
    await story.chan.press("More")
    await story.chan.press("Hours per person")
    hours = story.chan.words.hours
    story.chan.sees("<b>{name}</b> · {period}: {hours}", hours=hours(270), within=1)
    for name, minutes in (("Anna", 150), ("Ben", 120)):
        story.chan.sees("· {name}: {hours}, {attendances}", name=name, hours=hours(minutes), within=1)
    await story.chan.press("Back")
    await story.carl.send("/summary first 2026-11")
    await story.carl.press("More")
    await story.carl.press("Hours per person")
    story.carl.sees("· {name}: {hours}, {attendances}", name="Anna", hours=hours(150), within=1)


async def test_hours_per_person_are_of_a_team_and_not_of_a_station(story: Story) -> None:
    await story.olga.send("/summary city 2026-11")
    await story.olga.press("More")
    assert story.olga.say("Hours per person") not in story.olga.last().buttons


async def test_whoever_reported_hears_silently_that_it_is_confirmed(story: Story) -> None:
    await story.anna.send("/log 2026-11-20 9:00-11:00 gardening")
    await story.anna.send("/log 2026-11-21 9:00-10:00 gardening")
    await story.chan.send("/verify")
    await story.chan.press("Confirm all of these")
    story.anna.sees("✅ <b>{name} has confirmed {hours} of yours</b>", hours=story.anna.words.hours(180), within=1)
    assert story.anna.last().silent
    await story.anna.send("/log 2026-11-19 9:00-10:00 gardening")
    await story.chan.send("/verify")
    await story.chan.press("1")
    await story.chan.press("Confirm")
    story.anna.sees("✅ <b>{name} has confirmed {hours} of yours</b>", hours=story.anna.words.hours(60), within=1)


@pytest.mark.parametrize("text", ["I'll be 20 min late", "我会迟到二十分钟", "遲到20分鐘"])
async def test_who_writes_to_be_late_is_late_on_the_roll(story: Story, text: str) -> None:
    await signed_up(story, "anna")
    await story.wind_to(START - HOUR)
    await story.anna.send(text)
    story.anna.sees("🕘 {lead} knows you'll be about {time} late.", time=story.anna.words.hours(20), within=1)
    await story.wind_to(START)
    assert [label for label in story.chan.last().buttons if "Anna" in label] == [
        f"▫️ Anna · {story.chan.say('says {n} min late', n='20')}"
    ]


async def test_what_is_not_right_can_be_said_by_voice_and_reaches_the_lead_with_the_hours(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(END)
    await story.chan.send("/rollcall")
    for label in ("All here", "Finish", "Skip"):
        await story.chan.press(label)
    await story.anna.press("Not right")
    story.anna.person.send_voice(7)
    await story.settle()
    story.anna.sees("Thank you. Your question is with the lead, who will answer you.", within=1)
    story.chan.sees("❓ <b>{name} says the hours are not right</b>", name="Anna", within=2)
    assert story.chan.last().content["voice"]["duration"] == 7
    await story.chan.press("Explain")
    await story.chan.send("The list says so")
    story.anna.sees("💬 {name} about your hours: “{answer}”", name="Chan", answer="The list says so", within=2)
