"""Fault 32: a card from before a change is answered with a fresh one, and nothing happens before it was looked at."""

from tests.stories.leading.test_posting import MESSAGES, publish_message
from tests.stories.story import Story


async def test_card_from_before_the_time_was_changed_is_refreshed(story: Story) -> None:
    anna, chan = story.anna, story.chan
    await publish_message(chan, story.language)
    card = anna.last()
    await chan.press("Manage")
    await chan.press("Edit")
    await chan.press("Start")
    await chan.send("10:30")
    chan.sees("✅ <b>Changed.</b>")

    await anna.press("Sign me up", message=card)
    anna.is_told("Time or place have changed. Please look again.")
    assert "10:30" in card.text
    anna.sees_not("✅ You're in. See you on {day}!")
    await anna.press("Sign me up", message=card)
    anna.sees("✅ You're in. See you on {day}!")


async def test_card_of_a_draft_that_was_published_publishes_nothing_else(story: Story) -> None:
    chan, anna = story.chan, story.anna
    await chan.send(MESSAGES[story.language])
    old = chan.last()
    await chan.send(MESSAGES[story.language])
    await chan.press("Publish")
    seen = anna.texts()
    await chan.send(MESSAGES[story.language].replace("8", "7"))

    await chan.press("Publish", message=old)

    assert anna.texts() == seen
    await chan.press("Publish")
    assert len(anna.texts()) > len(seen)
