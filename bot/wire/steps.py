"""The wall clock may be set back. What waits in the database for a length of time waits no longer for that.

A clock that shows less than it showed before has been set back, by whatever is missing since.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from bot.stations import rows as stations
from bot.store import lengths
from bot.store.database import Database, in_transaction
from bot.store.failures import Conflict, Unavailable
from bot.store.transaction import Tx
from bot.wire.clock import Clock, elapsed
from bot.wire.going_out.ledger import Ledger

log = logging.getLogger(__name__)


class Steps:
    """``watch`` until cancelled; ``mended`` is told when something may have become due."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        ledger: Ledger,
        bot_id: int,
        seconds: float,
        mended: Callable[[], None],
    ) -> None:
        self.database = database
        self.clock = clock
        self.ledger = ledger
        self.bot_id = bot_id
        self.seconds = seconds  # between two looks
        self.mended = mended
        self.owed = 0  # seconds of a step that the database could not take yet

    async def watch(self) -> None:
        while True:
            before, at = self.clock.now(), elapsed()
            await asyncio.sleep(self.seconds)
            now = self.clock.now()
            if now < before:
                self.owed += before - now + int(elapsed() - at)
                log.warning("the wall clock went back by %d s", self.owed)
            if self.owed:
                with suppress(Conflict, Unavailable):
                    await self.mend()

    async def mend(self) -> None:
        """First what is about to be written: it was reckoned by the old time, or is shortened without need."""
        step = self.owed
        if await self.ledger.flush():
            now = self.clock.now()
            await in_transaction(self.database, lambda tx: self.mend_rows(tx, now, step))
            self.owed -= step
            self.mended()

    async def mend_rows(self, tx: Tx, now: int, step: int) -> None:
        """What was passed over as late by the old time may be due again."""
        await lengths.mend(tx, self.bot_id, now, step)
        await stations.look_again_everywhere(tx)
