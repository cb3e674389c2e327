"""Faults 8 and 10: a full disk, and another process that is the same bot."""

import asyncio
from pathlib import Path

import pytest

from bot.app import App
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database, open_database
from bot.store.migrating import migrate
from bot.store.sqlite.database import SqliteDatabase
from bot.wire.clock import SystemClock
from bot.wire.health import Exit
from bot.wire.limits import LIFTED, Limits
from tests.wire.conftest import MakeApp, join, settings_for
from tests.wire.hello import queue
from tests.wire.looking import eventually, states, told
from tests.wire.routes import NOTICES, ROUTES

FULL, ROOM = "PRAGMA max_page_count=1", "PRAGMA max_page_count=100000"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """A disk can be filled on SQLite only."""
    return sqlite_url


@pytest.mark.parametrize("when", ["before the update is kept", "while updates wait"])
async def test_full_disk_loses_nothing_and_resumes_by_itself(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str, when: str
) -> None:
    """Fault 8: nothing confirmed, nothing sent, red within 30 s."""
    assert isinstance(database, SqliteDatabase)
    app = await make_app()
    await app.settle()
    text = "/count " + "x" * 3000

    if when == "while updates wait":
        async with database.turn:
            anna.send(text)
            await eventually(lambda: bool(simulator.pending_updates()))
            await database.writer.execute(FULL)
    else:
        await database.writer.execute(FULL)
        anna.send(text)
    for _ in range(40):
        anna.send(text)
    await eventually(lambda: "database" in app.health.reasons)
    sent, waiting = told(anna), simulator.pending_updates()
    await database.writer.execute(ROOM)
    async with asyncio.timeout(20):
        await app.settle()

    assert len(sent) < 41
    assert waiting > 0
    assert told(anna) == [f"{n} so far" for n in range(1, 42)]
    assert await states(database_url, "inbox") == {"done": 41}
    assert not app.health.reasons


async def another(simulator: Simulator, folder: Path, limits: Limits) -> App:
    """The same bot on a database of its own, as on another machine."""
    url = f"sqlite:///{folder / 'other.db'}"
    await migrate(url)
    database = await open_database(url)
    app = App(
        settings_for(simulator, url),
        database=database,
        clock=SystemClock(),
        routes=ROUTES,
        notices=NOTICES,
        limits=limits,
    )
    await app.start()
    return app


async def test_newcomer_that_gets_409_leaves_having_sent_nothing(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, tmp_path: Path
) -> None:
    """Fault 10: the older one was disturbed, backed off, and goes on."""
    old = await make_app(limits=LIFTED)
    anna.send("/count")
    await old.settle()

    new = await another(simulator, tmp_path, Limits(per_second=0, first_poll=10.0))
    async with asyncio.timeout(10):
        code = await new.wait()
    closed = new.engine.delivery.alone.is_set()
    await new.stop()
    await new.database.close()
    anna.send("/count")
    await old.settle()

    assert (code, closed) == (Exit.ANOTHER_POLLER, False)
    assert told(anna) == ["1 so far", "2 so far"]
    assert not old.engine.ended.done()


async def test_nothing_is_sent_before_the_first_poll_has_ended(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database
) -> None:
    """Fault 10: or those ten seconds have passed; here one and a half."""
    anna.chat.started = True
    await queue(database, await join(database, anna), "tea", due_at=1)
    app = await make_app(limits=Limits(per_second=0, first_poll=1.5))
    await asyncio.sleep(0.5)
    early = app.engine.delivery.alone.is_set(), told(anna)
    await eventually(lambda: bool(told(anna)))

    assert early == (False, [])
    assert told(anna) == ["Reminder: tea (en)"]


async def test_webhook_left_behind_is_removed(make_app: MakeApp, anna: SimPerson, simulator: Simulator) -> None:
    """Telegram refuses polling with 409 while one is set: nobody else is polling."""
    app = await make_app()
    simulator.faults.reset(method="deleteWebhook", times=1)
    await app.engine.client.post("setWebhook", b'{"url": "https://localhost:1/hook"}')

    anna.send("/count")
    await eventually(lambda: bool(told(anna)))

    assert told(anna) == ["1 so far"]


@pytest.mark.parametrize(
    "body", ["<html>Please log in</html>", "[]", '{"ok":true,"result":7}'], ids=["page", "list", "7"]
)
async def test_page_of_a_proxy_instead_of_updates_is_waited_out(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, body: str
) -> None:
    """Fault 22, coming in: with status 200, as a hotel's network answers."""
    simulator.faults.server_error(200, body, method="getUpdates", times=3)
    app = await make_app()

    anna.send("/count")
    await eventually(lambda: bool(told(anna)))

    assert told(anna) == ["1 so far"]
    assert not app.engine.ended.done()
