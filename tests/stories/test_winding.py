"""Whoever winds the clock to the next thing due must not jump over one."""

from bot.domain.times import DAY, HOUR
from tests.stories.story import Story
from tests.stories.test_posting import MESSAGES
from tests.town import NOW

START = NOW + 6 * DAY - HOUR  # Saturday 28 November, 9:00


async def test_winding_over_days_stops_at_every_reminder(story: Story) -> None:
    await story.chan.send(MESSAGES["en"])
    await story.chan.press("Publish")
    await story.anna.press("Sign me up")

    stops = []
    while story.now < START - HOUR:
        story.clock.set(await story.next_stop(START))
        await story.app.tick_all()
        await story.settle()
        stops.append(START - story.now)

    assert {24 * HOUR, 13 * HOUR, 2 * HOUR} <= set(stops)
    story.anna.sees_button("I'll be late")


async def test_talk_is_passed_on_while_a_code_is_waited_for(story: Story) -> None:
    await story.anna.send("/checkin")

    await story.anna.send("My foot hurts")

    story.anna.sees_button("Pass it on")
