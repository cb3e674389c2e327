"""What all workers of a run use, made once by the process that starts them: migrated files, one PostgreSQL server."""

import asyncio
import signal
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import asyncpg
import pytest

from bot.store.migrating import migrate
from tests.helpers.postgres import Cluster, made_cluster, wanted
from tests.helpers.scratch import scratch

NAME = "shared"
PARTS = ("migrated_file", "migrated_cluster", "server")


class Given(Protocol):
    @property
    def migrated_file(self) -> str:
        """An SQLite file to be copied."""

    @property
    def migrated_cluster(self) -> str:
        """The files of a stopped server with the database `migrated` in it, to be copied."""

    @property
    def server(self) -> str:
        """``postgresql://…`` of a running copy, without a database name."""


class Shared:
    """Each thing is made when it is first asked for, and all are gone when pytest ends, also when it is interrupted."""

    def __init__(self) -> None:
        self.kept = ExitStack()
        self.kept.enter_context(scratch())
        self.folder = Path(self.kept.enter_context(TemporaryDirectory(prefix="liandong-shared-")))
        self.folder.chmod(0o711)  # the server's user passes through

    @cached_property
    def migrated_file(self) -> str:
        path = self.folder / "liandong.db"
        asyncio.run(migrate(f"sqlite:///{path}"))
        return str(path)

    @cached_property
    def migrated_cluster(self) -> str:
        made = self.kept.enter_context(made_cluster())
        asyncio.run(make_template(made.url))
        made.stop()
        return str(made.data)

    @cached_property
    def cluster(self) -> Cluster:
        return self.kept.enter_context(made_cluster(self.migrated_cluster))

    @property
    def server(self) -> str:
        return self.cluster.url

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Of xdist: a worker is about to start."""
        there = PARTS if wanted() else PARTS[:1]
        node.workerinput[NAME] = {part: getattr(self, part) for part in there}

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if terminalreporter.config.getoption("--seconds-by-folder") and "cluster" in vars(self):
            terminalreporter.write_line(f"and PostgreSQL's server: {self.cluster.spent():.1f}")

    def pytest_unconfigure(self) -> None:
        self.kept.close()


class Received:
    """In a worker: what it was started with."""

    def __init__(self, parts: dict[str, str]) -> None:
        self.migrated_file = parts["migrated_file"]
        self.migrated_cluster = parts.get("migrated_cluster", "")
        self.server = parts.get("server", "")


def share(config: pytest.Config) -> None:
    parts = getattr(config, "workerinput", {}).get(NAME)
    if parts is None:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever stops us wants nothing left lying either
    config.pluginmanager.register(Shared() if parts is None else Received(parts), NAME)


def shared(config: pytest.Config) -> Given:
    found: Given | None = config.pluginmanager.get_plugin(NAME)
    assert found is not None
    return found


async def run_sql(server: str, statement: str) -> None:
    connection = await asyncpg.connect(f"{server}/postgres")
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def make_template(server: str) -> None:
    await run_sql(server, "CREATE DATABASE migrated TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'UTF8'")
    await migrate(f"{server}/migrated")


async def copy_template(server: str, name: str) -> None:
    """As files where the server can choose: by its log, page by page, it takes ten times as long."""
    connection = await asyncpg.connect(f"{server}/postgres")
    try:
        how = "STRATEGY file_copy" if connection.get_server_version().major >= 15 else ""
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE migrated {how}")
    finally:
        await connection.close()
