"""A prepared database, copied afresh for each run, so that every run signs the same people up."""

import asyncio
import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

from tests.benchmarks.presses import prepare
from tests.helpers import postgres


class OnSqlite:
    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.numbers = itertools.count(1)
        self.datas = asyncio.run(prepare(f"sqlite:///{folder / 'prepared.db'}", count))

    def fresh(self) -> str:
        """The URL of a copy."""
        path = self.folder / f"{next(self.numbers)}.db"
        shutil.copy(self.folder / "prepared.db", path)
        return f"sqlite:///{path}"


class OnPostgres:
    def __init__(self, server: str, count: int) -> None:
        self.server = server
        self.numbers = itertools.count(1)
        asyncio.run(self.tell("CREATE DATABASE prepared"))
        self.datas = asyncio.run(prepare(f"{server}/prepared", count))

    async def tell(self, *words: str) -> None:
        connection = await asyncpg.connect(f"{self.server}/postgres")
        try:
            for one in words:
                await connection.execute(one)
        finally:
            await connection.close()

    def fresh(self) -> str:
        name = f"run{next(self.numbers)}"
        asyncio.run(self.tell(f"CREATE DATABASE {name} TEMPLATE prepared", "CHECKPOINT"))
        return f"{self.server}/{name}"


@contextmanager
def on_postgres(count: int) -> Iterator[OnPostgres | None]:
    """Durable, as it would be run; None where no server is installed."""
    if postgres.binaries() is None:
        yield None
        return
    with postgres.made_cluster(options=postgres.DURABLE) as cluster:
        yield OnPostgres(cluster.url, count)
