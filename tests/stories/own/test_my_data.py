"""Taking everything along, and going for good."""

import json

import pytest

from bot.people import rows as people_rows
from bot.sign_ups import list_rows
from bot.store.database import Database
from tests.helpers.offers import morning, offer
from tests.stories.phone import Phone
from tests.stories.story import Story
from tests.stories.traces import traces

CANARIES = ("Zebulon", "Quagga", "13900139000", "SZ-9417", "Umbrella")


async def test_everything_kept_comes_as_a_file(story: Story, database: Database) -> None:
    async with database.write() as tx:
        story.town.tx = tx
        shift = await offer(story.town)
    await story.anna.start(f"a_{shift}")
    await story.anna.press("Sign me up")
    await story.anna.send("/settings")
    await story.anna.press("About me")
    await story.anna.press("Phone")
    story.anna.person.press_reply_button(story.anna.say("Share my phone number"))
    await story.settle()

    await story.anna.send("/mydata")

    document = story.anna.last().document
    assert document is not None
    held = json.loads(document.data)
    assert document.name == f"{story.anna.say('my-data')}-2026-11-22.json"
    assert (held["person"][0]["name"], held["person"][0]["phone"]) == ("Anna", story.anna.person.phone)
    assert held["person"][0]["created_at"] == "2026-11-22T10:00:00+08:00"
    assert [row["team"] for row in held["teams"]] == ["first"]
    assert [(row["title"], row["state"]) for row in held["sign_ups"]] == [
        ("Visit a care home and chat with residents", "confirmed")
    ]
    story.anna.sees("📄 Everything kept about you. To correct something: /settings. To erase it all: /forget.")


async def leave_traces(zebulon: Phone, shift: int, waiting: int) -> None:
    """Joins, signs up, gives number and phone, asks something, and leaves a question of ours unanswered."""
    await zebulon.start(f"a_{shift}")
    await zebulon.press("I agree, I'm 18 or over")
    await zebulon.send("Zebulon Quagga")
    await zebulon.press("Use this name")
    await zebulon.press("Sign me up")
    await zebulon.start(f"a_{waiting}")
    await zebulon.send("/settings")
    await zebulon.press("About me")
    await zebulon.press("Volunteer number")
    await zebulon.send("SZ-9417")
    await zebulon.press("Yes, change it")
    zebulon.person.send_contact(zebulon.person.id, "+8613900139000")
    await zebulon.story.settle()
    await zebulon.send("Umbrella forgotten, call me")
    await zebulon.press("Pass it on")
    await zebulon.send("/settings")
    await zebulon.press("About me")
    await zebulon.press("Name")
    await zebulon.send("Zebulon Quagga the Second")


async def test_erased_person_leaves_no_trace(
    story: Story, database: Database, database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Faults 43 and 67."""
    caplog.set_level("INFO")
    async with database.write() as tx:
        story.town.tx = tx
        shift = await offer(story.town)
        waiting = await offer(story.town, title="Another visit", lead_id=story.town.people["li"])
    zebulon = story.newcomer("Zebulon")
    await leave_traces(zebulon, shift, waiting)

    await zebulon.send("/forget")
    zebulon.sees("<b>Erase everything about you? This cannot be undone.</b>")
    await zebulon.press("Yes, erase it all")

    zebulon.sees("Done. Everything about you is erased. Thank you for your help, and all the best!")
    await story.settle()
    assert await traces(database_url, [*CANARIES, str(zebulon.person.id)]) == []
    assert [canary for canary in CANARIES if canary in caplog.text] == []
    async with database.read() as tx:
        assert await tx.row(people_rows.by_telegram_id.statement, telegram_id=zebulon.person.id) is None
        assert [row["state"] for row in await tx.rows(list_rows.of_shift.statement, shift_id=shift)] == []
    await zebulon.send("/menu")
    zebulon.sees("👋 <b>Welcome! To join, please read this and agree.</b>", within=1)


async def test_places_of_an_erased_person_go_to_the_next(story: Story, database: Database) -> None:
    async with database.write() as tx:
        story.town.tx = tx
        shift = await offer(story.town, morning(capacity=1))
    for phone in (story.anna, story.ben):
        await phone.start(f"a_{shift}")
        await phone.press("Sign me up")

    await story.anna.send("/forget")
    await story.anna.press("Yes, erase it all")

    async with database.read() as tx:
        found = [(row["name"], row["state"]) for row in await tx.rows(list_rows.of_shift.statement, shift_id=shift)]
    assert found == [("Ben", "confirmed")]


async def test_who_is_still_needed_hands_over_first(story: Story) -> None:
    await story.chan.send("/forget")

    story.chan.sees("Somebody else must take over first: {names}. Hand them over, then come back.")
    await story.wu.send("/forget")
    story.wu.sees("You are the only administrator. Make another one first.")


async def test_erasing_asks_first(story: Story) -> None:
    await story.anna.send("/forget")
    await story.anna.press("No, keep it")

    story.anna.sees("Good that you're staying. Nothing was erased.")
    await story.anna.start()
    story.anna.sees("👋 <b>Hello, {name}!</b>", name="Anna")
