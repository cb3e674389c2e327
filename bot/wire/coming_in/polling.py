"""getUpdates, once more as soon as what came is committed: asking for the next is what tells Telegram that we have it.

Telegram ends the older, waiting poll of two with 409. So who gets 409 right after starting is the newcomer that was
itself overtaken, and leaves; who has polled for a while was disturbed by a newcomer, waits a little and goes on.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

from bot.store import inbox
from bot.store.database import Database, in_transaction
from bot.store.failures import Conflict, Unavailable
from bot.wire.clock import Clock, elapsed
from bot.wire.coming_in.arrivals import KINDS, arrival
from bot.wire.coming_in.progress import Progress
from bot.wire.going_out.client import Client, NoAnswer, NotSent
from bot.wire.going_out.token import Token
from bot.wire.health import Exit, Health
from bot.wire.limits import Limits
from bot.wire.reading import Answer, answer_of, number, updates_of

log = logging.getLogger(__name__)
WORRYING_WAIT = 60  # seconds
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
        token: Token,
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
        self.token = token
        self.fatal = fatal
        self.checkpoint = checkpoint
        self.progress = Progress()
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
        updates = updates_of(status, answer)
        if updates is not None:
            return await self.keep(updates)
        refusal = answer_of(status, answer)
        if refusal is None or refusal.ok:
            return self.out_of_reach(f"somebody else answers (HTTP {status})")
        return await self.refused(refusal)

    async def keep(self, updates: list[Any]) -> float:
        """Commits what came, and only then moves on."""
        self.alone()
        self.checkpoint("fetched")
        found = [one for one in map(arrival, updates) if one is not None]
        if updates and not found:
            return self.nothing_usable(len(updates))
        if len(found) < len(updates):
            log.error("%d updates had no number and are lost", len(updates) - len(found))
        self.failures = 0
        self.health.mend("telegram")
        if not found:
            return 0.0
        try:
            await in_transaction(self.database, lambda tx: inbox.take(tx, self.bot_id, found, self.clock.now()))
        except (Conflict, Unavailable) as failure:
            self.health.red("database", f"updates cannot be kept: {type(failure).__name__}", "polling")
            return 1.0
        self.health.mend("database", "polling")
        self.checkpoint("taken")
        self.taken()
        return self.progress.moved({one.update_id for one in found})

    @property
    def offset(self) -> int | None:
        return self.progress.offset

    def nothing_usable(self, count: int) -> float:
        """Without a number they cannot be confirmed: for a day they come in front of whatever comes next."""
        self.failures += 1
        self.health.red("telegram", "updates without a number come again and again")
        return min(self.progress.blocked(count), self.backoff())

    def backoff(self) -> float:
        return float(min(60.0, self.limits.retry_seconds * 2 ** min(self.failures - 1, 8)))

    def out_of_reach(self, words: str) -> float:
        self.failures += 1
        if self.failures > 1:
            self.health.red("telegram", f"cannot be reached: {words}")
        return self.backoff()

    async def refused(self, refusal: Answer) -> float:
        """A 401 or 404 is only a reason to ask who we are; meanwhile polls go on, ever more slowly."""
        if refusal.code in {401, 404}:
            self.token.suspect()
            if self.token.doubted:
                self.failures += 1
                return self.backoff()
        elif refusal.code == 409:
            return await self.disturbed(refusal.words)
        wait = refusal.retry_after or 0
        if wait >= WORRYING_WAIT:
            self.health.red("telegram", f"asks not to be asked for {wait} s")
        return max(self.out_of_reach(f"HTTP {refusal.code}"), wait)

    async def disturbed(self, words: str) -> float:
        if "webhook" in words:
            return await self.without_webhook()
        if elapsed() - self.began < self.limits.first_poll:
            self.health.red("polling", "the bot runs elsewhere")
            self.fatal(Exit.ANOTHER_POLLER)
            return 60.0
        log.warning("another process asked for this bot's updates")
        return AFTER_CONFLICT

    async def without_webhook(self) -> float:
        """At once the first time; where it does not help, ever more slowly."""
        log.warning("a webhook was set; it is removed, updates are polled for")
        try:
            await self.client.post("deleteWebhook", b"{}")
        except (NotSent, NoAnswer) as error:
            return self.out_of_reach(str(error))
        wait = self.out_of_reach("a webhook is set")
        return wait if self.failures > 1 else 0.0


async def updates_waiting(client: Client) -> int:
    """How many Telegram still holds for us; at least one where nobody can say."""
    try:
        answer = answer_of(*await client.post("getWebhookInfo", b"{}"))
    except (NotSent, NoAnswer):
        return 1
    told = answer.result if answer is not None and isinstance(answer.result, dict) else {}
    count = number(told.get("pending_update_count"), 0)
    return 1 if count is None else count
