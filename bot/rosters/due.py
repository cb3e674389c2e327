"""Lists go on piece by piece, whoever began them; what nobody took in is erased, and what cannot be taken back."""

from bot.rosters import rows
from bot.rosters.acts import expire, go_on
from bot.store.ticks import AT_ONCE, Tick
from bot.store.transaction import Tx


async def work(tx: Tx, now: int) -> int:
    roster = await rows.at_work(tx)
    if roster is None:
        return await expire(tx, now, AT_ONCE)
    await go_on(tx, roster.id, now)
    return AT_ONCE


TICKS = [Tick("rosters", 3, work)]
