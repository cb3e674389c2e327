"""Captains are reminded of names that are still missing, a day before they are due."""

from bot.jobs.table import AT_ONCE, Tick
from bot.storage.transaction import Tx
from bot.use_cases.group_names import remind_of_names


async def work(tx: Tx, now: int) -> int:
    return await remind_of_names(tx, now, AT_ONCE)


TICKS = [Tick("group names", 30, work)]
