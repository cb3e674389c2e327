"""A broadcast is done when nothing of it waits any more; only then its author is told how it went."""

from bot.messages.broadcasting import close_finished
from bot.store.ticks import AT_ONCE, Tick
from bot.store.transaction import Tx


async def close(tx: Tx, now: int) -> int:
    return await close_finished(tx, now, AT_ONCE)


TICKS = [Tick("broadcasts", 15, close)]
