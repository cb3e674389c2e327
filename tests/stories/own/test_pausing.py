"""Fewer messages for a while: what may be switched off does not come, what must come does, and it ends by itself."""

import pytest

from tests.stories.leading.test_managing import begin
from tests.stories.leading.test_roll_call import START
from tests.stories.story import DAY, HOUR, Story

WORDS = {"en": "unsubscribe", "zh_Hans": "退订", "zh_Hant": "退訂"}
DAYS = {"en": "24 December", "zh_Hans": "12月24日", "zh_Hant": "12月24日"}
TEXT = (
    "/post\ntitle: {title}\nkind: elderly\nteam: first\nplace: Care home, 2F\nstart: {day} 9:00\nend: 11:30\n"
    "capacity: 8\nmeet: 8:45, Exit B\nrisk: wet floors"
)


async def calls(story: Story, title: str, day: str = "2026-12-19") -> None:
    """A new activity of the first team, of which everybody in it is told."""
    await story.chan.send(TEXT.format(title=title, day=day))
    await story.chan.press("Publish")
    await story.wind(HOUR)


async def paused_for_a_week(story: Story) -> None:
    await story.anna.send(WORDS[story.language])
    await story.anna.press("Pause for a week")
    day = story.anna.words.day(story.anna.words.local(story.now + 7 * DAY).date())
    story.anna.sees("🔕 <b>Paused up to and including {day}.</b>", day=day, within=1)


async def test_nothing_that_may_be_paused_comes_and_it_ends_by_itself(story: Story) -> None:
    await paused_for_a_week(story)
    await calls(story, "Reading")
    story.anna.sees_not("Reading")
    assert story.ben.finds("Reading")
    await story.wind(8 * DAY)
    await calls(story, "Singing", "2026-12-20")
    assert story.anna.finds("Singing")
    await story.anna.send("/settings")
    story.anna.sees_not("🔕 <b>Paused up to and including {day}.</b>", within=1)


async def test_what_must_come_comes(story: Story) -> None:
    await begin(story)
    await story.anna.send(WORDS[story.language])
    await story.anna.press("Pause until …")
    await story.anna.send(DAYS[story.language])
    story.anna.sees("🔕 <b>Paused up to and including {day}.</b>", within=1)
    for label in ("More", "Postpone or cancel", "Cancel activity", "Weather", "Cancel it"):
        await story.chan.press(label)
    story.anna.sees_button("Got it")


async def test_the_reminder_of_the_day_before_was_promised_and_comes_whatever_is_paused(story: Story) -> None:
    await begin(story)
    await story.anna.send(WORDS[story.language])
    await story.anna.press("Pause until …")
    await story.anna.press("Until I come back")
    await story.wind_to(START - 3 * HOUR)
    story.anna.sees("👋 See you {day}: {title}")
    story.anna.sees_button("I'll be there")
    await story.wind(2 * HOUR)
    story.anna.sees_not("⏰ {title}: soon!")


async def test_it_ends_by_a_press(story: Story) -> None:
    await story.anna.send(WORDS[story.language])
    await story.anna.press("Pause until …")
    await story.anna.press("Until I come back")
    story.anna.sees("🔕 <b>Paused until you end it.</b>", within=1)
    await story.wind(40 * DAY)
    await story.anna.send("/settings")
    story.anna.sees("🔕 <b>Paused until you end it.</b>", within=1)
    await story.anna.press("Notices")
    await story.anna.press("End the pause")
    story.anna.sees("<b>Fewer messages for a while?</b>", within=1)


async def test_what_waits_for_the_morning_does_not_come_either(story: Story) -> None:
    await story.wind(13 * HOUR)
    await calls(story, "Reading")
    await paused_for_a_week(story)
    await story.wind(DAY)
    story.anna.sees_not("Reading")
    assert story.ben.finds("Reading")


@pytest.mark.parametrize("typed", ["2026-01-01", "2029-01-01"])
async def test_day_that_is_no_end_is_refused(story: Story, typed: str) -> None:
    await story.anna.send(WORDS[story.language])
    await story.anna.press("Pause until …")
    await story.anna.send(typed)
    story.anna.sees_not("🔕 <b>Paused up to and including {day}.</b>")
