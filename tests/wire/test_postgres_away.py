"""The server goes away under a running bot: what people do waits, health turns red and green, and the bot goes on."""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable

import asyncpg
import pytest

from bot.app import App
from bot.simulator.people.persons import SimPerson
from bot.store.database import Database
from bot.store.one_process.lock import process_lock
from tests.helpers.postgres import Cluster
from tests.helpers.raw_sql import fetched, raw
from tests.helpers.road import Road
from tests.helpers.sharing import run_sql
from tests.wire.conftest import MakeApp
from tests.wire.looking import eventually, states, told

OURS = "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() ORDER BY pid"
Harm = Callable[["Place", App, SimPerson], Awaitable[None]]


class Place:
    """A server of this test's own, and the way to it."""

    def __init__(self, cluster: Cluster, road: Road) -> None:
        self.cluster = cluster
        self.road = road
        self.direct = f"{cluster.url}/migrated"
        self.url = self.direct.replace(f":{cluster.port}/", f":{road.port}/")


@pytest.fixture
async def place(own_cluster: Cluster) -> AsyncIterator[Place]:
    road = Road(own_cluster.port)
    await road.open()
    yield Place(own_cluster, road)
    await road.close()


@pytest.fixture
def database_url(place: Place) -> str:
    return place.url


async def restarted(place: Place, app: App, anna: SimPerson) -> None:
    await asyncio.to_thread(place.cluster.stop)
    await red(app, anna)
    await asyncio.to_thread(place.cluster.start)


async def crashed(place: Place, app: App, anna: SimPerson) -> None:
    await asyncio.to_thread(place.cluster.stop, signal.SIGQUIT)
    await red(app, anna)
    await asyncio.to_thread(place.cluster.start)


async def each_connection_ended(place: Place, _app: App, anna: SimPerson) -> None:
    for (pid,) in await fetched(place.direct, OURS):
        await raw(place.direct, f"SELECT pg_terminate_backend({pid})")
        anna.send("/count")
        await asyncio.sleep(0.05)


async def only_to_be_read(place: Place, app: App, anna: SimPerson) -> None:
    await run_sql(place.cluster.url, "ALTER SYSTEM SET default_transaction_read_only = on")
    await run_sql(place.cluster.url, "SELECT pg_reload_conf()")
    await red(app, anna)
    settings = {"default_transaction_read_only": "off"}
    connection = await asyncpg.connect(f"{place.cluster.url}/postgres", server_settings=settings)
    await connection.execute("ALTER SYSTEM RESET default_transaction_read_only")
    await connection.execute("SELECT pg_reload_conf()")
    await connection.close()


async def forgotten(place: Place, app: App, anna: SimPerson) -> None:
    place.road.forget()
    await red(app, anna)


async def answers_lost(place: Place, app: App, anna: SimPerson) -> None:
    """One COMMIT after the other, of whatever part: polling, a worker, the ledger."""
    for _ in range(12):
        place.road.lose("answer", b"COMMIT")
        anna.send("/count")
        await eventually(lambda: place.road.loss is None, 30)


async def red(app: App, anna: SimPerson) -> None:
    anna.send("/count")
    await eventually(lambda: "database" in app.health.reasons, 30)


@pytest.mark.parametrize(
    "harm",
    [restarted, crashed, each_connection_ended, only_to_be_read, forgotten, answers_lost],
    ids=lambda harm: harm.__name__,
)
async def test_bot_goes_on_by_itself(make_app: MakeApp, anna: SimPerson, place: Place, harm: Harm) -> None:
    """Every update once, every answer once, in order."""
    async with process_lock(place.url) as hold:
        app = await make_app()
        hold.tell(app.engine.standing.heed)
        for _ in range(20):
            anna.send("/count")
        await eventually(lambda: bool(told(anna)))
        await harm(place, app, anna)
        for _ in range(5):
            anna.send("/count")
        async with asyncio.timeout(60):
            await app.settle()
        await eventually(lambda: not app.health.reasons, 30)
        ended = app.engine.ended.done()

    sent = sum(message.text == "/count" for message in anna.messages)
    assert not ended
    assert told(anna) == [f"{n} so far" for n in range(1, sent + 1)]
    assert await states(place.direct, "inbox") == {"done": sent}
    assert set(await states(place.direct, "outbox")) == {"sent"}


@pytest.mark.parametrize("silent", [False, True], ids=["refused", "silent"])
async def test_it_ends_when_told_although_the_server_is_away(
    make_app: MakeApp, anna: SimPerson, place: Place, database: Database, silent: bool
) -> None:
    """What waits is done by the next start."""
    app = await make_app()
    anna.send("/count")
    await app.settle()
    if silent:
        place.road.forget(for_good=True)
    else:
        await asyncio.to_thread(place.cluster.stop)
    await red(app, anna)

    async with asyncio.timeout(60):
        await app.stop()
        await database.close()

    if not silent:
        await asyncio.to_thread(place.cluster.start)
    assert await states(place.direct, "inbox") == {"done": 1}
    assert len(told(anna)) == 1
