"""What leaves the house, chat by chat: in order within a chat, at once between chats, answers before notices.

Callback answers go first, from memory, and are never repeated: a press that is answered late is answered wrong. While
the gate is shut nothing waits in memory: what had been taken out is put back, so that a kill burns none of it.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from bot.store import outbox_leaving as leaving
from bot.store.database import Database, in_transaction
from bot.store.failures import Conflict, Superseded, Unavailable
from bot.store.transaction import Row, Tx
from bot.wire.clock import Clock, elapsed
from bot.wire.coming_in.dispatch import Done
from bot.wire.coming_in.viewing import Defaults
from bot.wire.going_out.gate import Gate
from bot.wire.going_out.ledger import Ledger
from bot.wire.going_out.pacing import Pace
from bot.wire.going_out.parcels import Parcel, fresh, pulled
from bot.wire.going_out.room import Room
from bot.wire.going_out.sending import Sender
from bot.wire.health import Health
from bot.wire.limits import Limits

log = logging.getLogger(__name__)
EXPIRY_SECONDS = 60.0  # how often, while nothing leaves, what has lost its use is taken out


class Delivery:
    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        sender: Sender,
        gate: Gate,
        room: Room,
        ledger: Ledger,
        health: Health,
        limits: Limits,
        defaults: Defaults,
        ours: asyncio.Event,
        bot_id: int,
        epoch: int,
        wake: asyncio.Event,
        checkpoint: Callable[[str], None],
    ) -> None:
        self.database = database
        self.clock = clock
        self.sender = sender
        self.gate = gate
        self.room = room
        self.ledger = ledger
        self.health = health
        self.defaults = defaults
        self.ours = ours  # cleared while it is not sure that this process is the bot
        self.bot_id = bot_id
        self.epoch = epoch
        self.checkpoint = checkpoint
        self.pace = Pace(limits)
        self.look_seconds = limits.look_seconds
        self.ahead = int(limits.per_second) or limits.at_once  # notices taken out at a time: about a second's
        self.alone = asyncio.Event()  # set once we know that nobody else is the bot
        self.wake = wake
        self.expired_at = -EXPIRY_SECONDS
        self.lanes: dict[int, deque[Parcel]] = {}
        self.tasks: set[asyncio.Task[None]] = set()
        self.out = 0  # notices taken out and not yet sent

    def committed(self, done: Done) -> None:
        """A batch is committed: only now may anything of it leave."""
        for deed in done.deeds:
            if deed.callback is not None:
                self.spawn(self.answer_press(deed.callback))
        now = self.clock.now()
        for answer in done.answers:
            self.push(fresh(answer, now))
        if done.noticed:
            self.wake.set()

    async def answer_press(self, params: dict[str, Any]) -> None:
        await self.alone.wait()
        await self.ours.wait()
        if self.gate.shut:
            log.info("a press stays unanswered: Telegram is away")
            return
        await self.sender.answer_press(params)

    def push(self, parcel: Parcel) -> None:
        lane = self.lanes.get(parcel.chat_id)
        if lane is None:
            self.lanes[parcel.chat_id] = deque([parcel])
            self.spawn(self.drive(parcel.chat_id))
        else:
            lane.append(parcel)

    async def drive(self, chat_id: int) -> None:
        """One chat's parcels, one after the other."""
        lane = self.lanes[chat_id]
        try:
            await self.alone.wait()
            while lane and not self.gate.shut:
                await self.next_of(lane)
        finally:
            self.lanes.pop(chat_id, None)
            for parcel in lane:  # the gate was shut, or we are cancelled: these never left
                self.ledger.postpone(parcel, None)
                self.finished(parcel)

    async def next_of(self, lane: deque[Parcel]) -> None:
        """What the gate keeps in stays at the head of the lane."""
        parcel = lane[0]
        held = self.sender.holds.left(parcel.chat_id)
        if held:
            self.ledger.postpone(parcel, self.clock.now() + held, error="429")
        elif overtaken(parcel, lane):
            self.ledger.settle(parcel, "dropped", error="merged")
        elif useless(parcel.expires_at, self.clock.now()):
            self.ledger.settle(parcel, "expired")
        else:
            await self.pace.turn(parcel.chat_id, lambda: parcel.bulk and len(lane) == 1)
            async with self.room:
                await self.ours.wait()
                if self.gate.shut or not await self.may_try(parcel):
                    return
                lane.popleft()
                await self.sender.deliver(parcel)
            self.finished(parcel)
            return
        lane.popleft()
        self.finished(parcel)

    async def may_try(self, parcel: Parcel) -> bool:
        """Whoever goes alone, to see whether the outage is over, must not come into doubt a second time."""
        return self.gate.open or not parcel.attempts or await self.gate.harmless(parcel.chat_id)

    def finished(self, parcel: Parcel) -> None:
        if parcel.pulled:
            self.out -= 1
            if self.out < self.ahead // 2 + 1:
                self.wake.set()

    async def pull(self) -> None:
        """Takes out what has become due, until cancelled. Raises Superseded."""
        await self.alone.wait()
        while True:
            self.wake.clear()
            try:
                await self.pull_what_may_leave()
            except (Conflict, Unavailable) as failure:
                self.health.red("database", f"notices wait: {type(failure).__name__}", "notices")
            else:
                self.health.mend("database", "notices")
            with suppress(TimeoutError):
                async with asyncio.timeout(self.look_seconds):  # wait_for may lose the word to end
                    await self.wake.wait()

    async def pull_what_may_leave(self) -> None:
        """Everything while the gate is open; one while it tries; nothing while it is shut."""
        if self.gate.shut:
            await self.expire()
        elif not self.gate.open:
            if not self.lanes:
                await self.pull_some(1)
        else:
            while self.gate.open and self.out < self.ahead and await self.pull_some(self.ahead - self.out):
                pass

    async def expire(self) -> None:
        """What has lost its use is named in time, also while nothing leaves."""
        if elapsed() - self.expired_at >= EXPIRY_SECONDS:
            self.expired_at = elapsed()
            await in_transaction(self.database, lambda tx: leaving.expire(tx, self.bot_id, self.clock.now()))

    async def pull_some(self, most: int) -> bool:
        now = self.clock.now()
        if not await self.database.see(lambda tx: leaving.any_due(tx, self.bot_id, now)):
            return False
        taken = await in_transaction(self.database, lambda tx: self.take(tx, now, most))
        self.checkpoint("claimed")
        for parcel, state in taken:
            if state is not None:
                self.ledger.settle(parcel, state)
                continue
            self.out += 1
            self.push(parcel)
        return True

    async def take(self, tx: Tx, now: int, most: int) -> list[tuple[Parcel, str | None]]:
        """What is ours to send now; with a state beside it what must not leave."""
        rows = await leaving.due(tx, self.bot_id, now, most, certain_first=not self.gate.open)
        if rows and rows[0]["epoch"] != self.epoch:
            raise Superseded
        await leaving.claim(tx, self.epoch, [row["key"] for row in rows])
        return [(pulled(row, self.defaults), unwanted(row, now)) for row in rows]

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.ended)

    def ended(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("delivery failed", exc_info=task.exception())

    async def drain(self, seconds: float) -> None:
        """Sends what takes no longer than that; the rest is put back, and every result is written."""
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=seconds if self.alone.is_set() and self.ours.is_set() else 0)
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.ledger.flush()


def unwanted(row: Row, now: int) -> str | None:
    """The state of what is due but must not leave."""
    if row["payload"] is None:
        return "dead"
    if useless(row["expires_at"], now):
        return "expired"
    if row["person_id"] is not None and (row["telegram_id"] is None or row["unreachable_at"] is not None):
        return "dropped"
    return None


def useless(expires_at: int | None, now: int) -> bool:
    """It would come too late."""
    return expires_at is not None and expires_at <= now


def overtaken(parcel: Parcel, lane: deque[Parcel]) -> bool:
    """A newer edit of the same card waits behind it."""
    card = parcel.card if len(lane) > 1 else None
    return card is not None and any(later.card == card for later in list(lane)[1:])
