"""While Telegram is away nothing leaves: a message sent into an outage is burnt, for nobody knows whether it arrived.

What is in doubt, or finds nobody to connect to, shuts the gate. Then only ``getMe`` is asked, less and less often; once
it is answered one message goes alone, and only when that went well do the others follow, few at first.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from enum import Enum

from bot.wire.going_out.client import Client, NoAnswer, NotSent
from bot.wire.going_out.room import Room
from bot.wire.going_out.verdicts import Means, read_answer
from bot.wire.health import Health
from bot.wire.limits import Limits

log = logging.getLogger(__name__)
LONGEST_PAUSE = 60.0
PROBE_SECONDS = 10.0  # a probe that takes longer has failed
PART = "delivery"  # of health


class State(Enum):
    OPEN = "open"
    SHUT = "shut"
    TRYING = "trying"  # Telegram answers again; the first message has not gone through yet


class Gate:
    """``room`` is narrowed while it tries; ``opened`` is told whenever something may leave again."""

    def __init__(
        self, *, client: Client, health: Health, limits: Limits, room: Room, opened: Callable[[], None]
    ) -> None:
        self.client = client
        self.health = health
        self.seconds = min(PROBE_SECONDS, limits.call_seconds)
        self.first_pause = limits.retry_seconds
        self.room = room
        self.opened = opened
        self.state = State.OPEN
        self.pause = 0.0  # before the next probe
        self.trouble = asyncio.Event()

    @property
    def shut(self) -> bool:
        return self.state is State.SHUT

    @property
    def open(self) -> bool:
        return self.state is State.OPEN

    def doubt(self, words: str) -> None:
        """A call met nobody, or nobody knows what became of it."""
        if self.state is State.OPEN:
            log.warning("nothing leaves until Telegram answers again: %s", words)
        self.state = State.SHUT
        self.room.narrow()
        self.trouble.set()

    def went(self) -> None:
        """Telegram has answered a call: yes or no, but it was there."""
        if self.state is State.TRYING:
            log.warning("Telegram answers again")
            self.state = State.OPEN
            self.pause = 0.0
            self.health.mend(PART)
            self.opened()
        if self.state is State.OPEN:
            self.room.widen()

    async def watch(self) -> None:
        """Until cancelled."""
        while True:
            await self.trouble.wait()
            await self.until_answered()
            self.trouble.clear()
            self.state = State.TRYING
            self.opened()

    async def until_answered(self) -> None:
        """The first probe comes at once; the pause doubles up to a minute, also over trials that failed."""
        while True:
            await asyncio.sleep(self.pause)
            self.pause = min(LONGEST_PAUSE, self.pause * 2 or self.first_pause)
            words = await self.probe("getMe", {})
            if words is None:
                return
            self.health.red(PART, f"messages wait, Telegram does not answer: {words}")

    async def harmless(self, chat_id: int) -> bool:
        """Whether a call that nobody sees goes through to this chat: asked before a message is put in doubt again."""
        words = await self.probe("sendChatAction", {"chat_id": chat_id, "action": "typing"})
        if words is not None:
            self.doubt(words)
        return words is None

    async def probe(self, method: str, params: dict[str, int | str]) -> str | None:
        """None where Telegram said anything at all, else what happened."""
        try:
            status, body = await self.client.post(method, json.dumps(params).encode(), seconds=self.seconds)
        except (NotSent, NoAnswer) as error:
            return str(error)
        verdict = read_answer(status, body)
        return verdict.words if verdict.means is Means.UNKNOWN else None
