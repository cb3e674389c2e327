"""A record of service is taken away, and whoever holds it asks whether it is genuine: by its link, or by the file."""

import json
from collections.abc import AsyncIterator
from io import BytesIO

import pypdf
import pytest

from bot.paper.verifying import verified
from bot.reports.issued import keys
from bot.reports.issued.rules import digest, payload
from bot.store.database import Database, in_transaction
from tests.paper.reading import packed, printed
from tests.stories.phone import Phone
from tests.stories.story import Story, told

PDF = "application/pdf"
WITHDRAWN = "🚫 <b>Withdrawn.</b> Paper no. {number} was issued here, and counts no more since {day}."


async def served(story: Story) -> None:
    """Two entries of Anna's, confirmed."""
    await story.anna.send("/log 2026-11-20 14:00-16:30 Chat")
    await story.anna.send("/log 2026-11-21 09:00-10:15 Garden")
    await story.chan.send("/verify")
    await story.chan.press("Confirm all of these")


async def taken(phone: Phone, period: str, extent: str) -> bytes:
    await phone.send("/hours")
    await phone.press("Record of service")
    await phone.press(period)
    await phone.press(extent)
    phone.is_told("The file is on its way.")
    document = phone.last().document
    assert document is not None
    return document.data


def content(pdf: bytes) -> str:
    return pypdf.PdfReader(BytesIO(pdf)).attachments["record.json"][0].decode()


def link(pdf: bytes) -> str:
    said = content(pdf)
    return payload(json.loads(said)["number"], digest(said))


async def hand_in(phone: Phone, pdf: bytes) -> None:
    phone.person.send_document("paper.pdf", pdf, mime=PDF)
    await phone.story.settle()


def genuine(phone: Phone) -> None:
    phone.sees("✅ <b>Genuine.</b> Paper no. {number} was issued here.", number=1, within=1)
    phone.sees("Garden", "Anna", phone.words.hours(225), within=1)


async def test_record_of_service_is_taken_away(story: Story) -> None:
    anna, chan = story.anna, story.chan
    for line in ("2026-11-20 14:00-16:30 Chat", "2026-11-21 09:00-10:15 Garden"):
        await anna.send(f"/log {line}")
    await anna.send("/hours")
    assert anna.say("Record of service") not in anna.last().buttons
    await chan.send("/verify")
    await chan.press("Confirm all of these")

    await anna.send("/hours")
    anna.sees("⏱ <b>{hours}</b> of service so far", hours=anna.words.hours(225))
    await anna.press("Record of service")
    await anna.press("Everything")
    await anna.press("Every entry")
    anna.is_told("The file is on its way.")
    document = anna.last().document
    assert document is not None
    assert document.name.startswith(anna.say("record-of-service"))
    assert packed(anna.say("In all: {hours}", hours=anna.words.hours(225))) in (text := printed(document.data))
    assert text.index("Chat") < text.index("Garden")


async def test_record_is_verified_by_its_link_and_by_the_file(story: Story) -> None:
    await served(story)
    pdf = await taken(story.anna, "This year", "Every entry")
    funder = story.newcomer("Funder")
    await funder.start(link(pdf))
    genuine(funder)
    await hand_in(funder, pdf)
    genuine(funder)
    funder.sees_not("👋 <b>Welcome! To join, please read this and agree.</b>")

    flipped = bytearray(pdf)
    flipped[len(pdf) // 3] ^= 4
    await hand_in(funder, bytes(flipped))
    funder.sees("❌ <b>Not ours.</b>", within=1)


async def test_what_was_corrected_since_is_said_of_the_paper(story: Story) -> None:
    await served(story)
    every = await taken(story.anna, "Everything", "Every entry")
    await story.wind(120)
    totals = await taken(story.anna, "Everything", "Totals only")
    chan = story.chan
    await chan.send("/hours")
    await chan.press("Somebody else's hours")
    await chan.send("ann")
    await chan.press("Anna")
    await chan.press("1")
    await chan.press("Correct")
    await chan.send("09:00-10:00")
    await chan.send("The garden closed")

    funder = story.newcomer("Funder")
    await funder.start(link(every))
    hours = funder.words.hours
    funder.sees("✅ <b>Genuine, since corrected.</b> Paper no. {number} was issued here.", number=1, within=1)
    funder.sees(
        "✏️ {day}, {activity}: {after} (was {before})", day="2026-11-21", activity="Garden", after=hours(60),
        before=hours(75), within=1,
    )  # fmt: skip
    funder.sees("Service hours of this paper as they stand now: {hours}", hours=hours(210), within=1)
    await hand_in(funder, totals)
    funder.sees("Service hours of this paper as they stand now: {hours}", hours=hours(210), within=1)
    assert "Garden" not in funder.texts(1)[0]
    assert "Garden" not in content(totals)


async def test_paper_of_who_was_erased_is_not_kept(story: Story) -> None:
    await served(story)
    pdf = await taken(story.anna, "Last year", "Totals only")
    await story.anna.send("/forget")
    await story.anna.press("Yes, erase it all")
    await story.carl.start(link(pdf))
    story.carl.sees("ℹ️ <b>Paper no. {number} was issued here on {day}.</b>", number=1, within=1)
    story.carl.sees("What it said is not kept any more, so it cannot be compared.", within=1)
    assert "Anna" not in story.carl.texts(1)[0]
    await hand_in(story.carl, pdf)
    story.carl.sees("What it said is not kept any more, so it cannot be compared.", within=1)


async def test_paper_is_withdrawn(story: Story) -> None:
    await served(story)
    pdf = await taken(story.anna, "This year", "Every entry")
    await story.carl.start(link(pdf))
    assert story.carl.say("Withdraw this paper") not in story.carl.person.buttons()
    await story.olga.start(link(pdf))
    await story.olga.press("Withdraw this paper")
    await story.olga.press("No, leave it")
    story.olga.sees("✅ <b>Genuine.</b> Paper no. {number} was issued here.", number=1, within=1)
    await story.olga.press("Withdraw this paper")
    await story.olga.press("Yes, withdraw it")
    story.olga.sees(WITHDRAWN, within=1)
    await hand_in(story.carl, pdf)
    story.carl.sees(WITHDRAWN, within=1)


async def test_guessing_is_made_slow(story: Story) -> None:
    await served(story)
    pdf = await taken(story.anna, "This year", "Every entry")
    guesser = story.newcomer("Guesser")
    for n in range(5):
        await guesser.start(f"v_1_{'A' * 20}{n}A")
        guesser.sees("❌ <b>Not ours.</b>", within=1)
    await guesser.start(link(pdf))
    guesser.sees("Too many wrong codes. Please try again after {until}.", within=1)


async def test_days_of_a_record_are_typed(story: Story) -> None:
    await served(story)
    await story.anna.send("/hours")
    await story.anna.press("Record of service")
    await story.anna.press("Other days")
    await story.anna.send("2026-11-21..2026-11-22")
    await story.anna.press("Every entry")
    document = story.anna.last().document
    assert document is not None
    assert [one["activity"] for one in json.loads(content(document.data))["entries"]] == ["Garden"]


async def test_public_key_is_shown_and_printed(story: Story) -> None:
    await served(story)
    await story.anna.send("/hours")
    await story.anna.press("Record of service")
    await story.anna.press("How to verify")
    story.anna.sees("No paper was signed here yet, so there is no key.", within=1)
    pdf = await taken(story.anna, "This year", "Every entry")
    await story.carl.send("/hours")
    async with story.app.database.read() as tx:
        (key,) = await keys.known(tx)
    assert verified(pdf, [key.public])[0] == content(pdf)
    await story.anna.send("/hours")
    await story.anna.press("Record of service")
    await story.anna.press("How to verify")
    story.anna.sees(key.public, within=1)
    await story.anna.press("Page to print")
    assert story.anna.last().document is not None


async def test_other_files_are_refused_at_once(story: Story) -> None:
    for hostile in (b"%PDF-1.7\n", b"%PDF-1.7 /ByteRange [0 9 99 9]", b"/ByteRange [0 " * 100_000):
        await hand_in(story.ben, hostile)
        story.ben.sees("❌ <b>Not ours.</b>", within=1)


async def test_paper_stays_good_once_another_pair_signs(story: Story) -> None:
    await served(story)
    before = await taken(story.anna, "This year", "Every entry")
    await in_transaction(story.app.database, lambda tx: keys.make(tx, story.now))
    await story.wind(120)
    after = await taken(story.anna, "This year", "Every entry")
    for number, pdf in enumerate((before, after), 1):
        await hand_in(story.carl, pdf)
        story.carl.sees("✅ <b>Genuine.</b> Paper no. {number} was issued here.", number=number, within=1)
    async with story.app.database.read() as tx:
        newest, oldest = await keys.known(tx)
    assert (verified(before, [oldest.public])[1], verified(after, [newest.public])[1]) == (oldest.public, newest.public)


@pytest.fixture
async def keyless(database_url: str, database: Database, language: str) -> AsyncIterator[Story]:
    async with told(database_url, database, language, data_key=None) as made:
        yield made


async def test_paper_without_a_key_is_not_signed_and_says_so(keyless: Story) -> None:
    await served(keyless)
    pdf = await taken(keyless.anna, "This year", "Totals only")
    said = "This paper is not signed, and cannot be verified: please ask whoever issued it."
    assert packed(keyless.anna.say(said)) in printed(pdf)
    assert b"/ByteRange" not in pdf
    await hand_in(keyless.carl, pdf)
    keyless.carl.sees("❌ <b>Not ours.</b>", within=1)
