"""Each test has a database of its own: a copy of one migrated once. `database_url` runs a test on both kinds."""

import asyncio
import os
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import hypothesis
import pytest

from bot.store.database import Database, open_database
from bot.store.migrating import migrate
from bot.store.vault import Vault
from tests.helpers.postgres import Cluster, binaries, cluster, made_cluster
from tests.helpers.seconds import count_seconds

# Busy cores make single examples slow now and then: limits of time are tests of their own.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seconds-by-folder", action="store_true", help="what the tests of each folder cost")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--seconds-by-folder"):
        count_seconds(config)


def required(what: str) -> bool:
    return what in os.environ.get("LIANDONG_TEST_REQUIRE", "").split(",")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "liandong.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A cluster with the migrated database `migrated` in it."""
    if binaries() is None and not required("postgres"):
        pytest.skip("PostgreSQL's server programs are not installed")
    with cluster() as server:
        asyncio.run(make_template(server))
        yield server


@pytest.fixture
async def own_cluster() -> AsyncIterator[Cluster]:
    """A server of this test's own, to be stopped and started; with the database `migrated` in it."""
    if binaries() is None and not required("postgres"):
        pytest.skip("PostgreSQL's server programs are not installed")
    with made_cluster() as made:
        await make_template(made.url)
        yield made


async def run_sql(server: str, statement: str) -> None:
    connection = await asyncpg.connect(f"{server}/postgres")
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def make_template(server: str) -> None:
    await run_sql(server, "CREATE DATABASE migrated TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'UTF8'")
    await migrate(f"{server}/migrated")


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    path = tmp_path / "liandong.db"
    shutil.copy(migrated_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
async def postgres_url(postgres_server: str) -> AsyncIterator[str]:
    name = f"t{uuid.uuid4().hex}"
    await run_sql(postgres_server, f"CREATE DATABASE {name} TEMPLATE migrated")
    yield f"{postgres_server}/{name}"
    await run_sql(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = await open_database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def locked(database_url: str) -> AsyncIterator[Database]:
    """The test's database opened with a data key: phone numbers and guardians' names can be kept."""
    opened = await open_database(database_url, vault=Vault("a key that only tests know"))
    yield opened
    await opened.close()
