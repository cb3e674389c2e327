"""Books on PostgreSQL: a real server behind a road that loses things, asked over real sockets.

What is committed is copied into SQLite for every look, table by table, so that the invariants are the same.
"""

import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.dialects import sqlite

from bot.schema.columns import metadata
from bot.store.database import Database
from bot.store.postgres.database import PostgresDatabase, PostgresTx, open_postgres
from bot.store.vault import Vault
from tests.helpers.postgres import Cluster
from tests.helpers.road import Road
from tests.simulation.books.in_place import Watch
from tests.simulation.books.walking import asked

SQLITE = sqlite.dialect(paramstyle="qmark")


class Asked(PostgresDatabase):
    """The product's. Time walks while it is asked, and who asks may die before, in the middle, or when it was done."""

    watch: Watch

    @asynccontextmanager
    async def write(self) -> AsyncIterator[PostgresTx]:
        self.watch.after("")
        with asked():
            async with super().write() as tx:
                yield tx
                self.watch.after("")
        self.watch.after("")

    @asynccontextmanager
    async def read(self) -> AsyncIterator[PostgresTx]:
        self.watch.after("")
        with asked():
            async with super().read() as tx:
                yield tx

    async def close(self) -> None:
        with asked():
            await super().close()


class OnServer:
    """`template`: a file of the same schema."""

    def __init__(self, cluster: Cluster, name: str, template: Path) -> None:
        self.cluster = cluster
        self.name = name
        self.template = template
        self.road = Road(cluster.port)
        self.url = self.direct = f"{cluster.url}/{name}"

    async def ready(self) -> None:
        await self.road.open()
        self.url = f"{self.cluster.url.rsplit(':', 1)[0]}:{self.road.port}/{self.name}"

    async def over(self) -> None:
        await self.road.close()

    async def open(self, vault: Vault, watch: Watch, *, beside: bool = False) -> Database:
        with asked():
            opened = await open_postgres(self.direct if beside else self.url, vault, beside=beside)
        database = Asked(opened.pool, vault)
        database.watch = watch
        return database

    def cut(self, database: Any) -> None:
        database.pool.terminate()

    def harm(self, chance: random.Random) -> str:
        return ""  # the server keeps its files

    def put_right(self) -> None:
        """Nothing was wrong."""

    async def copy(self) -> sqlite3.Connection:
        books = sqlite3.connect(":memory:", isolation_level=None)
        books.row_factory = sqlite3.Row
        with sqlite3.connect(self.template) as empty:
            empty.backup(books)
        books.execute("PRAGMA foreign_keys=OFF")
        async with administrating(self.direct) as server:
            for table in metadata.sorted_tables:
                books.execute(str(table.delete()))
                if rows := await server.fetch(str(table.select())):
                    books.executemany(str(table.insert().compile(dialect=SQLITE)), [tuple(row) for row in rows])
        return books


@asynccontextmanager
async def administrating(url: str) -> AsyncIterator[asyncpg.Connection]:
    """Somebody else's connection, who may write even while the server only lets read."""
    with asked():
        connection = await asyncpg.connect(url, server_settings={"default_transaction_read_only": "off"})
        try:
            yield connection
        finally:
            await connection.close()
