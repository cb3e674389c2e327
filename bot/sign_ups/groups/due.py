"""Captains are reminded of names that are still missing, a day before they are due."""

from bot.sign_ups.groups.names import next_names, remind_of_names
from bot.store.ticks import AT_ONCE, Due, Tick
from bot.store.transaction import Tx


async def work(tx: Tx, now: int) -> int:
    return await remind_of_names(tx, now, AT_ONCE)


async def next_due(tx: Tx, now: int) -> list[Due]:
    return [Due(at, "group_names", 1, about) for at, about in await next_names(tx, now)]


TICKS = [Tick("group names", 30, work, next_due)]
