"""A webhook is served over real HTTP, in order, until it says 2xx."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.simulator.people.persons import SimPerson
from tests.simulator.client import BotClient

ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Receiver:
    """A bot behind a webhook; it answers with the statuses in `answers`, then 200."""

    def __init__(self) -> None:
        self.got: list[tuple[str | None, Any]] = []
        self.answers: list[int] = []
        self.url = ""

    async def receive(self, request: web.Request) -> web.Response:
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.got]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def confirmed(bot: BotClient) -> None:
    for _ in range(500):
        if bot.sim.pending_updates() == 0:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the webhook did not take everything")


async def test_updates_are_posted_with_the_secret(bot: BotClient, anna: SimPerson, receiver: Receiver) -> None:
    anna.send("before")
    await bot.ok("setWebhook", url=receiver.url, secret_token="s3cret")
    anna.send("after")
    await confirmed(bot)

    assert [secret for secret, _ in receiver.got] == ["s3cret", "s3cret"]
    assert receiver.texts() == ["before", "after"]


async def test_what_is_not_taken_comes_again_in_order(bot: BotClient, anna: SimPerson, receiver: Receiver) -> None:
    receiver.answers = [500, 200]
    await bot.ok("setWebhook", url=receiver.url)
    anna.send("one")
    anna.send("two")
    await confirmed(bot)

    assert receiver.texts() == ["one", "one", "two"]
    info = await bot.ok("getWebhookInfo")
    assert (info["last_error_message"], info["pending_update_count"]) == (
        "Wrong response from the webhook: 500 Internal Server Error",
        0,
    )


async def test_polling_is_refused_while_a_webhook_is_set(bot: BotClient, receiver: Receiver) -> None:
    await bot.ok("setWebhook", url=receiver.url, max_connections=3, allowed_updates=["message"])

    assert await bot.refusal("getUpdates") == (409, ACTIVE)
    assert await bot.ok("getWebhookInfo") == {
        "url": receiver.url,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 3,
        "allowed_updates": ["message"],
    }
    await bot.ok("deleteWebhook")
    assert await bot.ok("getUpdates") == []


async def test_pending_updates_can_be_dropped(bot: BotClient, anna: SimPerson) -> None:
    anna.send("old")

    await bot.ok("deleteWebhook", drop_pending_updates=True)

    assert await bot.updates() == []


async def test_a_webhook_must_be_an_address(bot: BotClient) -> None:
    assert await bot.refusal("setWebhook", url="nonsense") == (
        400,
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    )
