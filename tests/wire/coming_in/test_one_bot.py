"""Two processes that both take themselves for the bot: whatever was in mid-air, a press has one effect."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import asyncpg
import pytest

from bot.app import App
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store import occurrences as stored_occurrences
from bot.store.database import Database, in_transaction, open_database
from bot.store.one_process.epochs import raise_epoch
from bot.store.one_process.hold import Grip, Hold
from bot.store.ticks import Tick
from bot.store.transaction import Tx
from bot.wire.clock import SystemClock
from bot.wire.context import Context
from bot.wire.health import Exit
from bot.wire.limits import LIFTED
from bot.wire.routing import Route, on_command
from tests.helpers.raw_sql import fetched
from tests.wire.conftest import MakeApp, join, settings_for
from tests.wire.hello import queue
from tests.wire.looking import eventually, told
from tests.wire.routes import NOTICES, SPEECH

BOTH = pytest.mark.parametrize("database_url", ["sqlite_url", "postgres_url"], indirect=True)
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"


async def publish(context: Context) -> None:
    """An effect that no key makes harmless."""
    await context.tx.change(stored_occurrences.claim.statement, key=f"published:{uuid4()}", now=context.now)


ROUTES: tuple[Route, ...] = (on_command("publish", publish),)


@asynccontextmanager
async def another(simulator: Simulator, url: str) -> AsyncIterator[App]:
    """The same bot in another process, which found the lock free."""
    database = await open_database(url)
    app = App(
        settings_for(simulator, url), database=database, clock=SystemClock(), routes=ROUTES, notices=NOTICES,
        speech=SPEECH, limits=LIFTED,
    )  # fmt: skip
    try:
        await app.start()
        try:
            yield app
        finally:
            await app.stop()
    finally:
        await database.close()


async def until_waiting(url: str, sessions: int) -> None:
    async with asyncio.timeout(20):
        while await fetched(url, WAITING) != [(sessions,)]:  # noqa: ASYNC110  # the server does not tell
            await asyncio.sleep(0.02)


@pytest.fixture
async def held(postgres_url: str) -> AsyncIterator[asyncpg.Connection]:
    """Somebody who keeps the old process from finishing what it has begun."""
    holder = await asyncpg.connect(postgres_url)
    await holder.execute("BEGIN")
    await holder.execute("LOCK TABLE occurrence IN SHARE MODE")
    yield holder
    await holder.close()


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(getattr(request, "param", "postgres_url")))


@pytest.mark.parametrize(("fenced", "effects"), [(True, 1), (False, 2)], ids=["fenced", "negative control"])
async def test_press_in_mid_air_has_one_effect_when_another_process_takes_over(
    make_app: MakeApp,
    simulator: Simulator,
    anna: SimPerson,
    postgres_url: str,
    held: asyncpg.Connection,
    fenced: bool,
    effects: int,
) -> None:
    old = await make_app(routes=ROUTES)
    if not fenced:
        old.engine.database.fence = None
    anna.send("/publish")
    await until_waiting(postgres_url, 1)

    starting = asyncio.create_task(started_and_settled(simulator, postgres_url))
    await until_waiting(postgres_url, 2)
    await held.execute("COMMIT")
    await starting

    assert await fetched(postgres_url, "SELECT count(*) FROM occurrence WHERE key LIKE 'published%'") == [(effects,)]
    if fenced:
        anna.send("/publish")
        assert await asyncio.wait_for(old.wait(), 20) == Exit.ANOTHER_POLLER


async def started_and_settled(simulator: Simulator, url: str) -> None:
    async with another(simulator, url) as new:
        await new.settle()


@BOTH
async def test_idle_process_learns_from_a_tick_that_it_was_replaced(make_app: MakeApp, database_url: str) -> None:
    app = await make_app(ticks=(Tick("idle", 1, nothing_due),))
    beside = await open_database(database_url, beside=True)
    await in_transaction(beside, lambda tx: raise_epoch(tx, app.engine.bot_id, 1))
    await beside.close()

    assert await asyncio.wait_for(app.wait(), 20) == Exit.ANOTHER_POLLER


async def nothing_due(_tx: Tx, _now: int) -> int:
    return 0


@BOTH
async def test_nothing_begins_or_leaves_while_the_lock_is_lost(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str
) -> None:
    anna.chat.started = True
    person_id = await join(database, anna)
    hold = Hold()
    app = await make_app()
    hold.tell(app.engine.standing.heed)
    await app.settle()

    hold.become(Grip.SLIPPED, "its connection ended")
    anna.send("/count")
    await eventually(lambda: "database" in app.health.reasons)
    early = told(anna), await fetched(database_url, "SELECT count(*) FROM inbox")
    hold.become(Grip.FAST)
    await app.settle()
    await queue(database, person_id, "tea", due_at=1)
    await app.settle()

    assert early == ([], [(0,)])
    assert told(anna) == ["1 so far", "Reminder: tea (en)"]
    await eventually(lambda: not app.health.reasons)


@BOTH
async def test_process_ends_when_somebody_else_has_the_lock(make_app: MakeApp, anna: SimPerson) -> None:
    hold = Hold()
    app = await make_app()
    hold.tell(app.engine.standing.heed)

    hold.become(Grip.SLIPPED, "its connection ended")
    hold.become(Grip.GONE, "PostgreSQL backend 7")
    anna.send("/count")

    assert await asyncio.wait_for(app.wait(), 20) == Exit.LOCKED
    assert told(anna) == []
