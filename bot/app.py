"""The composition root: everything is built here by plain constructors, and only here are handlers mounted.

Nothing leaves before the epoch is raised: from then on what an older process left in flight is of unknown outcome.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any

from telegram.error import InvalidToken, TelegramError

import handlers
from bot.jobs.notices import NOTICES
from bot.jobs.running import run_tick
from bot.jobs.scheduler import Scheduler
from bot.jobs.table import Due, Tick
from bot.jobs.ticks import TICKS
from bot.settings import Settings
from bot.storage import inbox, outbox, processes
from bot.storage.data_key import check_data_key
from bot.storage.database import Database, in_transaction, is_sqlite, open_database
from bot.storage.inbox import Share
from bot.storage.migrating import migrate
from bot.storage.process_lock import process_lock
from bot.storage.transaction import Tx
from bot.storage.vault import Vault
from bot.use_cases.stations import ensure_root
from bot.views import commands, troubles
from bot.views.root import root_name
from bot.views.words import Words
from bot.wire.acting import Actor
from bot.wire.client import Client
from bot.wire.clock import Clock, SystemClock
from bot.wire.delivery import Delivery
from bot.wire.dispatch import Dispatch, Superseded
from bot.wire.health import Exit, Health
from bot.wire.ledger import Ledger
from bot.wire.limits import Limits
from bot.wire.mounting import Resolve, mount
from bot.wire.parcels import worth_a_second_copy
from bot.wire.polling import Polling
from bot.wire.rendering import LateNotice, Renderer
from bot.wire.router import build_router
from bot.wire.routing import Route
from bot.wire.sending import Sender
from bot.wire.speech import Speech
from bot.wire.viewing import Defaults

log = logging.getLogger(__name__)
SPEECH = Speech(refuse=troubles.refused, failed=troubles.failed, too_fast=troubles.too_fast)
LAST_SECONDS = 10.0  # of delivery, once we were asked to stop
BATCH = 64
WORKERS = 8


def no_checkpoint(_name: str) -> None:
    """Where tests stop a process; here nothing happens."""


class App:
    """One bot on one database. ``start``, then ``wait`` until it must end, then ``stop``."""

    def __init__(
        self,
        settings: Settings,
        *,
        database: Database,
        clock: Clock,
        routes: Sequence[Route],
        ticks: Sequence[Tick] = (),
        notices: Mapping[str, LateNotice[Any]] | None = None,
        speech: Speech = SPEECH,
        resolve: Resolve = commands.resolve,
        limits: Limits | None = None,
        checkpoint: Callable[[str], None] = no_checkpoint,
    ) -> None:
        self.settings = settings
        self.database = database
        self.clock = clock
        self.ticks = ticks
        self.notices = NOTICES if notices is None else notices
        self.speech = speech
        self.limits = limits or Limits()
        self.checkpoint = checkpoint
        self.bot_id = settings.bot_id
        self.health = Health()
        self.defaults = Defaults(settings.language, settings.time_zone)
        self.client = Client(settings.api_url, settings.token, seconds=self.limits.call_seconds)
        self.router = build_router(self.client, settings.token, settings.api_url, mount(routes, resolve))
        self.ended: asyncio.Future[Exit] | None = None
        self.workers: list[Dispatch] = []
        self.tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Raises InvalidToken; while Telegram cannot be reached it goes on trying."""
        self.ended = asyncio.get_running_loop().create_future()
        await self.introduce()
        self.epoch = await in_transaction(self.database, self.take_over)
        self.build_delivery()
        self.workers = [self.build_dispatch(share, batch) for share, batch in self.shares()]
        self.polling = self.build_polling()
        self.scheduler = Scheduler(self.database, self.ticks, now=self.clock.now, ticked=self.delivery.wake.set)
        async with self.database.read() as tx:
            self.sender.held.update(await outbox.held_chats(tx, self.bot_id, self.clock.now()))
        works = [
            self.polling.run(),
            *(worker.run() for worker in self.workers),
            self.ledger.run(),
            self.delivery.pull(),
        ]
        self.tasks = [self.watched(work) for work in works]
        await self.scheduler.start()

    async def introduce(self) -> None:
        """Learns the bot's own name."""
        wait = self.limits.retry_seconds
        while True:
            try:
                await self.router.initialize()
                return
            except InvalidToken:
                raise
            except TelegramError as error:
                self.health.red("telegram", f"cannot be reached: {type(error).__name__}")
                await asyncio.sleep(wait)
                wait = min(60.0, wait * 2)

    async def take_over(self, tx: Tx) -> int:
        """The new epoch; what older ones left in flight is resent or given up."""
        now = self.clock.now()
        await check_data_key(tx)
        await found_agency(tx, self.defaults, now)
        epoch = await processes.raise_epoch(tx, self.bot_id, now)
        await outbox.adopt_notices(tx, self.bot_id)
        rows = await outbox.left_behind(tx, self.bot_id, epoch)
        again = [row["key"] for row in rows if worth_a_second_copy(row, now)]
        await outbox.resolve_left_behind(tx, again, [row["key"] for row in rows if row["key"] not in set(again)])
        await inbox.forget_old(tx, self.bot_id, now)
        await outbox.forget_old(tx, self.bot_id, now)
        return epoch

    def shares(self) -> list[tuple[Share, int]]:
        """SQLite has one writer: one worker, in batches. PostgreSQL: lanes shared out, one transaction each."""
        if is_sqlite(self.settings.database_url):
            return [(Share(), BATCH)]
        return [(Share(worker, WORKERS), 1) for worker in range(WORKERS)]

    def build_delivery(self) -> None:
        common: dict[str, Any] = {"database": self.database, "clock": self.clock, "health": self.health}
        self.ledger = Ledger(**common, bot_id=self.bot_id, epoch=self.epoch)
        self.sender = Sender(
            client=self.client,
            renderer=Renderer(self.database, self.notices),
            ledger=self.ledger,
            clock=self.clock,
            health=self.health,
            limits=self.limits,
            fatal=self.end,
            checkpoint=self.checkpoint,
        )
        self.delivery = Delivery(
            **common,
            client=self.client,
            sender=self.sender,
            ledger=self.ledger,
            limits=self.limits,
            defaults=self.defaults,
            bot_id=self.bot_id,
            epoch=self.epoch,
        )

    def build_dispatch(self, share: Share, batch: int) -> Dispatch:
        return Dispatch(
            database=self.database,
            clock=self.clock,
            actor=Actor(
                router=self.router,
                speech=self.speech,
                defaults=self.defaults,
                bot_id=self.bot_id,
                bot_name=self.router.bot.username,
            ),
            health=self.health,
            bot_id=self.bot_id,
            epoch=self.epoch,
            committed=self.delivery.committed,
            checkpoint=self.checkpoint,
            share=share,
            batch=batch,
        )

    def build_polling(self) -> Polling:
        return Polling(
            client=self.client,
            database=self.database,
            clock=self.clock,
            health=self.health,
            limits=self.limits,
            bot_id=self.bot_id,
            taken=self.wake_workers,
            alone=self.delivery.gate.set,
            fatal=self.end,
            checkpoint=self.checkpoint,
        )

    def wake_workers(self) -> None:
        for worker in self.workers:
            worker.wake.set()

    def watched(self, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(work)
        task.add_done_callback(self.part_ended)
        return task

    def part_ended(self, task: asyncio.Task[None]) -> None:
        """A part that ends by itself ends the whole: half a bot is worse than none."""
        if task.cancelled() or task.exception() is None:
            return
        error = task.exception()
        log.critical("a part of the program failed: %s", type(error).__name__, exc_info=error)
        self.end(Exit.ANOTHER_POLLER if isinstance(error, Superseded) else Exit.FAULT)

    def end(self, code: Exit) -> None:
        if self.ended is not None and not self.ended.done():
            self.ended.set_result(code)

    async def wait(self) -> Exit:
        """Why it must end."""
        assert self.ended is not None, "start comes first"  # noqa: S101 - tells the type checker
        return await asyncio.shield(self.ended)

    async def stop(self) -> None:
        """Takes nothing more, finishes the batch, delivers for ten seconds at most; the rest waits in the outbox."""
        polling, *others = self.tasks
        await cancelled(polling)
        await self.scheduler.stop()
        for worker in self.workers:
            await worker.finish()
        await asyncio.gather(*(cancelled(task) for task in others))
        await self.delivery.drain(LAST_SECONDS)
        await self.router.shutdown()
        await self.client.close()

    async def tick_all(self) -> None:
        """Every tick of the table, once, now."""
        for tick in self.ticks:
            await run_tick(self.database, tick, self.clock.now)
        self.delivery.wake.set()

    async def next_due(self) -> list[Due]:
        """What time will bring, soonest first, as far as the ticks can tell."""
        now = self.clock.now()
        async with self.database.read() as tx:
            found = [due for tick in self.ticks if tick.next_due for due in await tick.next_due(tx, now)]
        return sorted(found)

    async def settle(self) -> None:
        """Until all that people have done has come in, had its effect, and all that is due by now has left."""
        while not await self.settled():  # noqa: ASYNC110  # what it waits for happens in three processes
            await asyncio.sleep(0.005)

    async def settled(self) -> bool:
        if await self.updates_at_telegram():
            return False
        async with self.database.read() as tx:
            if await inbox.count_new(tx, self.bot_id):
                return False
        self.delivery.wake.set()
        if self.delivery.tasks or not await self.ledger.flush():
            return False
        async with self.database.read() as tx:
            return await outbox.count_due(tx, self.bot_id, self.epoch, self.clock.now()) == 0

    async def updates_at_telegram(self) -> int:
        status, body = await self.client.post("getWebhookInfo", b"{}")
        return int(json.loads(body)["result"]["pending_update_count"]) if status == 200 else 1


async def found_agency(tx: Tx, defaults: Defaults, now: int) -> None:
    """The station above all, at the first start; an agency that reads Traditional begins with Hong Kong's ways."""
    preset = "hong_kong" if defaults.language == "zh_Hant" else "mainland"
    name = root_name(Words(defaults.language, defaults.zone))
    await ensure_root(tx, now, name=name, zone=defaults.zone, preset=preset)


async def cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await task


def vault_of(settings: Settings) -> Vault:
    return Vault(settings.data_key.get_secret_value() if settings.data_key else None)


async def build(
    settings: Settings,
    *,
    clock: Clock | None = None,
    limits: Limits | None = None,
    checkpoint: Callable[[str], None] = no_checkpoint,
) -> App:
    """The product on an open database of the current schema. Close ``app.database`` when it has stopped."""
    return App(
        settings,
        database=await open_database(settings.database_url, vault=vault_of(settings)),
        clock=clock or SystemClock(),
        routes=handlers.ROUTES,
        ticks=TICKS,
        limits=limits,
        checkpoint=checkpoint,
    )


@asynccontextmanager
async def running(settings: Settings, make: Callable[..., Any] = build, **options: Any) -> AsyncIterator[App]:
    """Locked, migrated, built and started; stopped and closed at the end. Raises Taken, SchemaTooNew, InvalidToken."""
    async with process_lock(settings.database_url):
        await migrate(settings.database_url)
        app: App = await partial(make, settings)(**options)
        try:
            await app.start()
            try:
                yield app
            finally:
                await app.stop()
        finally:
            await app.database.close()
