"""Whether this process is still the bot: by the process lock, which is quick, and by the epoch, which is certain.

While the lock is lost nothing begins and nothing leaves; what waits goes on when it is ours again. When somebody else
has it, or has raised the epoch, only ending is left.
"""

import asyncio
from collections.abc import Callable

from bot.store.database import Database
from bot.store.failures import NotOurs, Over
from bot.store.one_process.fence import Fence
from bot.store.one_process.hold import Grip, Taken
from bot.wire.health import Exit, Health
from bot.wire.limits import Limits

PART = "lock"


class Standing:
    def __init__(self, database: Database, health: Health, limits: Limits, end: Callable[[Exit], None]) -> None:
        self.database = database
        self.health = health
        self.end = end
        self.seconds = limits.look_seconds  # between two looks at files that nobody writes to
        self.fence: Fence | None = None
        self.taken: Taken | None = None
        self.over = False  # another process is the bot: for good
        self.ours = asyncio.Event()  # set while things may leave
        self.ours.set()
        self.decided = asyncio.Event()  # not set while the lock is being got again
        self.decided.set()

    async def demand(self) -> None:
        """Waits until the lock is ours. Raises Taken when it is somebody else's."""
        await self.decided.wait()
        if self.taken is not None:
            raise self.taken

    def begin(self, bot_id: int, epoch: int) -> None:
        """From now on the database lets nothing happen but for this epoch."""
        words = None if self.ours.is_set() else "the process lock was lost"
        self.fence = self.database.fence = Fence(bot_id, epoch, shut=words)
        if self.taken is not None:
            self.end(Exit.LOCKED)

    def heed(self, grip: Grip, words: str) -> None:
        """What the process lock tells."""
        match grip:
            case Grip.FAST:
                self.open()
            case Grip.SLIPPED:
                self.decided.clear()
                self.close(f"the process lock was lost: {words}")
            case Grip.GONE:
                self.taken, self.over = Taken(words), True
                self.close(f"another process has the lock{f' ({words})' if words else ''}")
                self.decided.set()
                if self.fence is not None:
                    self.end(Exit.LOCKED)

    async def watch(self) -> None:
        """Looks at the database's files also while there is nothing to write. Until cancelled; raises NotOurs."""
        while True:
            self.database.look()
            await asyncio.sleep(self.seconds)

    def give_up(self, why: Over) -> None:
        """What was being done has found out."""
        if isinstance(why, NotOurs):
            self.over = True
            self.close(str(why))
            self.health.red("database", str(why))
            self.end(Exit.NOT_OURS)
        else:
            self.superseded()

    def superseded(self) -> None:
        """A transaction found another epoch than ours."""
        self.over = True
        self.close("another process has taken over")
        self.end(Exit.ANOTHER_POLLER)

    def open(self) -> None:
        if self.over:
            return
        if self.fence is not None:
            self.fence.shut = None
        self.ours.set()
        self.decided.set()
        self.health.mend(PART)

    def close(self, words: str) -> None:
        self.ours.clear()
        if self.fence is not None:
            self.fence.shut = words
        self.health.red(PART, words)

    def leave(self) -> None:
        """The program is about to end: nothing waits any longer than it must."""
        if self.fence is not None:
            self.fence.leaving = True
