"""What a lead does with an activity once people are in it, and what those people see."""

from tests.stories.leading.test_posting import publish_message
from tests.stories.story import Story

CHANGED = "✅ <b>Changed.</b> Everybody signed up is asked again; no answer keeps the place."
MOVED = "📅 <b>Time or place has changed.</b> Now:"
CANCELLED = "{sign} <b>{when}: “{title}” is cancelled</b> ({reason})."


async def begin(story: Story) -> None:
    await publish_message(story.chan, story.language)
    await story.anna.press("Sign me up")
    await story.ben.press("Sign me up")
    await story.chan.press("Manage")


async def test_a_moved_activity_asks_everybody_again(story: Story) -> None:
    await begin(story)

    await story.chan.press("Edit")
    await story.chan.press("Start")
    await story.chan.send("10:00")

    story.chan.sees(CHANGED)
    story.anna.sees(MOVED)
    await story.anna.press("I'll be there")
    await story.chan.press("Manage")
    story.chan.sees("{n} said they'll come, {silent} no answer yet", n=1, silent=1)
    await story.chan.press("Participants")
    assert "✅ Anna" in story.chan.last().text
    assert "❔ Ben" in story.chan.last().text


async def test_a_wrong_value_is_named_and_asked_again(story: Story) -> None:
    await begin(story)

    await story.chan.press("Edit")
    await story.chan.press("Places")
    await story.chan.send("1")

    story.chan.sees("{taken} taken already, so {capacity} is too few: {names}", taken=2, capacity=1)
    await story.chan.send("3")
    story.chan.sees("✅ <b>Changed.</b>")


async def test_on_hold_is_told_and_the_lead_reminded_before_deciding(story: Story) -> None:
    await begin(story)
    await story.chan.press("More")
    await story.chan.press("Postpone or cancel")
    await story.chan.press("Put on hold")
    await story.chan.press_like(story.chan.words.moment(story.now + 5 * 86_400 - 3600))  # a day before

    story.anna.sees("⏸ <b>{title} is on hold.</b> We'll decide by {time} and tell you.")
    await story.wind(5 * 86_400)
    story.chan.sees("⏰ <b>Decide by {time}: does it take place?</b>")
    await story.chan.press("It takes place")
    story.anna.sees("✅ <b>{title} takes place.</b> See you there!")


async def test_postponing_asks_once_before_everybody_is_told(story: Story) -> None:
    await begin(story)
    await story.chan.press("More")
    await story.chan.press("Postpone or cancel")
    await story.chan.press("Postpone")
    await story.chan.send("soon")
    story.chan.sees("I can't read “{text}” as a time. Try 9:00 or 2:30 pm.")
    await story.chan.send("2026-12-12 10:00")
    story.chan.sees("Move it to <b>{when}</b>?")
    story.anna.sees_not(MOVED)
    await story.chan.send("14:00-16:00")  # on the day that was just proposed
    afternoon = story.now + 20 * 86_400 + 4 * 3600
    story.chan.sees("Move it to <b>{when}</b>?", within=1, when=story.chan.words.when(afternoon, afternoon + 7200))

    await story.chan.press("Yes, move it")
    story.chan.sees(CHANGED)
    story.anna.sees(MOVED)


async def test_one_more_session_is_announced_when_the_lead_says_so(story: Story) -> None:
    await begin(story)
    await story.chan.press("More")
    await story.chan.press("Postpone or cancel")
    await story.chan.press("Add a session")
    await story.chan.press("1")
    story.chan.sees("It is open for sign-ups. Nobody has been told of it yet.")
    await story.chan.press("Send again")

    story.chan.sees("✅ <b>Published.</b>")


async def test_on_hold_until_a_typed_time(story: Story) -> None:
    await begin(story)
    await story.chan.press("More")
    await story.chan.press("Postpone or cancel")
    await story.chan.press("Put on hold")
    await story.chan.send("2026-12-31 9:00")
    story.chan.sees("The deadline would be after the start.")
    await story.chan.send("2026-11-27 18:00")

    story.anna.sees("⏸ <b>{title} is on hold.</b> We'll decide by {time} and tell you.")


async def cancel(story: Story, reason: str = "Weather") -> None:
    for label in ("More", "Postpone or cancel", "Cancel activity", reason, "Cancel it"):
        await story.chan.press(label)


async def test_cancelling_takes_one_reason_and_shows_who_has_not_seen_it(story: Story) -> None:
    await begin(story)
    await cancel(story)

    story.anna.sees(CANCELLED, sign="⛈")
    await story.anna.press("Got it")
    assert f"✓ {story.anna.say('Got it')}" in story.anna.person.buttons()
    await story.chan.press("Refresh")
    story.chan.sees("{seen} of {told} have pressed <i>Got it</i>.", seen=1, told=2)
    assert "Ben" in story.chan.last().text
    assert "Anna" not in story.chan.last().text
    await story.chan.press("Show phone numbers")
    story.chan.sees("no number")


async def test_a_reason_in_words_is_confirmed_and_sent_as_typed(story: Story) -> None:
    await begin(story)
    await story.chan.press("More")
    await story.chan.press("Postpone or cancel")
    await story.chan.press("Cancel activity")
    await story.chan.press("Another reason…")
    await story.chan.send("Burst <pipe> & flood")
    await story.chan.press("Cancel it")

    story.ben.sees(CANCELLED, sign="❌", reason="Burst <pipe> & flood")


async def test_words_to_participants_are_looked_at_sent_and_counted(story: Story) -> None:
    await begin(story)
    await story.chan.press("Write to them")
    await story.chan.send("Bring <umbrellas> & boots")
    story.chan.sees("👀 <b>Have a look. All right?</b>")
    await story.chan.press("Send it")

    assert "Bring <umbrellas> & boots" in story.anna.last().text
    story.dan.sees_not("Bring")
    await story.chan.press("How far?")
    story.chan.sees("Delivered: {n}", n=2)
    await story.chan.press("Manage", message=story.chan.last())
    story.chan.sees("{taken} of {places} taken", within=1)


async def test_who_blocked_the_bot_is_named_to_whoever_writes(story: Story) -> None:
    """Cora is found out on the way; next time she is known before."""
    blocked = "Blocked the bot or left Telegram, please phone ({n}): {names}{more}"
    story.cora.person.deactivate()
    await story.chan.send("/broadcast")
    await story.chan.press("A team")
    await story.chan.press("first")
    await story.chan.send("Come to the party")
    absent = story.chan.words.say_n("{n} without Telegram: please phone", "{n} without Telegram: please phone", 1)
    story.chan.sees(str(absent))
    story.chan.sees_not(blocked)
    await story.chan.press("Send it")
    await story.chan.press("How far?")
    story.chan.sees("Delivered: {n}", n=3)
    story.chan.sees(blocked, n=1, names="Cora", more="")

    await story.chan.send("/broadcast")
    await story.chan.press("A team")
    await story.chan.press("first")
    await story.chan.send("Come again")
    story.chan.sees(blocked, n=1, names="Cora", more="", within=1)


async def test_activity_is_handed_over_and_helped_with(story: Story) -> None:
    await begin(story)
    await story.chan.press("More")
    await story.chan.press("Who leads")
    await story.chan.press("Helpers")
    await story.chan.press("Carl")
    story.carl.sees("🤝 <b>{name} asks you to help lead this activity.</b>", name="Chan")
    await story.carl.press("Manage")
    story.carl.sees_button("Participants")

    await story.chan.press("Back")
    await story.chan.press("Hand over")
    await story.chan.press("Olga")
    story.olga.sees("🤝 <b>You lead this activity now.</b>")


async def test_today_is_what_manage_opens_on(story: Story) -> None:
    await begin(story)
    await story.chan.send("/manage")
    story.chan.sees("Nothing of yours today, {day}.")
    await story.wind(6 * 86_400 - 3600)

    await story.chan.send("/manage")
    story.chan.sees("<b>Today, {day}</b>", "{n} signed up", n=2)
    await story.chan.press("Coming")
    await story.chan.press("Past")


async def test_session_that_is_there_already_is_not_said_to_be_added(story: Story) -> None:
    """A success that is none: the activity's own day, at its own hour."""
    await publish_message(story.chan, story.language)
    await story.chan.send("/manage")
    await story.chan.press("Coming")
    await story.chan.press_like("·")
    for label in ("More", "Postpone or cancel", "Add a session", "28"):
        await story.chan.press(label)
    story.chan.is_told("There is a session on {time} already. Nothing was added: please choose another day.")
    await story.chan.press("30")
    story.chan.sees_not("There is a session on {time} already. Nothing was added: please choose another day.", within=1)
