"""Fault 85: the database's files are harmed under the running bot. Whoever was not told yet is told nothing."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.app import App
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database, open_database, sqlite_path
from bot.store.failures import NotOurs
from bot.wire.health import Exit
from tests.store.sqlite.harm import HARMS, snapshot
from tests.wire.conftest import MakeApp, join
from tests.wire.looking import eventually, found, told


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """PostgreSQL's server looks after its own files."""
    return sqlite_url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = await open_database(database_url)
    yield opened
    with suppress(NotOurs):
        await opened.close()


@pytest.fixture
def path(database_url: str) -> Path:
    return sqlite_path(database_url)


async def end(app: App) -> Exit:
    return await asyncio.wait_for(app.wait(), 10)


@pytest.mark.parametrize("harm", HARMS)
async def test_nothing_is_acknowledged(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, path: Path, harm: str
) -> None:
    """Neither to Anna nor to Telegram, which will bring her words again."""
    app = await make_app()
    anna.send("/count")
    await app.settle()
    snapshot(path)

    HARMS[harm](path)
    anna.send("/count")

    assert await end(app) == Exit.NOT_OURS
    assert "database" in app.health.reasons
    await app.stop()
    assert (told(anna), simulator.pending_updates()) == (["1 so far"], 1)


@pytest.mark.parametrize("harm", ["moved away", "copied over", "log deleted"])
async def test_bot_without_anything_to_do_notices(make_app: MakeApp, path: Path, harm: str) -> None:
    app = await make_app()
    await app.settle()
    snapshot(path)

    HARMS[harm](path)

    assert await end(app) == Exit.NOT_OURS


async def test_press_whose_effect_went_into_the_wrong_file_is_not_answered(
    make_app: MakeApp, anna: SimPerson, path: Path
) -> None:
    harmed: list[bool] = []

    def checkpoint(name: str) -> None:
        if harmed == [True] and name == "handled":  # inside the transaction
            HARMS["moved away"](path)
            harmed.append(True)

    app = await make_app(checkpoint=checkpoint)
    anna.send("/count")
    await app.settle()
    harmed.append(True)
    press = anna.press("One more")

    assert await end(app) == Exit.NOT_OURS
    await app.stop()
    assert (told(anna), press.answer) == (["1 so far"], None)


async def test_nothing_is_waited_for_and_no_result_is_written(
    make_app: MakeApp, database: Database, anna: SimPerson, simulator: Simulator, path: Path
) -> None:
    """What was being sent stands as it stood: the next start treats it as of unknown outcome."""
    await join(database, anna)
    app = await make_app()
    await app.settle()
    hanging = simulator.faults.hang(method="sendMessage")
    anna.send("/count")
    await eventually(lambda: hanging.hits > 0)
    HARMS["moved away"](path)
    code = await end(app)

    began = time.monotonic()
    await app.stop()
    took = time.monotonic() - began
    with pytest.raises(NotOurs):
        await database.close()

    (saved,) = path.parent.glob("liandong.db.rescued-*")
    assert (code, took < 5) == (Exit.NOT_OURS, True)
    assert await found(f"sqlite:///{saved}", "SELECT state FROM outbox") == [("sending",)]


async def test_harm_in_the_last_moment_ends_with_its_code(make_app: MakeApp, anna: SimPerson, path: Path) -> None:
    """Told to end, and then it is not its own any more: nothing is drained into the wrong file."""
    app = await make_app()
    anna.send("/count")
    await app.settle()

    HARMS["moved away"](path)
    app.end(Exit.OK)
    await app.stop()

    assert "database" in app.health.reasons
