"""Reminders, lists and warnings: looked for three times a minute, so that each leaves within a minute of being due."""

from bot.reminders.acts import next_reminders, remind
from bot.store.ticks import AT_ONCE, Due, Tick
from bot.store.transaction import Tx


async def work(tx: Tx, now: int) -> int:
    return await remind(tx, now, AT_ONCE)


async def next_due(tx: Tx, now: int) -> list[Due]:
    return [Due(at, what, people, about) for at, what, people, about in await next_reminders(tx, now)]


TICKS = [Tick("reminders", 20, work, next_due)]
