"""Fault 71: whoever has data of a release gets all of it in the newest program, on either database."""

import json
import sqlite3
import uuid
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from bot.reports.integrity.acts import first_fault
from bot.store.database import open_database
from bot.store.migrating import HEAD, migrate, version
from tests.helpers.sharing import run_sql
from tests.store.releases import FOLDER, RELEASES, totals


@pytest.fixture
def old_sqlite(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'old.db'}"


@pytest.fixture
async def old_postgres(postgres_server: str) -> AsyncIterator[str]:
    name = f"t{uuid.uuid4().hex}"
    await run_sql(postgres_server, f"CREATE DATABASE {name} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
    yield f"{postgres_server}/{name}"
    await run_sql(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def old_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"old_{request.param}")
    return url


async def put_back(url: str, release: str) -> None:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.executescript((FOLDER / f"{release}.sqlite.sql").read_text())
        return
    server = await asyncpg.connect(url)
    await server.execute((FOLDER / f"{release}.postgres.sql").read_text())
    await server.close()


@pytest.mark.parametrize("release", RELEASES)
async def test_release_climbs_with_all_it_holds(old_url: str, release: str) -> None:
    """Its books are sound afterwards, and add up to what they added up to."""
    await put_back(old_url, release)
    wanted = json.loads((FOLDER / f"{release}.json").read_text())
    assert await totals(old_url) == wanted

    await migrate(old_url)

    assert await version(old_url) == HEAD
    database = await open_database(old_url)
    async with database.read() as tx:
        assert await first_fault(tx) is None
    await database.close()
    assert await totals(old_url) == wanted


def test_every_release_is_kept_of_both_kinds() -> None:
    assert "0.1.0" in RELEASES
    assert [name for name in RELEASES if not (FOLDER / f"{name}.sqlite.sql").exists()] == []
    assert [name for name in RELEASES if not (FOLDER / f"{name}.postgres.sql").exists()] == []
    assert all(json.loads((FOLDER / f"{name}.json").read_text())["minutes"] for name in RELEASES)
