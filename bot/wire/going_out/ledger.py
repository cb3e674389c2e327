"""What became of the rows that were sent, gathered and written together, a few times a second.

Until it is written a row stands as *sending*: should we die now, its outcome is unknown, never "not sent".
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.people import reachable_rows
from bot.store import outbox_leaving as leaving
from bot.store.database import Database, in_transaction
from bot.store.failures import Conflict, Unavailable
from bot.store.transaction import Tx
from bot.teams import rows
from bot.wire.clock import Clock
from bot.wire.going_out.parcels import Parcel
from bot.wire.health import Health

Deed = Callable[[Tx], Awaitable[Any]]


class Ledger:
    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        health: Health,
        bot_id: int,
        epoch: int,
        put_back: Callable[[], None],
        checkpoint: Callable[[str], None],
    ) -> None:
        self.database = database
        self.clock = clock
        self.health = health
        self.bot_id = bot_id
        self.epoch = epoch
        self.settled: list[dict[str, Any]] = []
        self.postponed: list[dict[str, Any]] = []
        self.deeds: list[Deed] = []
        self.dirty = asyncio.Event()
        self.turn = asyncio.Lock()
        self.put_back = put_back  # told when what was postponed stands in the table again
        self.checkpoint = checkpoint

    @property
    def empty(self) -> bool:
        return not (self.settled or self.postponed or self.deeds or self.turn.locked())

    def settle(self, parcel: Parcel, state: str, *, message_id: int | None = None, error: str | None = None) -> None:
        """It will not be sent again."""
        self.settled.append(
            {
                "key": parcel.key, "epoch": self.epoch, "state": state, "message_id": message_id,
                "now": self.clock.now() if state == "sent" else None, "error": error,
            }
        )  # fmt: skip
        if state == "sent" and parcel.strikes:
            self.deeds.append(lambda tx: reachable_rows.forgive_strikes(tx, [parcel.chat_id]))
        self.dirty.set()

    def postpone(self, parcel: Parcel, until: int | None, *, attempts: int = 0, error: str | None = None) -> None:
        """It waits again, and may be taken up by any process from then on."""
        self.postponed.append(
            {
                "key": parcel.key, "epoch": self.epoch, "not_before": until, "attempts": attempts,
                "parts": parcel.parts, "error": error,
            }
        )  # fmt: skip
        self.dirty.set()

    def hold(self, chat_id: int, until: int) -> None:
        self.note(lambda tx: leaving.hold_chat(tx, self.bot_id, chat_id, until, "429"))

    def unreachable(self, chat_id: int) -> None:
        async def deed(tx: Tx) -> None:
            await reachable_rows.mark_unreachable(tx, chat_id, self.clock.now())
            await leaving.drop_for_chat(tx, self.bot_id, chat_id, "unreachable")

        self.note(deed)

    def strike(self, chat_id: int) -> None:
        async def deed(tx: Tx) -> None:
            if await reachable_rows.strike(tx, chat_id, self.clock.now()):
                await leaving.drop_for_chat(tx, self.bot_id, chat_id, "unreachable")

        self.note(deed)

    def moved(self, from_id: int, to_id: int) -> None:
        async def deed(tx: Tx) -> None:
            await leaving.retarget(tx, self.bot_id, from_id, to_id)
            await rows.move_team_chat(tx, from_id, to_id)

        self.note(deed)

    def note(self, deed: Deed) -> None:
        self.deeds.append(deed)
        self.dirty.set()

    async def run(self, pause: float = 0.1) -> None:
        """Until cancelled; a database that cannot go on is asked again, nothing is lost meanwhile."""
        while True:
            await self.dirty.wait()
            await asyncio.sleep(pause)
            if not await self.flush():
                await asyncio.sleep(1)

    async def flush(self) -> bool:
        """False when the database could not take it now."""
        async with self.turn:
            self.dirty.clear()
            batch = self.settled, self.postponed, self.deeds
            self.settled, self.postponed, self.deeds = [], [], []
            if not any(batch):
                return True
            try:
                await in_transaction(self.database, lambda tx: self.write(tx, *batch))
            except BaseException as failure:
                self.settled = [*batch[0], *self.settled]
                self.postponed = [*batch[1], *self.postponed]
                self.deeds = [*batch[2], *self.deeds]
                self.dirty.set()
                if not isinstance(failure, Conflict | Unavailable):
                    raise
                self.health.red("database", f"results wait: {type(failure).__name__}", "results")
                return False
        self.health.mend("database", "results")
        self.checkpoint("booked")
        if batch[1]:
            self.put_back()
        return True

    async def write(
        self, tx: Tx, settled: list[dict[str, Any]], postponed: list[dict[str, Any]], deeds: list[Deed]
    ) -> None:
        await leaving.write_results(tx, settled, postponed)
        for deed in deeds:
            await deed(tx)
