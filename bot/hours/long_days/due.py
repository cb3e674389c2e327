"""Who can verify a long day is told that it waits."""

from bot.hours.long_days.acts import tell_of_long_days
from bot.store.ticks import AT_ONCE, Tick
from bot.store.transaction import Tx


async def work(tx: Tx, now: int) -> int:
    return await tell_of_long_days(tx, now, AT_ONCE)


TICKS = [Tick("long days", 60, work)]
