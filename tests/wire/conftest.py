"""A real App on a real database file, talking HTTP to the simulator. Its routes are small ones of the tests' own."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from bot.app import App
from bot.people.rows import add_person
from bot.settings import Secret, Settings
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database
from bot.wire.clock import SystemClock
from bot.wire.limits import LIFTED
from tests.wire.line import Line, line_to
from tests.wire.routes import NOTICES, ROUTES, SPEECH

MakeApp = Callable[..., Awaitable[App]]


def settings_for(simulator: Simulator, database_url: str, api_url: str = "") -> Settings:
    return Settings(bot_token=Secret(simulator.token), api_url=api_url or simulator.api_url, database_url=database_url)


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    made = Simulator()
    await made.start()
    yield made
    await made.stop()
    assert not made.violations, str(made.violations)


@pytest.fixture
async def line(simulator: Simulator) -> AsyncIterator[Line]:
    async with line_to(simulator.api_url) as made:
        yield made


@pytest.fixture
async def anna(simulator: Simulator) -> SimPerson:
    return simulator.person("Anna")


@pytest.fixture
async def make_app(simulator: Simulator, database: Database, database_url: str) -> AsyncIterator[MakeApp]:
    """Builds and starts an App; those still running at the end are stopped. ``api_url``: that of a ``line``."""
    apps: list[App] = []

    async def make(api_url: str = "", **options: Any) -> App:
        settings = settings_for(simulator, database_url, api_url)
        given = {
            "clock": SystemClock(),
            "routes": ROUTES,
            "notices": NOTICES,
            "speech": SPEECH,
            "limits": LIFTED,
            **options,
        }
        app = App(settings, database=database, **given)
        await app.start()
        apps.append(app)
        return app

    yield make
    for app in apps:
        await app.stop()


async def join(database: Database, person: SimPerson, **facts: Any) -> int:
    """The person is known and active; the id."""
    async with database.write() as tx:
        return await add_person(tx, now=1, state="active", name="Anna", telegram_id=person.id, **facts)
