"""The lead asks for a poster, the sheet for the door and the insurer's list; who scans the poster signs up."""

from urllib.parse import parse_qs, urlsplit

from bot.members import profile_rows as profiles
from bot.people import rows as people
from bot.store.database import Database
from tests.helpers.notes import notes_about
from tests.paper.reading import packed, printed, scanned
from tests.sign_ups.test_groups import open_day, reserves
from tests.stories.phone import Phone
from tests.stories.story import Story

TITLE = "Visit a care home and chat with residents"
WAY = ("More", "Sign-ups", "Poster and lists")


async def at_the_papers(story: Story, database: Database, lead: str = "chan") -> int:
    async with database.write() as tx:
        story.town.tx = tx
        shift = await open_day(story.town)
    for name in ("ben", "anna"):
        await story.phones[name].start(f"a_{shift}")
        await story.phones[name].press("Sign me up")
    phone = story.phones[lead]
    await phone.send("/manage")
    await phone.press("Coming")
    await phone.press_like(TITLE[:20])
    for label in WAY:
        await phone.press(label)
    return shift


def paper(phone: Phone) -> str:
    file = phone.last().document
    assert file is not None
    return printed(file.data)


async def test_who_scans_the_poster_stands_before_the_activity(story: Story, database: Database) -> None:
    chan = story.chan
    shift = await at_the_papers(story, database)
    await chan.press("Poster")

    chan.is_told("The file is on its way.")
    picture, page = chan.person.messages[-2:]
    assert picture.document is not None
    [link] = scanned(picture.document.data)
    chan.sees("Sign up: {link}", link=link)
    assert page.document is not None
    assert page.document.name == f"{chan.say('poster')}-{shift}.pdf"
    text = printed(page.document.data)
    there = chan.words
    assert [one for one in (TITLE, there.say("Lead: {name}", name="Chan")) if packed(str(one)) not in text] == []

    cora = story.cora
    await cora.start(parse_qs(urlsplit(link).query)["start"][0])
    await cora.press("Sign me up")
    cora.sees("✅ You're in. See you on {day}!")


async def test_sheet_names_who_is_expected_and_no_number(story: Story, database: Database) -> None:
    chan = story.chan
    async with story.app.database.write() as tx:
        await people.set_phone(tx, story.town.people["anna"], "+8613800001111")
    shift = await at_the_papers(story, database)
    async with database.write() as tx:
        story.town.tx = tx
        await reserves(story.town, shift, 3)
    await chan.press("Sign-in sheet")
    text = paper(chan)

    assert text.index("Ben") < text.index("Anna")
    assert packed(str(chan.words.say_n("{n} without a name", "{n} without a name", 3))) in text
    assert packed(chan.say("Signature")) in text
    assert "13800001111" not in text
    assert "1/1" in text


async def test_insurer_gets_what_is_kept_and_it_is_noted_who_asked(story: Story, database: Database) -> None:
    chan = story.chan
    async with database.write() as tx:
        await profiles.set_volunteer_number(tx, story.town.people["anna"], "SZ-4711")
    shift = await at_the_papers(story, database)
    await chan.press("List for the insurer")
    text = paper(chan)

    assert [one for one in ("Anna", "SZ-4711", "first", packed(chan.say("18 or over"))) if one not in text] == []
    assert packed(chan.say("ID number")) in text
    async with database.read() as tx:
        [note] = [note for note in await notes_about(tx, f"shift:{shift}") if note.act == "insurers_list"]
    assert (note.actor_id, note.facts) == (story.town.people["chan"], {"people": 2})


async def test_helper_hangs_up_the_poster_and_gets_no_list_for_the_insurer(story: Story, database: Database) -> None:
    """Also not by the button of somebody else's screen."""
    await at_the_papers(story, database)
    chan, carl = story.chan, story.carl
    offered = chan.last().button(chan.say("List for the insurer"))
    assert offered is not None
    for label in ("Back", "Back", "Who leads", "Helpers"):
        await chan.press(label)
    await chan.press_like("Carl")
    await carl.send("/manage")
    await carl.press("Coming")
    await carl.press_like(TITLE[:20])
    for label in WAY:
        await carl.press(label)

    assert carl.say("List for the insurer") not in carl.last().buttons
    await carl.press("Sign-in sheet")
    assert "Anna" in paper(carl)
    carl.person.forge(offered["callback_data"])
    await story.settle()
    assert carl.say("List for the insurer") not in carl.last().text


async def test_nothing_is_printed_of_what_was_called_off(story: Story, database: Database) -> None:
    chan = story.chan
    await at_the_papers(story, database)
    poster = chan.last().button(chan.say("Poster"))
    assert poster is not None
    for label in ("Back", "Back", "Postpone or cancel", "Cancel activity", "Weather", "Cancel it"):
        await chan.press(label)
    before = len(chan.person.messages)
    forged = chan.person.forge(poster["callback_data"])
    await story.settle()
    chan.answer = await forged.answered()

    chan.is_told("This activity is cancelled. /activities shows what else is coming.")
    assert all(message.document is None for message in chan.person.messages[before:])
