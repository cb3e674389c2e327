"""Hours asked for in questions: what cannot be is refused at its own question, which stands."""

from tests.stories.story import Story


async def test_question_stands_after_a_refusal(story: Story) -> None:
    anna = story.anna
    await anna.send("/log")
    await anna.send("2026-11-01")
    anna.sees("Older than {limit} days: a {needs} can enter it.", limit=14)
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
