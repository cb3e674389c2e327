"""Queueing is all that acts see of the outbox: what goes in, for whom, and what is kept how long."""

import json
from typing import Any

import pytest

from bot.ground.notices import Notice
from bot.people.rows import add_person
from bot.store import outbox
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.one_process.epochs import newest_epoch, raise_epoch
from bot.store.outbox import Queued, tell_chat
from bot.store.transaction import Tx
from bot.telling import tell
from tests.helpers.raw_sql import raw
from tests.wire.hello import Hello, Urgent
from tests.wire.looking import found

BOT, NOW, DAY = 7, 1_800_000_000, 86_400


async def queue(tx: Tx, person_id: int, key: str = "k", row: Notice[str] = Hello, **more: Any) -> bool:
    return await tell(tx, row("tea"), person_id, key=key, subject="s", now=NOW, **more)


async def somebody(tx: Tx, telegram_id: int | None = 5) -> int:
    return await add_person(tx, now=1, state="active", name="Anna", telegram_id=telegram_id)


async def test_notice_waits_for_its_person(database: Database, database_url: str) -> None:
    async with database.write() as tx:
        await raise_epoch(tx, BOT, 1)
        person_id = await somebody(tx)
        queued = await queue(tx, person_id, row=Urgent, due_at=NOW + 60, until=NOW + 90, silent=True)

    (row,) = await found(
        database_url,
        "SELECT bot_id, key, kind, class, chat_id, person_id, subject, payload, due_at, expires_at, state FROM outbox",
    )
    assert queued is True
    assert row[:7] == (BOT, "bot7:k", "urgent", "critical", 5, person_id, "s")
    assert json.loads(row[7]) == {"facts": {"what": "tea"}, "silent": True}
    assert row[8:] == (NOW + 60, NOW + 90, "pending")


async def test_same_key_is_queued_once(database: Database) -> None:
    async with database.write() as tx:
        person_id = await somebody(tx)
        answers = [await queue(tx, person_id), await queue(tx, person_id), await queue(tx, person_id, "other")]

    assert answers == [True, False, True]


@pytest.mark.parametrize("why", ["no Telegram", "unreachable", "unknown"])
async def test_nobody_who_cannot_be_reached_is_queued_for(database: Database, database_url: str, why: str) -> None:
    async with database.write() as tx:
        person_id = await somebody(tx, None if why == "no Telegram" else 5)
    if why == "unreachable":
        await raw(database_url, "UPDATE person SET unreachable_at = 1")

    async with database.write() as tx:
        queued = await queue(tx, person_id + (why == "unknown"))

    assert queued is False
    assert await found(database_url, "SELECT count(*) FROM outbox") == [(0,)]


async def test_notice_belongs_to_the_bot_that_started_last(database: Database, database_url: str) -> None:
    async with database.write() as tx:
        await raise_epoch(tx, 9, 100)
        await raise_epoch(tx, BOT, 200)
        await queue(tx, await somebody(tx))
        await tell_chat(tx, Hello("tea"), -5, key="g", subject=None, now=NOW)

    rows = await found(database_url, "SELECT bot_id, key, chat_id FROM outbox ORDER BY id")
    assert rows == [(BOT, "bot7:k", 5), (BOT, "bot7:g", -5)]


async def test_first_bot_adopts_what_was_queued_before_it(database: Database, database_url: str) -> None:
    async with database.write() as tx:
        person_id = await somebody(tx)
        await queue(tx, person_id)
        await raise_epoch(tx, BOT, 1)
        await leaving.adopt_notices(tx, BOT)
        again = await queue(tx, person_id)

    assert again is False
    assert await found(database_url, "SELECT bot_id, key FROM outbox") == [(BOT, "bot7:k")]


async def test_answers_are_forgotten_after_a_week_and_notices_after_thirty_days(
    database: Database, database_url: str
) -> None:
    async with database.write() as tx:
        await raise_epoch(tx, BOT, 1)
        person_id = await somebody(tx)
        answer = Queued("bot7:a", "call:sendMessage", "reply", 5, person_id, "{}", NOW + DAY)
        await outbox.queue_answers(tx, BOT, 1, [answer], NOW)
        await queue(tx, person_id)
    await raw(database_url, "UPDATE outbox SET state = 'sent'")

    left = []
    for days in (7, 8, 30, 31):
        async with database.write() as tx:
            await leaving.forget_old(tx, BOT, NOW + days * DAY)
        left.append([key for (key,) in await found(database_url, "SELECT key FROM outbox ORDER BY key")])

    assert left == [["bot7:a", "bot7:k"], ["bot7:k"], ["bot7:k"], []]


async def test_what_still_waits_is_never_forgotten(database: Database) -> None:
    async with database.write() as tx:
        await raise_epoch(tx, BOT, 1)
        await queue(tx, await somebody(tx))
        assert await leaving.forget_old(tx, BOT, NOW + 100 * DAY) == 0


async def test_epoch_rises_with_every_start_of_a_bot(database: Database) -> None:
    async with database.write() as tx:
        epochs = [await raise_epoch(tx, bot, 1) for bot in (BOT, BOT, 9)]
        assert (epochs, await newest_epoch(tx)) == ([1, 2, 1], 1)
