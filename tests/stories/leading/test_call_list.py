"""Whom the bot may not have reached is phoned: by whoever leads, who all see the same list."""

from bot.ground.notices import Matter
from handlers.links.call_list import CallNumbers, MarkCall, OpenCallList
from tests.stories.leading.test_managing import begin
from tests.stories.leading.test_roll_call import END, START, many, signed_up
from tests.stories.story import DAY, Story

DOUBT = "☎️ We don't know whether this reached <b>{name}</b> ({about}). Please phone."
NOBODY = "☎️ <b>Everybody was reached. Nobody to phone.</b>"
CANCELLED = "{sign} <b>{when}: “{title}” is cancelled</b> ({reason})."


async def cancel(story: Story) -> None:
    await story.chan.press("Postpone or cancel")
    await story.chan.press("Cancel activity")
    await story.chan.press("Weather")
    await story.chan.press("Cancel it")


async def told_of_ben(story: Story) -> None:
    """Telegram answers 502 to both copies of Ben's message."""
    await begin(story)
    await story.chan.press("More")
    await story.chan.press("Who leads")
    await story.chan.press("Helpers")
    await story.chan.press_like("Carl")
    await story.chan.press("Back")
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
    story.ben.person.block()
    story.ben.person.unblock()
    await story.settle()
    await story.chan.press("Call list")
    story.chan.sees("☎️ <b>{n} person to phone</b>", n=1)
    await story.ben.send("/activities")
    await story.chan.press("Refresh")

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
    story.chan.sees("has blocked the bot or left Telegram", "no phone with Telegram, told through {name}", within=1)
    await story.chan.press("Show phone numbers")
    story.chan.sees("no number", within=1)
    story.ben.person.unblock()
    await story.settle()
    await story.chan.press("Refresh")
    assert "Ben" not in story.chan.last().text


async def test_reminders_that_an_outage_outlived_are_named_to_the_lead(story: Story) -> None:
    await begin(story)
    outage = story.simulator.faults.server_error(spared=frozenset({"getupdates", "getwebhookinfo"}))
    story.clock.set(START - DAY)
    await story.app.tick_all()
    story.clock.set(START + 60)
    story.simulator.faults.clear(outage)
    await story.settle()
    await story.wind(60)
    await story.wind(60)

    story.chan.sees(many(story, "☎️ <b>Please phone {n} person.</b> The bot may not have reached them:"), n=2)
    await story.chan.press("Call list")
    story.chan.sees("reminder: {time}", "it did not arrive", within=1)


async def test_who_wrote_to_many_reads_whom_it_may_not_have_reached(story: Story) -> None:
    await story.chan.send("/broadcast")
    await story.chan.press("A team")
    await story.chan.press("first")
    await story.chan.send("Please bring a friend.")
    story.simulator.faults.server_error(method="sendMessage", chat=story.ben.person.id, times=2)
    await story.chan.press("Send it")
    await story.wind(60)

    story.chan.sees("☎️ We don't know whether it reached: {names}", names="Ben")
    story.anna.sees("✉️ <b>{author}</b> to {name}:", author="Chan")


async def test_lead_hears_whose_hours_may_be_unseen(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(START)
    await story.chan.press("All here")
    await story.wind_to(END)
    story.simulator.faults.server_error(method="sendMessage", chat=story.anna.person.id, times=2)
    await story.chan.press("All leave now")
    await story.chan.press("Finish")
    await story.chan.send("42")
    await story.wind(60)

    story.chan.sees("☎️ We don't know whether <b>{name}</b> has seen these hours. Please tell them.", name="Anna")
    await story.chan.press("Look at the hours")


async def test_nobody_else_gets_anything_by_forged_presses(story: Story) -> None:
    """Fault 53."""
    await told_of_ben(story)
    ben = story.town.people["ben"]
    seen = {name: story.phones[name].texts() for name in ("anna", "li", "dan")}
    forged = (
        OpenCallList(1, 0),
        CallNumbers(1, 0),
        MarkCall(1, ben, 0, Matter.CANCELLED, 0, 1, 0),
    )
    for name, texts in seen.items():
        for button in forged:
            press = story.phones[name].person.forge(button.pack())
            await story.settle()
            assert await press.answered() is not None
        assert story.phones[name].texts() == texts
    await story.chan.press("Call list")
    story.chan.sees("☎️ <b>{n} person to phone</b>", n=1, within=1)
    press = story.chan.person.forge(MarkCall(1, ben, 0, Matter.CANCELLED, 0, 1, 0).pack())
    await story.settle()
    assert await press.answered() is not None
    story.chan.sees("☎️ <b>{n} person to phone</b>", n=1, within=1)
