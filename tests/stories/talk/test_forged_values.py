"""Buttons that no screen of ours made, pressed by everybody. More of them: ``python -m tests.forging --presses N``."""

from collections.abc import AsyncIterator
from random import Random
from typing import Any

import pytest

from bot.members import profile_rows as profiles
from bot.store.database import Database, is_sqlite
from tests.forging.pressing import number, one_round
from tests.stories.story import Story, told

STALE = "That button is from an older message. Here is where we are now."
BEYOND = (
    *("mla:../../etc/passwd", "mla:zh_Hans/../en", "mla:xx", "jri:../../etc/passwd:", "jag:1:xx:", "jag:1:en:../a"),
    *("mw:1:99999999", "mn:1:999999999999", "mv:1:99999999", "mx:1:00010101", "mu:1:253402300800", "al:0:nope:0"),
    *("al:99999999999999:elderly:-1", "lgd:9999-12-31:0", "sm:s1:month:00010101:99991231:", "wr:1:erased"),
    *("xr:1:rain", "rck:1:1:0:done", "snt:everything", "sta:120:0", "zpa:adult", "zsy:1:../../etc/passwd"),
    *("zsb:x:1:administrator:0:0", "tty:no_such_form:1:1", "gon:edit", "bw:x1", "smr:1:2026-13", "gpn:short"),
)
NO_DATA: tuple[dict[str, Any], ...] = (
    *({}, {"game_short_name": "x"}, {"data": ""}, {"data": "a" * 5000}, {"data": "a:" * 2000}),
    *({"data": "\0"}, {"data": "\ud800"}, {"data": "a:\udfff"}, {"data": "a:1:\0"}),
)
PAYLOADS = ("a_", "a_1", "g_../../etc/passwd", "c_\0", "t_" + "x" * 3000, "r_٣", "zzz", "a_-1", "a_9999999999999999999")


@pytest.fixture
async def story(database_url: str, database: Database) -> AsyncIterator[Story]:
    """Once on each database: no language has anything to do with it."""
    async with told(database_url, database, "en") as made:
        yield made


async def failures(database_url: str) -> tuple[int, int]:
    """Dead updates and failed attempts."""
    dead = await number(database_url, "SELECT count(*) FROM inbox WHERE state = 'dead'")
    return dead, await number(database_url, "SELECT coalesce(sum(attempts), 0) FROM inbox")


async def test_forged_presses_by_everybody_fail_nowhere(database_url: str) -> None:
    """Fault 86: every press is answered, none dies or is tried twice, nothing is logged as an error."""
    presses = 600 if is_sqlite(database_url) else 200

    found = await one_round(database_url, Random(9), presses)  # not for secrets: the same each time

    assert found.clean, found
    assert found.presses == presses


async def test_value_that_no_screen_made_is_a_stale_card(story: Story, database_url: str) -> None:
    """Fault 86: a language, a day, a number, a choice."""
    for phone in (story.anna, story.wu):
        await phone.send("/menu")
        presses = [phone.person.forge(data) for data in BEYOND]
        await story.settle()
        for data, press in zip(BEYOND, presses, strict=True):
            assert (data, (await press.answered()).text) == (data, STALE)
    assert await failures(database_url) == (0, 0)


async def test_press_without_usable_data_is_answered(story: Story, database_url: str) -> None:
    """Fault 86: what stands where the data should be."""
    anna = story.anna
    await anna.send("/menu")
    shown = len(anna.texts(1000))
    for at, query in enumerate(NO_DATA):
        asked = {"id": f"47{at}", "from": anna.person.user, "chat_instance": "1", **query}
        story.simulator.world.updates.push("callback_query", asked)
        await story.settle()
        assert len(anna.texts(1000)) == shown + at + 1, query
    assert await failures(database_url) == (0, 0)


async def test_start_payload_of_nobodys_making_is_answered(story: Story, database_url: str) -> None:
    """Fault 86: by who has joined and by who has not."""
    for phone in (story.anna, story.newcomer("Nora")):
        for payload in PAYLOADS:
            before = len(phone.texts(1000))
            await phone.start(payload)
            assert len(phone.texts(1000)) > before, payload
    assert await failures(database_url) == (0, 0)


async def test_language_that_an_older_program_kept_is_read_as_none(
    story: Story, database: Database, database_url: str
) -> None:
    """A forged press could store any; its person must go on being answered."""
    async with database.write() as tx:
        await profiles.set_language(tx, story.town.people["anna"], "../../etc/passwd")

    await story.anna.send("/settings")
    await story.anna.send("/menu")

    story.anna.sees("as my Telegram app")
    assert await failures(database_url) == (0, 0)
