"""Whom the bot may not have reached is phoned: by whoever leads, who all see the same list."""

from tests.stories.story import Story
from tests.stories.test_managing import begin

DOUBT = "☎️ We don't know whether this reached <b>{name}</b> ({about}). Please phone."
NOBODY = "☎️ <b>Everybody was reached. Nobody to phone.</b>"
CANCELLED = "{sign} <b>{when}: “{title}” is cancelled</b> ({reason})."


async def cancel(story: Story) -> None:
    await story.chan.press("Postpone or cancel")
    await story.chan.press("Cancel activity")
    await story.chan.press("Weather")


async def told_of_ben(story: Story) -> None:
    """Telegram answers 502 to both copies of Ben's message."""
    await begin(story)
    await story.chan.press("More")
    await story.chan.press("Who leads")
    await story.chan.press("Helpers")
    await story.chan.press_like("Carl")
    await story.chan.press("Back")
    story.simulator.faults.server_error(method="sendMessage", chat=story.ben.person.id, times=2)
    await cancel(story)
    await story.wind(60)  # the row's end is noticed
    await story.wind(60)  # what names there are is gathered, and told


async def test_whoever_leads_is_told_whom_to_phone_and_helpers_see_who_was_reached(story: Story) -> None:
    await told_of_ben(story)

    story.ben.sees_not(CANCELLED)
    for leading in (story.chan, story.carl):
        leading.sees(DOUBT, name="Ben")
    story.anna.sees_not(DOUBT)
    assert story.app.health.reasons == {"calls": "1 person waits to be phoned"}
    await story.chan.press("Call list")
    story.chan.sees("☎️ <b>{n} person to phone</b>", n=1)
    await story.chan.press("{name}: reached", name="1. Ben")
    story.chan.sees(NOBODY)
    await story.carl.press("Call list")
    story.carl.sees(NOBODY, "reached by {name}, {time}", name="Chan")
    await story.wind(60)
    assert story.app.health.reasons == {}


async def test_mark_can_be_taken_back(story: Story) -> None:
    await told_of_ben(story)
    await story.chan.press("Call list")
    await story.chan.press("Not reached")
    story.chan.sees("{name} could not reach them, {time}", name="Chan")
    await story.carl.press("Call list")
    await story.carl.press("{name}: reached", name="1. Ben")
    await story.chan.press("Refresh")
    await story.chan.press("{name}: take it back", name="1. Ben")

    story.chan.sees("☎️ <b>{n} person to phone</b>", n=1, within=1)
    story.chan.sees_not(NOBODY, within=1)


async def test_who_writes_needs_no_call(story: Story) -> None:
    await told_of_ben(story)
    await story.ben.send("/activities")
    await story.chan.press("Call list")

    story.chan.sees(NOBODY)


async def test_who_has_blocked_the_bot_and_who_has_no_telegram_stand_on_the_list(story: Story) -> None:
    await begin(story)
    await story.carl.press("Sign up someone else")
    await story.carl.press_like("Gran")
    story.ben.person.block()
    await story.settle()
    await story.chan.press("Participants")
    await story.chan.press("Back")
    await story.chan.press("Call list ({n})", n=1)

    shown = story.chan.last().text
    assert "Ben" in shown
    assert "Gran" in shown
    assert "Anna" not in shown
    story.chan.sees("can't be reached on Telegram", "not on Telegram, told through {name}", within=1)
    await story.chan.press("Show phone numbers")
    story.chan.sees("no number", within=1)
    story.ben.person.unblock()
    await story.settle()
    await story.chan.press("Refresh")
    assert "Ben" not in story.chan.last().text
