"""Each test has a database of its own: a copy of one migrated once. `database_url` runs a test on both kinds."""

import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hypothesis
import pytest

from bot.hearing import listen
from bot.store.database import Database, open_database
from bot.store.vault import Vault
from tests.helpers.once import leave_one_of_each
from tests.helpers.postgres import Cluster, made_cluster, wanted
from tests.helpers.seconds import count_seconds
from tests.helpers.sharing import copy_template, run_sql, share, shared

# Busy cores make single examples slow now and then: limits of time are tests of their own.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")
listen()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seconds-by-folder", action="store_true", help="what the tests of each folder cost")
    parser.addoption("--every", action="store_true", help="all that one of each stands for by default")


def pytest_configure(config: pytest.Config) -> None:
    share(config)
    if config.getoption("--seconds-by-folder"):
        count_seconds(config)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    leave_one_of_each(config, items)


@pytest.fixture(scope="session")
def migrated_file(request: pytest.FixtureRequest) -> Path:
    return Path(shared(request.config).migrated_file)


def want_postgres() -> None:
    """What is wanted and not there fails."""
    if not wanted():
        pytest.skip("PostgreSQL's server programs are not installed")


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> str:
    """A cluster with the migrated database `migrated` in it."""
    want_postgres()
    return shared(request.config).server


@pytest.fixture
def own_cluster(request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """A server of this test's own, to be stopped and started; with the database `migrated` in it."""
    want_postgres()
    with made_cluster(shared(request.config).migrated_cluster) as made:
        yield made


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    path = tmp_path / "liandong.db"
    shutil.copy(migrated_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
async def postgres_url(postgres_server: str) -> AsyncIterator[str]:
    name = f"t{uuid.uuid4().hex}"
    await copy_template(postgres_server, name)
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
