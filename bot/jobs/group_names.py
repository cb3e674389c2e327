"""Captains are reminded of names that are still missing, a day before they are due."""

from bot.jobs.table import AT_ONCE, Due, Tick
from bot.storage.transaction import Tx
from bot.use_cases.group_names import next_names, remind_of_names


async def work(tx: Tx, now: int) -> int:
    return await remind_of_names(tx, now, AT_ONCE)


async def next_due(tx: Tx, now: int) -> list[Due]:
    return [Due(at, "group_names", 1, about) for at, about in await next_names(tx, now)]


TICKS = [Tick("group names", 30, work, next_due)]
