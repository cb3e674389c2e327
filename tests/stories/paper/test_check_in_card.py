"""Who scans the picture on the lead's screen is checked in; an old picture says so, and a new one is one tap away."""

from urllib.parse import parse_qs, urlsplit

from tests.paper.reading import as_a_chat_shows_it, scanned
from tests.stories.leading.test_roll_call import START, signed_up
from tests.stories.phone import Phone
from tests.stories.story import Story


def scans(held_up: Phone, shown: int = -1) -> str:
    """What a start link on the picture that somebody holds up brings."""
    pictures = [one.document for one in held_up.person.messages if one.document is not None]
    picture = pictures[shown]
    assert picture is not None
    [link] = scanned(as_a_chat_shows_it(picture.data))
    return parse_qs(urlsplit(link).query)["start"][0]


async def test_scanning_the_picture_checks_in_and_an_old_one_says_so(story: Story) -> None:
    chan, anna, ben = story.chan, story.anna, story.ben
    await signed_up(story, "anna", "ben")
    await story.wind_to(START)
    await chan.press("More")
    await chan.press("Check-in code")
    chan.sees("Scan to check in: {title}. Good for 30 seconds.", within=1)
    await anna.start(scans(chan))
    anna.sees("✅ <b>You're checked in, {time}.</b>", within=1)

    story.clock.set(story.now + 61)  # the time that is on it, and as long again
    await ben.start(scans(chan))
    ben.sees_not("✅ <b>You're checked in, {time}.</b>")
    await chan.press("New code")
    assert scans(chan) != scans(chan, -2)
    await ben.start(scans(chan))
    ben.sees("✅ <b>You're checked in, {time}.</b>", within=1)
