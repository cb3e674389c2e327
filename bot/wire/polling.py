"""getUpdates, once more as soon as what came is committed: asking for the next is what tells Telegram that we have it.

Telegram ends the older, waiting poll of two with 409. So who gets 409 right after starting is the newcomer that was
itself overtaken, and leaves; who has polled for a while was disturbed by a newcomer, waits a little and goes on.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

from bot.storage import inbox
from bot.storage.database import Database, in_transaction
from bot.storage.failures import Conflict, Unavailable
from bot.wire.arrivals import KINDS, arrival
from bot.wire.client import Client, NoAnswer, NotSent
from bot.wire.clock import Clock, elapsed
from bot.wire.health import Exit, Health
from bot.wire.limits import Limits

log = logging.getLogger(__name__)
AFTER_CONFLICT = 2.0  # shorter than the window in which the newcomer must notice us


class Polling:
    """``taken`` is called when updates are committed; ``alone`` when nobody else turned out to be polling."""

    def __init__(
        self,
        *,
        client: Client,
        database: Database,
        clock: Clock,
        health: Health,
        limits: Limits,
        bot_id: int,
        taken: Callable[[], None],
        alone: Callable[[], None],
        fatal: Callable[[Exit], None],
        checkpoint: Callable[[str], None],
    ) -> None:
        self.client = client
        self.database = database
        self.clock = clock
        self.health = health
        self.limits = limits
        self.bot_id = bot_id
        self.taken = taken
        self.alone = alone
        self.fatal = fatal
        self.checkpoint = checkpoint
        self.offset: int | None = None
        self.began = 0.0
        self.failures = 0

    async def run(self) -> None:
        """Until cancelled, or until only a person can help."""
        self.began = elapsed()
        asyncio.get_running_loop().call_later(self.limits.first_poll, self.alone)
        while True:
            wait = await self.once()
            if wait:
                await asyncio.sleep(wait)

    async def once(self) -> float:
        """One poll; how many seconds to wait before the next."""
        wait = 0 if self.failures else self.limits.poll_seconds  # after trouble an answer at once: is it over?
        body: dict[str, Any] = {"timeout": wait, "allowed_updates": KINDS}
        if self.offset is not None:
            body["offset"] = self.offset
        try:
            status, answer = await self.client.post(
                "getUpdates", json.dumps(body).encode(), seconds=self.limits.poll_seconds + 15
            )
        except (NotSent, NoAnswer) as error:
            return self.out_of_reach(str(error))
        if status != 200:
            return await self.refused(status, answer)
        updates = updates_in(answer)
        return self.out_of_reach("somebody else answers") if updates is None else await self.keep(updates)

    async def keep(self, updates: list[Any]) -> float:
        """Commits what came, and only then moves on."""
        self.alone()
        self.failures = 0
        self.health.mend("telegram")
        self.checkpoint("fetched")
        found = [one for one in map(arrival, updates) if one is not None]
        if len(found) < len(updates):
            log.error("%d updates had no number and are lost", len(updates) - len(found))
        if not found:
            return 1.0 if updates else 0.0
        try:
            await in_transaction(self.database, lambda tx: inbox.take(tx, self.bot_id, found, self.clock.now()))
        except (Conflict, Unavailable) as failure:
            self.health.red("database", f"updates cannot be kept: {type(failure).__name__}", "polling")
            return 1.0
        self.health.mend("database", "polling")
        self.checkpoint("taken")
        self.offset = max(one.update_id for one in found) + 1
        self.taken()
        return 0.0

    def out_of_reach(self, words: str) -> float:
        self.failures += 1
        if self.failures > 1:
            self.health.red("telegram", f"cannot be reached: {words}")
        return float(min(60.0, self.limits.retry_seconds * 2 ** min(self.failures - 1, 8)))

    async def refused(self, status: int, answer: bytes) -> float:
        if status in {401, 404}:
            self.health.red("token", f"Telegram answers {status}")
            self.fatal(Exit.TOKEN)
            return 60.0
        if status == 409:
            return await self.disturbed(answer)
        return max(self.out_of_reach(f"HTTP {status}"), retry_after(answer))

    async def disturbed(self, answer: bytes) -> float:
        if b"webhook" in answer:
            return await self.without_webhook()
        if elapsed() - self.began < self.limits.first_poll:
            self.health.red("polling", "the bot runs elsewhere")
            self.fatal(Exit.ANOTHER_POLLER)
            return 60.0
        log.warning("another process asked for this bot's updates")
        return AFTER_CONFLICT

    async def without_webhook(self) -> float:
        log.warning("a webhook was set; it is removed, updates are polled for")
        try:
            await self.client.post("deleteWebhook", b"{}")
        except (NotSent, NoAnswer) as error:
            return self.out_of_reach(str(error))
        return 0.0


def updates_in(answer: bytes) -> list[Any] | None:
    """None for what is no answer of the Bot API, such as the page of a proxy."""
    try:
        updates = json.loads(answer)["result"]
    except (ValueError, KeyError, TypeError):
        return None
    return updates if isinstance(updates, list) else None


def retry_after(answer: bytes) -> float:
    try:
        return float((json.loads(answer).get("parameters") or {}).get("retry_after") or 0)
    except (ValueError, AttributeError):
        return 0.0


async def updates_waiting(client: Client) -> int:
    """How many Telegram still holds for us; 1 where it does not say."""
    status, body = await client.post("getWebhookInfo", b"{}")
    return int(json.loads(body)["result"]["pending_update_count"]) if status == 200 else 1
