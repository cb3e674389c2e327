"""Hours asked for in questions: what cannot be is refused at its own question, which stands."""

from tests.helpers.town import ZONE
from tests.stories.story import DAY, HOUR, Story


async def test_question_stands_after_a_refusal(story: Story) -> None:
    anna = story.anna
    await anna.send("/log")
    await anna.send("2026-11-01")
    anna.sees("Older than {limit} days: your {needs} can enter it.", limit=14)
    await anna.send("2026-11-20")
    await anna.send("9:00-11:00")
    await anna.press("Community")
    await anna.send("Sorting")
    await anna.press("Send")
    await anna.send("/log")
    await anna.send("2026-11-20")
    await anna.send("10:00-12:00")
    anna.sees("There are hours for that time already: “{activity}” ({when}).", activity="Sorting")
    await anna.send("11:00-12:00")
    anna.sees("What kind of service was it?")


async def test_what_cannot_be_is_refused_and_can_be_typed_again(story: Story) -> None:
    """Fault 37."""
    anna = story.anna
    for line in ("2026-11-20 9-10", "2026-11-20 9:30-10:30"):
        await anna.send(f"/log {line}")
    await anna.send("/log 2026-12-01 14:00-15:00")
    await anna.send("/log 2026-11-01 14:00-15:00")
    await anna.send("/log NaN")

    await anna.send("/hours")
    anna.sees("Waiting to be confirmed: {hours}, not counted yet", hours=anna.words.hours(60))


async def test_length_that_was_typed_is_used_with_the_start(story: Story) -> None:
    await story.anna.send("/log yesterday 1.5h gardening")
    story.anna.sees("{day}, {hours}: from when?\nType it like 14:00", hours=story.anna.words.hours(90), within=1)
    await story.anna.send("14:00")
    await story.anna.press("Environment")
    story.anna.sees("Send <b>{hours}</b> to be confirmed?", hours=story.anna.words.hours(90), within=1)
    await story.anna.press("Send")
    await story.chan.send("/verify")
    await story.chan.press("1")
    afternoon = story.now - DAY + 4 * HOUR  # it is ten in the morning
    assert str(story.chan.words.at(ZONE).span(afternoon, afternoon + 90 * 60)) in story.chan.last().text
    await story.chan.press("Confirm")
    await story.anna.send("/hours")
    story.anna.sees("⏱ <b>{hours}</b> of service so far", hours=story.anna.words.hours(90), within=1)


async def test_start_and_length_in_one_answer_are_a_span(story: Story) -> None:
    await story.anna.send("/log yesterday")
    await story.anna.send("14:00 2h")
    await story.anna.press("Environment")
    await story.anna.send("gardening")
    await story.anna.press("Send")
    await story.chan.send("/verify")
    await story.chan.press("1")
    afternoon = story.now - DAY + 4 * HOUR
    assert str(story.chan.words.at(ZONE).span(afternoon, afternoon + 2 * HOUR)) in story.chan.last().text


async def test_own_entry_that_waits_is_given_anew_in_one_go(story: Story) -> None:
    await story.anna.send("/log 2026-11-20 9:00-17:00 gardening")  # meant 11:00
    await story.chan.send("/verify")
    story.chan.sees("<b>{n} entry is waiting for you</b>", n=1, within=1)
    await story.anna.press("My hours")
    await story.anna.press("Entries")
    await story.anna.press("1")
    await story.anna.press("Put right and send")
    await story.chan.send("/verify")
    story.chan.sees("✅ Nothing is waiting for you.", within=1)
    await story.anna.send("2026-11-20")
    await story.anna.send("9:00-11:00")
    await story.anna.press("Send")
    story.anna.sees("📝 <b>{hours}</b> sent. They count once the lead has confirmed them.", within=1)
    await story.chan.send("/verify")
    story.chan.sees("<b>{n} entry is waiting for you</b>", n=1, within=1)
    story.chan.sees_button("1")
    await story.chan.press("1")
    story.chan.sees("<b>{who}</b>: {hours}", who="Anna", hours=story.chan.words.hours(120), within=1)


async def test_own_entry_that_waits_is_taken_back(story: Story) -> None:
    await story.anna.send("/log 2026-11-20 9:00-17:00 gardening")
    await story.anna.press("My hours")
    await story.anna.press("Entries")
    await story.anna.press("1")
    await story.anna.press("Take back")
    story.anna.sees("↩️ Taken back by {name}", name="Anna", within=1)
    await story.chan.send("/verify")
    story.chan.sees("✅ Nothing is waiting for you.", within=1)
    await story.anna.send("/hours")
    story.anna.sees_not(
        "Waiting to be confirmed: {hours}, not counted yet", "↩️ {n} entry was sent back to you", within=1
    )


async def test_kind_that_stands_for_what_was_done_is_said_once(story: Story) -> None:
    await story.anna.send("/log")
    await story.anna.send("2026-11-20")
    await story.anna.send("9:00-11:00")
    for label in ("Community", "Nothing to add", "Send"):
        await story.anna.press(label)
    await story.chan.send("/verify")
    await story.chan.press("1")
    assert story.chan.last().text.count(story.chan.say("Community")) == 1
