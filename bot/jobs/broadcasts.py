"""A broadcast is done when nothing of it waits any more; only then its author is told how it went."""

from bot.jobs.table import AT_ONCE, Tick
from bot.storage.transaction import Tx
from bot.use_cases.broadcasting import close_finished


async def close(tx: Tx, now: int) -> int:
    return await close_finished(tx, now, AT_ONCE)


TICKS = [Tick("broadcasts", 15, close)]
