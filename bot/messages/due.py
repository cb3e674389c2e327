"""Messages to many are queued, and dropped, in pieces. One is done when nothing of it waits any more; only then its
author is told how it went.
"""

from bot.messages.broadcasting import close_finished, drop_next, queue_next
from bot.store.ticks import AT_ONCE, Tick
from bot.store.transaction import Tx


async def work(tx: Tx, now: int) -> int:
    if await drop_next(tx) or await queue_next(tx, now):
        return AT_ONCE
    return await close_finished(tx, now, AT_ONCE)


TICKS = [Tick("broadcasts", 15, work)]
