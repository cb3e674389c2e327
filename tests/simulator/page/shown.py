"""The page in a real browser beside a bot that is driven by hand."""

from typing import Any

import aiohttp
from playwright.async_api import Locator, Page, expect

from bot.simulator.people.persons import SimPerson
from tests.simulator.client import BotClient

PATIENCE = 20  # seconds of a long poll


class Shown:
    """The page with Anna's phone, and the bot that writes to her."""

    def __init__(self, page: Page, bot: BotClient, anna: SimPerson) -> None:
        self.page = page
        self.bot = bot
        self.anna = anna
        self.phone = page.get_by_role("region", name="Anna", exact=True)
        self.next_update = 0

    async def send(self, method: str = "sendMessage", **params: Any) -> Locator:
        """The new message in the page."""
        sent = await self.bot.ok(method, chat_id=self.anna.id, **params)
        return await self.shown(sent)

    async def pressed(self, label: str) -> dict[str, str]:
        """The press of a button, as the bot gets it: once it has come, for the page only says that it was clicked."""
        await self.phone.get_by_role("button", name=label).last.click()
        (update,) = await self.bot.ok("getUpdates", offset=self.next_update, timeout=PATIENCE)
        self.next_update = update["update_id"] + 1
        query: dict[str, str] = update["callback_query"]
        return query

    async def upload(self, kind: str, name: str, data: bytes) -> Locator:
        form = aiohttp.FormData({"chat_id": str(self.anna.id)}, quote_fields=False)
        form.add_field(kind, data, filename=name)
        async with self.bot.session.post(f"{self.bot.base}send{kind.title()}", data=form) as answer:
            return await self.shown((await answer.json())["result"])

    async def shown(self, sent: dict[str, Any]) -> Locator:
        message = self.phone.locator(f'.message[data-id="{sent["message_id"]}"]')
        await expect(message).to_be_visible()
        return message
