"""The own year as a picture, by its button under the hours or with the entries."""

from tests.stories.story import Story


async def test_the_year_comes_as_a_picture(story: Story) -> None:
    """Of who looks at others' hours too, with the own entries."""
    anna, chan, ben = story.anna, story.chan, story.ben
    for phone in (anna, ben):
        await phone.send("/log 2026-11-20 14:00-16:30 Chat")
    await anna.send("/hours")
    assert anna.say("My year") not in anna.last().buttons
    await chan.send("/verify")
    await chan.press("Confirm all of these")

    await anna.send("/hours")
    await anna.press("My year")
    anna.is_told("The file is on its way.")
    picture = anna.last()
    assert "photo" in picture.content
    anna.sees("<b>My year {year}</b>: {hours}", year="2026", hours=anna.words.hours(150))
    await anna.press("Entries")
    await anna.press("My year")  # within the minute: it is there already
    assert anna.last().id == picture.id or "photo" not in anna.last().content

    await ben.send("/hours")
    await ben.press("Entries")
    await ben.press("My year")
    assert "photo" in ben.last().content
