"""Once an hour what is old enough is forgotten; a database that cannot go on now is asked again an hour later."""

import asyncio
from contextlib import suppress
from functools import partial

from bot.storage import inbox, outbox
from bot.storage.database import Database, in_transaction
from bot.storage.failures import Conflict, Unavailable
from bot.storage.transaction import Tx
from bot.wire.clock import Clock

HOUR = 3600.0


async def sweep(database: Database, bot_id: int, clock: Clock) -> None:
    """Until cancelled."""
    while True:
        with suppress(Conflict, Unavailable):
            await in_transaction(database, partial(forget_old, bot_id=bot_id, now=clock.now()))
        await asyncio.sleep(HOUR)


async def forget_old(tx: Tx, *, bot_id: int, now: int) -> None:
    await inbox.forget_old(tx, bot_id, now)
    await outbox.forget_old(tx, bot_id, now)
