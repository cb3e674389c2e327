"""Which of our own transactions holds which row by name.

A batch holds the rows of all its updates until it is committed, so two batches can come to wait for each other. The
server finds that out after a second; here it is known at once. Only a courtesy: the server's locks decide.
"""

import asyncio

from bot.store.failures import Conflict
from bot.store.transaction import Lockable

PATIENCE = 0.25  # seconds; then the server is asked, who also knows what is held without a name
Named = tuple[Lockable, int]


class Holder:
    """One transaction: what it holds, and for whom it waits."""

    def __init__(self) -> None:
        self.held: set[Named] = set()
        self.ended = asyncio.Event()
        self.behind: Holder | None = None

    def waits_for(self, other: "Holder") -> bool:
        """Also by way of others."""
        at = self.behind
        while at is not None:
            if at is other:
                return True
            at = at.behind
        return False


class Held:
    """Of all transactions of a database."""

    def __init__(self) -> None:
        self.by: dict[Named, Holder] = {}

    async def claim(self, mine: Holder, what: Lockable, id: int) -> None:
        """Waits while another of ours holds it. Raises Conflict where that one waits for us already."""
        named = (what, id)
        while (other := self.by.get(named, mine)) is not mine:
            if other.waits_for(mine):
                raise Conflict(f"two of us would wait for each other at {what} {id}")
            if not await self.outlasted(mine, other):
                return
        self.got(mine, what, id)

    def got(self, mine: Holder, what: Lockable, id: int) -> None:
        """The server gave it, perhaps to who had lost patience here and not to who stands here for it."""
        self.by[what, id] = mine
        mine.held.add((what, id))

    async def outlasted(self, mine: Holder, other: Holder) -> bool:
        """Whether it has ended, in good time."""
        mine.behind = other
        try:
            async with asyncio.timeout(PATIENCE):
                await other.ended.wait()
        except TimeoutError:
            return False
        finally:
            mine.behind = None
        return True

    def let_go(self, mine: Holder) -> None:
        """It has ended."""
        for named in mine.held:
            if self.by.get(named) is mine:
                del self.by[named]
        mine.ended.set()
