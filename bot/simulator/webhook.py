"""A webhook gets one update at a time, in order, until it answers 2xx; meanwhile getUpdates is refused with 409."""

import asyncio
import contextlib
from typing import Any

import aiohttp

from bot.simulator.errors import bad_request, conflict
from bot.simulator.params import Params
from bot.simulator.updates import UpdateQueue

FIRST_PAUSE = 0.05
LONGEST_PAUSE = 2.0
_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Webhook:
    """Where updates are delivered to, if anywhere. Plain http is accepted, as a Bot API server of one's own does."""

    def __init__(self, updates: UpdateQueue) -> None:
        self._updates = updates
        self.url = ""
        self._secret = ""
        self._connections = 40
        self._error: tuple[int, str] | None = None
        self._task: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    def change(self, params: Params) -> bool:
        """setWebhook; an empty url takes it away."""
        url = params.text("url")
        if url and not url.startswith(("https://", "http://")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        self._updates.allow(params.structure("allowed_updates", "allowed_updates"))
        if params.flag("drop_pending_updates"):
            self._updates.drop_all()
        self.stop()
        self.url, self._secret = url, params.text("secret_token")
        self._connections = params.integer("max_connections", 40)
        if url:
            self._updates.end_poll(conflict("terminated by setWebhook request"))
            self._updates.wake_webhook = self._news.set
            self._task = asyncio.create_task(self._deliver())
        return True

    def remove(self, params: Params) -> bool:
        """deleteWebhook."""
        return self.change(Params({"drop_pending_updates": params.flag("drop_pending_updates")}))

    def describe(self) -> dict[str, Any]:
        """getWebhookInfo."""
        info: dict[str, Any] = {"url": self.url, "has_custom_certificate": False}
        info["pending_update_count"] = len(self._updates)
        if self.url:
            info["max_connections"] = self._connections
        if self._error is not None:
            info["last_error_date"], info["last_error_message"] = self._error
        if self._updates.allowed is not None:
            info["allowed_updates"] = self._updates.allowed
        return info

    def check_polling(self) -> None:
        """getUpdates is refused while a webhook is set."""
        if self.url:
            raise conflict(_ACTIVE)

    def stop(self) -> None:
        """End delivering."""
        self._updates.wake_webhook = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _deliver(self) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        pause = FIRST_PAUSE
        async with aiohttp.ClientSession(headers=headers) as session:
            while True:
                update = self._updates.head()
                if update is None:
                    self._news.clear()
                    await self._news.wait()
                elif await self._post(session, update):
                    self._updates.confirm_head(update)
                    pause = FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)

    async def _post(self, session: aiohttp.ClientSession, update: Any) -> bool:
        words = "Connection refused"
        with contextlib.suppress(aiohttp.ClientError, TimeoutError):
            async with session.post(self.url, json=update, timeout=aiohttp.ClientTimeout(total=30)) as answer:
                if answer.status // 100 == 2:
                    return True
                words = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        self._error = (self._updates.now, words)
        return False
