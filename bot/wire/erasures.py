"""Who has erased everything is told "done" only when the log is empty, and then forgotten here as well.

On SQLite a reader (a check, a backup) may keep the log from being emptied: it is waited for, however long it takes.
What is owed stands in the table, so a restart takes it up; nothing in here is needed but what happens to be going on.
"""

import asyncio
import logging
from contextlib import suppress
from functools import partial

from bot.own_data import erasing
from bot.own_data import owed_word_rows as erasures
from bot.own_data.owed_word_rows import Erasure, Stage
from bot.store.database import Database, in_transaction
from bot.store.failures import Conflict, Unavailable
from bot.wire.clock import Clock

log = logging.getLogger(__name__)
SOON, AT_LAST = 0.1, 1.0  # seconds between two looks while something is owed
IDLE = 60.0  # a look now and then costs nothing, should the word to wake ever be lost
LONG = 300  # seconds after which the log says that a reader is in the way


class Erasures:
    """``run`` until cancelled; ``wake`` when somebody has erased everything. ``queued``: a word waits to leave."""

    def __init__(self, *, database: Database, clock: Clock, queued: asyncio.Event) -> None:
        self.database = database
        self.clock = clock
        self.queued = queued
        self.wake = asyncio.Event()
        self.turn = asyncio.Lock()
        self.owing = False
        self.rewritten: set[tuple[int, Stage]] = set()  # the file was written anew after these, in this process
        self.told_of_wait = 0

    async def run(self) -> None:
        pause = SOON
        while True:
            self.wake.clear()
            moved = await self.quietly()
            pause = SOON if moved else min(AT_LAST, pause * 1.5)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause if self.owing else IDLE):  # wait_for may lose the word to end
                    await self.wake.wait()

    async def quietly(self) -> bool:
        try:
            return await self.step()
        except (Conflict, Unavailable) as failure:
            log.warning("erasing waits: %s", type(failure).__name__)
            return False

    async def step(self) -> bool:
        """Does what can be done now; whether there was anything."""
        async with self.turn:
            owed = await self.database.see(erasures.owed)
            self.owing = bool(owed)
            emptied = await self.empty([one for one in owed if one.stage is not Stage.TELLING])
            told = await in_transaction(self.database, partial(erasing.told, done=owed)) if telling(owed) else 0
        return emptied or told > 0

    async def empty(self, owed: list[Erasure]) -> bool:
        """Writes the file anew once a stage, and empties the log before and after; False while somebody reads."""
        if not owed or not await self.emptied(owed):
            return False
        fresh = {(one.id, one.stage) for one in owed} - self.rewritten
        if fresh:
            await self.database.rewrite()
            self.rewritten |= fresh
            if not await self.emptied(owed):
                return False
        await in_transaction(self.database, partial(erasing.emptied, done=owed, now=self.clock.now()))
        self.rewritten -= {(one.id, one.stage) for one in owed}
        self.queued.set()
        return True

    async def emptied(self, owed: list[Erasure]) -> bool:
        if await self.database.empty_log():
            return True
        waited = self.clock.now() - min(one.asked_at for one in owed)
        if waited >= LONG and self.clock.now() - self.told_of_wait >= LONG:
            self.told_of_wait = self.clock.now()
            log.warning("somebody reads the database: what was erased %d s ago still stands in its log", waited)
        return False


def telling(owed: list[Erasure]) -> bool:
    return any(one.stage is Stage.TELLING for one in owed)
