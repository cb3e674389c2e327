"""Fault 67: no phone number and no guardian's name ever stands in plain text, not even while it is on its way."""

from collections.abc import AsyncIterator

import pytest

from bot.store.database import Database
from tests.stories.own.test_guardians import join, link_of, offered
from tests.stories.phone import Phone
from tests.stories.story import Story, told
from tests.stories.traces import traces

PHONE, GUARDIAN, COMPANION = "13900139000", "Quagga Wong", "Umbrella Ho"
SECRETS = (PHONE, GUARDIAN, COMPANION)


@pytest.fixture
async def keyless(database_url: str, database: Database, language: str) -> AsyncIterator[Story]:
    async with told(database_url, database, language, data_key=None) as made:
        yield made


async def form_for(staff: Phone, name: str) -> None:
    """Up to the question who signed."""
    await staff.send(f"/people {name}")
    await staff.press("Consent form")
    await staff.press("under 14")
    await staff.press("Today")


async def test_contact_is_kept_without_a_trace(story: Story, database_url: str) -> None:
    """Shared, shown to staff, and shown again by who asks twice."""
    anna, chan = story.anna, story.chan
    anna.person.send_contact(anna.person.id, f"+86{PHONE}")
    await story.settle()
    anna.sees("✅ Your phone number is kept, encrypted.")
    assert await traces(database_url, SECRETS) == []
    await chan.send("/people anna")
    await chan.press("Phone number")
    assert PHONE in "".join(chan.texts())
    assert await traces(database_url, SECRETS) == []


async def test_names_on_a_form_are_kept_without_a_trace(story: Story, database: Database, database_url: str) -> None:
    shift = await offered(story, database)
    await join(story.newcomer("Kit"), f"a_{shift}", adult=False)
    await form_for(story.wu, "kit")
    await story.wu.send(f"{GUARDIAN}\n{COMPANION}")

    story.wu.sees("✅ Consent for <b>{name}</b> is recorded and holds until {day}.", name="Kit")
    assert await traces(database_url, SECRETS) == []


async def test_companion_a_guardian_names_leaves_no_trace(story: Story, database: Database, database_url: str) -> None:
    shift = await offered(story, database)
    kit, mum = story.newcomer("Kit"), story.newcomer("Mum")
    await join(kit, f"a_{shift}", adult=False)
    await kit.press("Sign me up")
    await kit.press("Ask my parent or guardian")
    await kit.press("Under 14")
    await join(mum, link_of(kit))
    await mum.press("I agree, someone else comes along")
    await mum.send(COMPANION)
    assert await traces(database_url, SECRETS) == []
    await mum.press("Yes, this name")

    mum.sees("✅ Thank you. {name} can take part until {day}.", name="Kit")
    assert await traces(database_url, SECRETS) == []


async def test_contact_without_a_key_loses_its_number_at_the_door(keyless: Story, database_url: str) -> None:
    keyless.anna.person.send_contact(keyless.anna.person.id, f"+86{PHONE}")
    await keyless.settle()

    keyless.anna.sees("Phone numbers and guardians' names are not kept here: encryption is not set up.")
    assert await traces(database_url, SECRETS) == []


async def test_form_without_a_key_asks_for_no_name(keyless: Story, database: Database, database_url: str) -> None:
    shift = await offered(keyless, database)
    await join(keyless.newcomer("Kit"), f"a_{shift}", adult=False)
    await form_for(keyless.wu, "kit")
    keyless.wu.sees("This bot keeps no names of guardians: please keep the paper.", within=1)
    await keyless.wu.send("what now?")
    keyless.wu.sees("This bot keeps no names of guardians: please keep the paper.", within=1)

    await keyless.wu.press("Yes, it does")

    keyless.wu.sees("✅ Consent for <b>{name}</b> is recorded and holds until {day}.", name="Kit")


async def test_guardian_without_a_key_is_asked_for_no_name(keyless: Story, database: Database) -> None:
    shift = await offered(keyless, database)
    kit, mum = keyless.newcomer("Kit"), keyless.newcomer("Mum")
    await join(kit, f"a_{shift}", adult=False)
    await kit.press("Sign me up")
    await kit.press("Ask my parent or guardian")
    await kit.press("Under 14")
    await join(mum, link_of(kit))
    await mum.press("I agree, someone else comes along")
    mum.sees("✅ Thank you. {name} can take part until {day}.", name="Kit", within=1)

    await mum.press("Who comes along")
    mum.sees("<b>{name} is under 14: who comes along?</b>\nThis bot keeps no names here.", name="Kit", within=1)
    await mum.press("Another adult")
    mum.sees("✅ Noted who comes along with {name}.", name="Kit", within=1)
