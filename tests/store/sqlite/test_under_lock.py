"""Fault 67: what came in and what waits to leave stands under lock where there is a key; without one, no number."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.store import inbox, outbox
from bot.store import outbox_leaving as leaving
from bot.store.database import Database, open_database
from bot.store.inbox import Arrival, Share
from bot.store.outbox import Queued
from bot.store.vault import VERSION, Vault
from tests.helpers.raw_sql import fetched, raw

BOT, NOW = 7, 1_800_000_000
KEY = "kite-harbour-lantern-57"
PHONE = "+8613800138000"
SAID = json.dumps({"update_id": 1, "message": {"contact": {"phone_number": PHONE, "first_name": "Ann"}}})
CALL = Queued(
    key="k", kind="call:sendMessage", class_="reply", chat_id=5, person_id=None, expires_at=NOW + 9,
    payload=json.dumps({"text": PHONE}),
)  # fmt: skip


@asynccontextmanager
async def opened(url: str, key: str | None = KEY) -> AsyncIterator[Database]:
    database = await open_database(url, vault=Vault(key))
    try:
        yield database
    finally:
        await database.close()


async def came(database: Database) -> list[str | None]:
    """What waits, as it is handled."""
    async with database.read() as tx:
        rows, _ = await inbox.waiting(tx, BOT, Share(), 9)
        return [inbox.raw_of(tx, BOT, row) for row in rows]


async def test_update_is_stored_sealed_and_handled_as_it_came(database_url: str) -> None:
    async with opened(database_url) as database:
        async with database.write() as tx:
            await inbox.take(tx, BOT, [Arrival(1, 5, SAID)], NOW)
        ((stored,),) = await fetched(database_url, "SELECT raw FROM inbox")

        assert str(stored).startswith(VERSION)
        assert await came(database) == [SAID]


async def test_update_of_before_the_key_is_still_handled(database_url: str) -> None:
    async with opened(database_url, None) as database, database.write() as tx:
        await inbox.take(tx, BOT, [Arrival(1, 5, '{"update_id": 1}')], NOW)

    async with opened(database_url) as database:
        assert await came(database) == ['{"update_id": 1}']


async def test_update_put_into_another_place_is_not_opened(database_url: str) -> None:
    async with opened(database_url) as database:
        async with database.write() as tx:
            await inbox.take(tx, BOT, [Arrival(1, 5, SAID)], NOW)
        await raw(database_url, "UPDATE inbox SET update_id = 2")

        assert await came(database) == [None]


async def test_contact_loses_its_number_where_there_is_no_key(database_url: str) -> None:
    async with opened(database_url, None) as database:
        async with database.write() as tx:
            await inbox.take(tx, BOT, [Arrival(1, 5, SAID)], NOW)

        assert await came(database) == [SAID.replace(PHONE, "").replace(": ", ":").replace(", ", ",")]


@pytest.mark.parametrize("key", [KEY, None], ids=["key", "no key"])
async def test_answer_is_stored_sealed_and_leaves_as_it_was_made(database_url: str, key: str | None) -> None:
    async with opened(database_url, key) as database:
        async with database.write() as tx:
            await outbox.queue_answers(tx, BOT, 1, [CALL], NOW)
        await raw(database_url, "UPDATE outbox SET state = 'pending'")
        ((stored,),) = await fetched(database_url, "SELECT payload FROM outbox")
        async with database.read() as tx:
            due = [row["payload"] for row in await leaving.due(tx, BOT, NOW, 9)]

    assert (str(stored).startswith(VERSION), PHONE in str(stored)) == (key is not None, key is None)
    assert due == [CALL.payload]


async def test_answer_that_cannot_be_opened_is_told_apart(database_url: str) -> None:
    async with opened(database_url) as database:
        async with database.write() as tx:
            await outbox.queue_answers(tx, BOT, 1, [CALL], NOW)
        await raw(database_url, "UPDATE outbox SET state = 'pending', key = 'other'")
        async with database.read() as tx:
            assert [row["payload"] for row in await leaving.due(tx, BOT, NOW, 9)] == [None]
