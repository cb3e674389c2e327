"""When the next call may leave, in monotonic time. What Telegram itself forbids for a while is kept elsewhere.

What people wait for goes first: a notice takes a turn only while no answer wants one.
"""

import asyncio
from collections.abc import Callable

from bot.wire.clock import elapsed
from bot.wire.limits import Limits

REMEMBERED = 20_000  # chats whose last turn is kept


class Pace:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.next_turn = 0.0
        self.next_in_chat: dict[int, float] = {}
        self.urgent = 0

    async def turn(self, chat_id: int, bulk: Callable[[], bool]) -> None:
        """Returns when the chat and everybody together may have one more. One caller per chat at a time."""
        if not self.limits.per_second:
            return
        await until(self.next_in_chat.get(chat_id, 0.0))
        if bulk():
            await self.spare_turn(bulk)
        else:
            await self.own_turn()
        self.next_in_chat[chat_id] = elapsed() + self.gap(chat_id)
        if len(self.next_in_chat) > REMEMBERED:
            self.forget()

    def gap(self, chat_id: int) -> float:
        return 1 / (self.limits.per_group if chat_id < 0 else self.limits.per_chat)

    async def own_turn(self) -> None:
        at = max(elapsed(), self.next_turn)
        self.next_turn = at + 1 / self.limits.per_second
        self.urgent += 1
        try:
            await until(at)
        finally:
            self.urgent -= 1

    async def spare_turn(self, bulk: Callable[[], bool]) -> None:
        while bulk() and (self.urgent or self.next_turn > elapsed()):  # noqa: ASYNC110  # turns are lost again
            await asyncio.sleep(max(self.next_turn - elapsed(), 0.005))
        await self.own_turn()

    def forget(self) -> None:
        now = elapsed()
        self.next_in_chat = {chat: at for chat, at in self.next_in_chat.items() if at > now}


async def until(at: float) -> None:
    wait = at - elapsed()
    if wait > 0:
        await asyncio.sleep(wait)
