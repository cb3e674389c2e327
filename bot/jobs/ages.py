"""The age group of somebody between 14 and 17 is asked again after a year: looked for once an hour."""

from bot.jobs.table import AT_ONCE, Tick
from bot.storage.transaction import Tx
from bot.use_cases.asking_age import ask_again


async def work(tx: Tx, now: int) -> int:
    return await ask_again(tx, now, AT_ONCE)


TICKS = [Tick("ages", 3600, work)]
