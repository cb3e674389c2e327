"""A COMMIT whose answer was lost may have happened: what the server says of it afterwards is compared with a receipt.

The transaction's number alone does not tell. A crash undoes what was not on disk yet, and then gives the same number to
another transaction. So each leaves a token of its own, in the row of the slot it runs in.
"""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.ground.frozen import Frozen
from bot.store.failures import Unavailable
from bot.store.one_process.fence import Fence
from bot.store.postgres.connections import AT_ONCE, DEAD
from bot.store.postgres.errors import at_the_door, told_apart

# The fence and the receipt in one go. Nobody else can become the bot before the transaction has ended.
ADMIT = """
WITH own AS (SELECT epoch FROM process WHERE bot_id = $1 FOR SHARE)
INSERT INTO receipt (bot_id, slot, token) VALUES ($1, $2, $3)
ON CONFLICT (bot_id, slot) DO UPDATE SET token = $3
RETURNING (SELECT epoch FROM own) AS epoch, txid_current() AS number
"""
OUTCOME = "SELECT txid_status($1)"
TOKEN = "SELECT token FROM receipt WHERE bot_id = $1 AND slot = $2"  # noqa: S105  # no secret


class Receipt(Frozen):
    bot_id: int
    slot: int
    token: int
    number: int  # the server's, of the transaction


class Slots:
    """As many as there were ever transactions at once; each has a row."""

    def __init__(self) -> None:
        self.free: list[tuple[float, int]] = []  # from when on, in the loop's time
        self.made = 0

    @contextmanager
    def taken(self) -> Iterator[int]:
        """One that is not used again soon where the connection was lost: its row may still be locked by the dead."""
        slot, rest = self.take(), 0.0
        try:
            yield slot
        except Unavailable:
            rest = 2 * DEAD
            raise
        finally:
            self.free.append((asyncio.get_running_loop().time() + rest, slot))

    def take(self) -> int:
        now = asyncio.get_running_loop().time()
        for place, (since, slot) in enumerate(self.free):
            if since <= now:
                del self.free[place]
                return slot
        self.made += 1
        return self.made - 1


async def admitted(connection: Any, fence: Fence, slot: int) -> Receipt:
    """At the beginning of a transaction. Raises Superseded, Conflict, Unavailable."""
    token = secrets.randbits(62)
    with told_apart():
        row = await connection.fetchrow(ADMIT, fence.bot_id, slot, token)
    fence.demand_own(row["epoch"])
    return Receipt(fence.bot_id, slot, token, row["number"])


async def happened(connection: Any, receipt: Receipt) -> bool | None:
    """Whether that transaction was committed; None: it has not ended yet. Raises Unavailable."""
    with at_the_door():
        outcome = await connection.fetchval(OUTCOME, receipt.number, timeout=AT_ONCE)
        if outcome != "committed":
            return False if outcome == "aborted" else None
        return bool(await connection.fetchval(TOKEN, receipt.bot_id, receipt.slot, timeout=AT_ONCE) == receipt.token)
