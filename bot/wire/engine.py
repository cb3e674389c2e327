"""The wire as a whole: Telegram → inbox → dispatch → outbox → Telegram, for one bot on one database."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import Any

from bot.ground.frozen import Frozen
from bot.paper.printer import Printer
from bot.store import inbox
from bot.store import outbox_leaving as leaving
from bot.store.database import Database, in_transaction
from bot.store.failures import Conflict, Over, Unavailable
from bot.store.inbox import Share
from bot.store.transaction import Tx
from bot.wire.clock import Clock
from bot.wire.coming_in.acting import Actor
from bot.wire.coming_in.dispatch import Dispatch, Done
from bot.wire.coming_in.flood import Flood
from bot.wire.coming_in.mounting import Resolve, mount
from bot.wire.coming_in.polling import Polling, updates_waiting
from bot.wire.coming_in.router import build_router
from bot.wire.coming_in.viewing import Defaults
from bot.wire.ending import cancelled
from bot.wire.erasures import Erasures
from bot.wire.going_out.client import Client
from bot.wire.going_out.delivery import Delivery
from bot.wire.going_out.gate import Gate
from bot.wire.going_out.ledger import Ledger
from bot.wire.going_out.room import Room
from bot.wire.going_out.sending import Sender
from bot.wire.going_out.token import Token, introduced
from bot.wire.health import Exit, Health
from bot.wire.limits import Limits
from bot.wire.rendering import Renderer, Spoken
from bot.wire.routing import Route
from bot.wire.speech import Speech
from bot.wire.standing import Standing
from bot.wire.steps import Steps
from bot.wire.upkeep import sweep, take_over

log = logging.getLogger(__name__)
LAST_SECONDS = 10.0  # of delivery, once we were asked to stop
OWN_LOOKS = 40  # tries of a settling bot, a few ms apart, while a look of its own keeps the log from being emptied


class Crew(Frozen):
    """How many workers share the lanes, and how many updates one of them puts into a transaction.

    ``together``: what an update may write to and others still follow it in its transaction; None: anything.
    """

    workers: int
    batch: int
    together: frozenset[str] | None = None


# On PostgreSQL a batch holds what it has written to until it is committed. These rows are held by name before they are
# written to, are the person's own, or only appended; whoever writes to anything else goes last, for others may want it
# in any order.
OWN = frozenset({"audit", "audit_unsealed", "draft", "outbox", "shift", "sign_up"})
ONE_WRITER = Crew(1, 64)  # SQLite: no lock to fight over, one fsync for the batch
MANY_WRITERS = Crew(4, 16, OWN)  # PostgreSQL: while one waits for the server, another works


class Engine:
    """``start``, then ``wait`` until it must end, then ``stop``. ``prepare`` runs in the first transaction."""

    def __init__(
        self,
        *,
        token: str,
        api_url: str,
        database: Database,
        crew: Crew,
        clock: Clock,
        routes: Sequence[Route],
        resolve: Resolve,
        notices: Mapping[str, Spoken],
        speech: Speech,
        defaults: Defaults,
        limits: Limits,
        checkpoint: Callable[[str], None],
        prepare: Callable[[Tx, int], Awaitable[None]],
        client: Client | None = None,
        printer: Printer | None = None,
    ) -> None:
        self.bot_id = int(token.split(":", 1)[0])
        self.database = database
        self.crew = crew
        self.clock = clock
        self.notices, self.speech = notices, speech
        self.defaults = defaults
        self.limits = limits
        self.checkpoint = checkpoint
        self.prepare = prepare
        self.health = Health()
        self.standing = Standing(database, self.health, limits, self.end)
        self.client, self.printer = client or Client(api_url, token, seconds=limits.call_seconds), printer or Printer()
        self.token = Token(client=self.client, health=self.health, limits=limits, fatal=self.end)
        self.router = build_router(self.client, token, api_url, mount(routes, resolve))
        self.workers, self.tasks = list[Dispatch](), list[asyncio.Task[None]]()

    async def start(self) -> None:
        """Raises InvalidToken, Taken, Unavailable; while Telegram cannot be reached it goes on trying."""
        self.ended: asyncio.Future[Exit] = asyncio.get_running_loop().create_future()
        self.database.fence = None
        try:
            await introduced(self.router.initialize, self.health, self.limits, self.standing.demand)
            await self.standing.demand()
            self.epoch = await in_transaction(
                self.database, lambda tx: take_over(tx, self.bot_id, self.clock.now(), self.prepare)
            )
            self.standing.begin(self.bot_id, self.epoch)
            self.build_delivery()
            self.build_upkeep()
            self.build_arrival()
            now = self.clock.now()
            self.sender.holds.resume(await self.database.see(lambda tx: leaving.held_chats(tx, self.bot_id, now)))
        except BaseException:
            await self.client.close()
            raise
        parts = [
            self.polling.run(), self.ledger.run(), self.delivery.pull(), self.gate.watch(), self.token.watch(),
            self.steps.watch(), self.erasures.run(), self.standing.watch(),
            sweep(self.database, self.bot_id, self.clock),
        ]  # fmt: skip
        self.tasks = [self.watched(part) for part in (*parts, *(worker.run() for worker in self.workers))]

    def build_delivery(self) -> None:
        wake, room = asyncio.Event(), Room(self.limits.at_once)
        self.gate = Gate(client=self.client, health=self.health, limits=self.limits, room=room, opened=wake.set)
        self.ledger = Ledger(
            database=self.database,
            clock=self.clock,
            health=self.health,
            bot_id=self.bot_id,
            epoch=self.epoch,
            put_back=wake.set,
            checkpoint=self.checkpoint,
        )
        self.sender = Sender(
            client=self.client,
            renderer=Renderer(self.database, self.notices, self.printer),
            gate=self.gate,
            ledger=self.ledger,
            clock=self.clock,
            health=self.health,
            limits=self.limits,
            token=self.token,
            checkpoint=self.checkpoint,
        )
        self.delivery = Delivery(
            database=self.database,
            clock=self.clock,
            sender=self.sender,
            gate=self.gate,
            room=room,
            ledger=self.ledger,
            health=self.health,
            limits=self.limits,
            defaults=self.defaults,
            ours=self.standing.ours,
            bot_id=self.bot_id,
            epoch=self.epoch,
            wake=wake,
            checkpoint=self.checkpoint,
        )

    def build_upkeep(self) -> None:
        self.erasures = Erasures(database=self.database, clock=self.clock, queued=self.delivery.wake)
        self.steps = Steps(
            database=self.database,
            clock=self.clock,
            ledger=self.ledger,
            bot_id=self.bot_id,
            seconds=self.limits.look_seconds,
            mended=self.delivery.wake.set,
        )

    def build_arrival(self) -> None:
        self.polling = Polling(
            client=self.client,
            database=self.database,
            clock=self.clock,
            health=self.health,
            limits=self.limits,
            bot_id=self.bot_id,
            taken=self.wake_workers,
            alone=self.delivery.alone.set,
            token=self.token,
            fatal=self.end,
            checkpoint=self.checkpoint,
        )
        actor = Actor(
            router=self.router,
            speech=self.speech,
            defaults=self.defaults,
            flood=Flood(self.limits),
            bot_id=self.bot_id,
            bot_name=self.router.bot.username,
        )
        self.workers = [self.build_worker(number, actor) for number in range(self.crew.workers)]

    def build_worker(self, number: int, actor: Actor) -> Dispatch:
        return Dispatch(
            database=self.database,
            clock=self.clock,
            actor=actor,
            health=self.health,
            bot_id=self.bot_id,
            epoch=self.epoch,
            committed=self.committed,
            checkpoint=self.checkpoint,
            share=Share(number, self.crew.workers),
            batch=self.crew.batch,
            together=self.crew.together,
        )

    def committed(self, done: Done) -> None:
        """A batch is committed: only now may anything of it leave."""
        self.delivery.committed(done)
        if done.erased:
            self.erasures.wake.set()

    def wake_workers(self) -> None:
        for worker in self.workers:
            worker.wake.set()

    def watched(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        task.add_done_callback(self.part_ended)
        return task

    def part_ended(self, task: asyncio.Task[None]) -> None:
        """A part that fails ends the whole: half a bot is worse than none."""
        error = None if task.cancelled() else task.exception()
        if isinstance(error, Over):
            self.standing.give_up(error)
        elif error is not None:
            log.critical("a part of the program failed: %s", type(error).__name__, exc_info=error)
            self.end(Exit.FAULT)

    def end(self, code: Exit) -> None:
        """The first reason counts."""
        if not self.ended.done():
            self.ended.set_result(code)

    async def wait(self) -> Exit:
        """Why it must end."""
        return await asyncio.shield(self.ended)

    async def stop(self) -> None:
        """Takes nothing more, finishes the batch, delivers for ten seconds at most; the rest waits in the outbox."""
        polling, *others = self.tasks
        try:
            self.database.look()
            await cancelled(polling)
            await asyncio.gather(*(worker.finish() for worker in self.workers))
            await asyncio.gather(*(cancelled(task) for task in others))
            await self.delivery.drain(LAST_SECONDS)
        except Over as why:  # then nothing is finished
            self.standing.give_up(why)
            await asyncio.gather(*(cancelled(task) for task in (*self.tasks, *self.delivery.tasks)))
        finally:
            await self.router.shutdown()
            await self.client.close()
            await self.printer.close()

    async def settle(self) -> None:
        """Until all that people have done has come in, had its effect, and all that is due by now has left.

        What is owed to who erased everything may wait for our own looks at the data, which end by themselves; somebody
        else's may last, and is not waited for.
        """
        patience = OWN_LOOKS
        while not (settled := await self.settled()) or (self.erasures.owing and patience):
            patience -= settled
            await asyncio.sleep(0.005)

    async def settled(self) -> bool:
        """Not while the database cannot say."""
        try:
            return await self.all_done()
        except (Conflict, Unavailable):
            return False

    async def all_done(self) -> bool:
        if await updates_waiting(self.client):
            return False
        if await self.database.see(lambda tx: inbox.count_new(tx, self.bot_id)):
            return False
        moved = await self.erasures.quietly()
        self.delivery.wake.set()
        if moved or self.delivery.tasks or not await self.ledger.flush():
            return False
        now = self.clock.now()
        if await self.database.see(lambda tx: leaving.count_due(tx, self.bot_id, self.epoch, now)):
            return False
        return not await self.erasures.quietly()
