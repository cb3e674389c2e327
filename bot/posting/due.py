"""An announcement to many is queued in pieces."""

from bot.posting.publishing import call_next
from bot.store.ticks import AT_ONCE, Tick
from bot.store.transaction import Tx


async def work(tx: Tx, now: int) -> int:
    return AT_ONCE if await call_next(tx, now) else 0


TICKS = [Tick("announcements", 15, work)]
