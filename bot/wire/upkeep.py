"""What is done with inbox and outbox as such: when a process takes over, and once an hour.

Nothing leaves before the epoch is raised: from then on what an older process left in flight is of unknown outcome.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.stations import rows as stations
from bot.store import inbox, lengths
from bot.store import outbox_leaving as leaving
from bot.store.database import Database, in_transaction
from bot.store.failures import Conflict, Unavailable
from bot.store.one_process import epochs as processes
from bot.store.transaction import Tx
from bot.wire.clock import Clock
from bot.wire.going_out.parcels import worth_a_second_copy

HOUR = 3600.0


async def take_over(tx: Tx, bot_id: int, now: int, prepare: Callable[[Tx, int], Awaitable[None]]) -> int:
    """The new epoch, once nothing of an older one is in mid-air; what those left behind is resent or given up."""
    epoch = await processes.raise_epoch(tx, bot_id, now)
    await prepare(tx, now)
    await leaving.adopt_notices(tx, bot_id)
    if await lengths.was_ahead(tx, now=now):
        await stations.look_again_everywhere(tx)
    await lengths.mend(tx, bot_id, now)
    rows = await leaving.left_behind(tx, bot_id, epoch)
    again = {row["key"] for row in rows if worth_a_second_copy(row, now, repeatable=row["class"] == "edit")}
    await leaving.resolve_left_behind(tx, sorted(again), [row["key"] for row in rows if row["key"] not in again])
    return epoch


async def sweep(database: Database, bot_id: int, clock: Clock) -> None:
    """Once an hour what is old enough is forgotten. Until cancelled."""

    async def forget(tx: Tx) -> None:
        now = clock.now()
        await inbox.forget_old(tx, bot_id, now)
        await leaving.forget_old(tx, bot_id, now)

    while True:
        with suppress(Conflict, Unavailable):
            await in_transaction(database, forget)
        await asyncio.sleep(HOUR)
