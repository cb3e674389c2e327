"""SQLite without a thread: the calls that the product makes of aiosqlite, made at once, on a real file with real SQL.

`before` and `after` every statement the process may die, and `before` may raise what the driver would.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

import aiosqlite

from bot.store.sqlite.database import COMMON, FIRST_LOOK, READER, READERS, WRITER, SqliteDatabase
from bot.store.sqlite.driving import driven
from bot.store.sqlite.inside import Work, awaited
from bot.store.sqlite.ownership import Ownership
from bot.store.vault import Vault

T = TypeVar("T")
Values = Mapping[str, Any] | Sequence[Any]
OURS = (
    "PRAGMA synchronous=OFF",  # who dies here is no process: the system keeps what was written
    "PRAGMA busy_timeout=0",  # nothing may block: whoever held a lock will not go on meanwhile
)


class Watch(Protocol):
    """What a statement meets on its way."""

    def before(self, sql: str) -> None: ...

    def after(self, sql: str) -> None: ...


class InPlace:
    """The part of `aiosqlite.Connection` that `bot.store.sqlite` uses."""

    def __init__(self, path: Path, pragmas: Iterable[str], watch: Watch) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None, cached_statements=512)
        self.connection.row_factory = sqlite3.Row
        self.watch = watch
        for pragma in (*COMMON, *pragmas, *OURS):
            self.connection.execute(pragma)

    async def execute(self, sql: str, values: Values = ()) -> sqlite3.Cursor:
        self.watch.before(sql)
        cursor = self.connection.execute(sql, values)
        self.watch.after(sql)
        return cursor

    async def executemany(self, sql: str, values: Iterable[Values]) -> sqlite3.Cursor:
        self.watch.before(sql)
        cursor = self.connection.executemany(sql, values)
        self.watch.after(sql)
        return cursor

    async def execute_fetchall(self, sql: str, values: Values = ()) -> list[sqlite3.Row]:
        self.watch.before(sql)
        rows = self.connection.execute(sql, values).fetchall()
        self.watch.after(sql)
        return rows

    async def backup(self, target: sqlite3.Connection) -> None:
        self.connection.backup(target)

    async def close(self) -> None:
        self.connection.close()


class Nobody:
    """Watches nothing."""

    def before(self, sql: str) -> None: ...

    def after(self, sql: str) -> None: ...


class Stepwise(SqliteDatabase):
    """Its COMMIT is a step of its own, between which and the work others have their turn: so plays read as ever.

    Whoever waits within a unit of work is refused here as well.
    """

    async def do(self, work: Work[T]) -> T:
        async with self.write() as tx:
            return driven(awaited(work, tx))

    async def see(self, work: Work[T]) -> T:
        async with self.read() as tx:
            return driven(awaited(work, tx))


def open_in_place(path: Path, vault: Vault, watch: Watch, *, beside: bool = False) -> SqliteDatabase:
    """The product's database with connections that need no thread."""
    connections = [InPlace(path, WRITER, watch), *(InPlace(path, READER, watch) for _ in range(READERS))]
    for one in connections:
        one.connection.execute(FIRST_LOOK).fetchall()
    writer, *readers = (cast(aiosqlite.Connection, one) for one in connections)
    return Stepwise(writer, readers, vault, Ownership(path, shared=beside))


def shut(database: SqliteDatabase) -> None:
    """As the kernel does when a process dies: what was not committed is rolled back."""
    if database.closed:
        return
    for one in (*database.all_readers, database.writer):
        connection = cast(InPlace, one).connection
        connection.rollback()  # a cursor in somebody's traceback would keep the transaction open beyond the closing
        connection.close()
