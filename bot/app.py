"""The composition root: everything is built here by plain constructors, and only here are handlers mounted."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from bot.hearing import listen
from bot.jobs.running import run_tick, watch_tick
from bot.jobs.scheduler import Driver, Scheduler
from bot.jobs.ticks import TICKS
from bot.paper.printer import Printer
from bot.settings import Settings
from bot.speech import plain_words
from bot.speech.words import Words
from bot.stations.acts import ensure_root
from bot.store.database import Database, is_sqlite, open_database
from bot.store.migrating import migrate
from bot.store.one_process.data_key import check_data_key
from bot.store.one_process.lock import process_lock
from bot.store.outbox_leaving import waiting_notices
from bot.store.ticks import Due, Tick
from bot.store.transaction import Tx
from bot.store.vault import Vault
from bot.wire.clock import Clock, SystemClock
from bot.wire.coming_in.mounting import Resolve
from bot.wire.coming_in.viewing import Defaults
from bot.wire.engine import MANY_WRITERS, ONE_WRITER, Engine
from bot.wire.going_out.client import Client
from bot.wire.health import Exit
from bot.wire.limits import Limits
from bot.wire.rendering import Spoken
from bot.wire.routing import Route
from bot.wire.speech import Speech
from handlers.refusals import refusals
from handlers.routes import NOTICES, ROUTES
from handlers.stations.root import root_name
from handlers.talk import troubles

listen()  # who hears of what happens is known before anything does
SPEECH = Speech(refuse=refusals.refuse, failed=troubles.failed, too_fast=troubles.too_fast)


def no_checkpoint(_name: str) -> None:
    """Where tests stop a process; here nothing happens."""


class App:
    """One bot on one database. ``start``, then ``wait`` until it must end, then ``stop``.

    ``client``, ``printer`` and ``driver`` stand for the network, for what prints and for what ticks, where none of them
    goes by the wall clock.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        database: Database,
        clock: Clock,
        routes: Sequence[Route],
        ticks: Sequence[Tick] = (),
        notices: Mapping[str, Spoken] = NOTICES,
        speech: Speech = SPEECH,
        resolve: Resolve = plain_words.resolve,
        limits: Limits | None = None,
        checkpoint: Callable[[str], None] = no_checkpoint,
        client: Client | None = None,
        printer: Printer | None = None,
        driver: Callable[..., Driver] = Scheduler,
    ) -> None:
        self.driver, self.ticks = driver, ticks
        self.database = database
        self.clock = clock
        self.defaults = Defaults(settings.language, settings.time_zone)
        self.engine = Engine(
            token=settings.token,
            api_url=settings.api_url,
            database=database,
            crew=ONE_WRITER if is_sqlite(settings.database_url) else MANY_WRITERS,
            clock=clock,
            routes=routes,
            resolve=resolve,
            notices=notices,
            speech=speech,
            defaults=self.defaults,
            limits=limits or Limits(),
            checkpoint=checkpoint,
            prepare=self.prepare,
            client=client,
            printer=printer,
        )
        self.router = self.engine.router
        self.health = self.engine.health

    async def start(self) -> None:
        """Raises InvalidToken; while Telegram cannot be reached it goes on trying."""
        await self.engine.start()
        self.scheduler = self.driver(
            self.database,
            self.ticks,
            now=self.clock.now,
            ticked=self.look_again,
            over=self.engine.standing.give_up,
            health=self.health,
        )
        await self.scheduler.start()

    async def prepare(self, tx: Tx, now: int) -> None:
        await check_data_key(tx)
        await found_agency(tx, self.defaults, now)

    def look_again(self) -> None:
        """There may be something to deliver."""
        self.engine.delivery.wake.set()

    def end(self, code: Exit) -> None:
        self.engine.end(code)

    async def wait(self) -> Exit:
        """Why it must end."""
        return await self.engine.wait()

    async def stop(self) -> None:
        """Takes nothing more, finishes the batch, delivers for ten seconds at most; the rest waits in the outbox.

        Where the database is not ours any more, all of it is let go of at once.
        """
        self.engine.standing.leave()
        await self.scheduler.stop()
        await self.engine.stop()

    async def settle(self) -> None:
        """Until all that people have done has come in, had its effect, and all that is due by now has left."""
        await self.engine.settle()

    async def tick_all(self) -> None:
        """Every tick of the table, once, now."""
        for tick in self.ticks:
            await run_tick(self.database, tick, self.clock.now)
            await watch_tick(self.database, tick, self.clock.now, self.health)
        self.look_again()

    async def next_due(self) -> list[Due]:
        """What time will bring, soonest first, as far as the ticks can tell."""
        return sorted(await self.database.see(self.found_due))

    async def found_due(self, tx: Tx) -> list[Due]:
        now = self.clock.now()
        ticks = [due for tick in self.ticks if tick.next_due for due in await tick.next_due(tx, now)]
        return [*ticks, *(Due(at, "notice", people) for at, people in await waiting_notices(tx, now))]


async def found_agency(tx: Tx, defaults: Defaults, now: int) -> None:
    """The station above all, at the first start; an agency that reads Traditional begins with Hong Kong's ways."""
    preset = "hong_kong" if defaults.language == "zh_Hant" else "mainland"
    name = root_name(Words(defaults.language, defaults.zone))
    await ensure_root(tx, now, name=name, zone=defaults.zone, preset=preset)


def vault_of(settings: Settings) -> Vault:
    return Vault(settings.data_key.value if settings.data_key else None)


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
        routes=ROUTES,
        ticks=TICKS,
        limits=limits,
        checkpoint=checkpoint,
    )


@asynccontextmanager
async def running(settings: Settings, make: Callable[..., Any] = build, **options: Any) -> AsyncIterator[App]:
    """Locked, migrated, built and started; stopped and closed at the end.

    Raises Taken, SchemaTooNew, InvalidToken; and NotOurs at the end, with what became of the files.
    """
    async with process_lock(settings.database_url) as hold:
        await migrate(settings.database_url)
        app: App = await partial(make, settings)(**options)
        try:
            hold.tell(app.engine.standing.heed)
            await app.start()
            try:
                yield app
            finally:
                await app.stop()
        finally:
            await app.database.close()
