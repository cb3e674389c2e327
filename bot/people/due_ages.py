"""The age group of somebody between 14 and 17 is asked again after a year: looked for once an hour."""

from bot.people.asking_ages import ask_again
from bot.store.ticks import AT_ONCE, Tick
from bot.store.transaction import Tx


async def work(tx: Tx, now: int) -> int:
    return await ask_again(tx, now, AT_ONCE)


TICKS = [Tick("ages", 3600, work)]
