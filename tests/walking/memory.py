"""A database that can be put back to how it was, thousands of times: SQLite in memory, without threads and files.

Schema, statements and transactions are the real ones; only the connection is another.
"""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import TypeVar

from bot.store.one_process.fence import Fence
from bot.store.sqlite.driving import driven
from bot.store.sqlite.inside import InsideTx, Work, awaited
from bot.store.vault import Vault

T = TypeVar("T")

PAGE = 4096  # bytes, as SQLite writes it
LOGLESS = b"\x01\x01"  # in the header of the file format: in memory there can be no write-ahead log
State = tuple[bytes, ...]
"""A whole database, by pages: two states share the pages that are the same in both."""


class Memory:
    """A ``Database`` that begins as a copy of a migrated file."""

    def __init__(self, migrated: Path, vault: Vault) -> None:
        self.fence: Fence | None = None
        self.vault = vault
        self.connection = opened()
        self.shelf = opened()
        self.pages: dict[bytes, bytes] = {}
        self.tx = InsideTx(self.connection, vault)
        self.at: State = ()
        with closing(sqlite3.connect(f"{migrated.as_uri()}?mode=ro", uri=True)) as source:
            whole = bytearray(source.serialize())
        whole[18:20] = LOGLESS
        self.restore((bytes(whole),))

    async def do(self, work: Work[T]) -> T:
        async with self.write() as tx:
            return driven(awaited(work, tx))

    async def see(self, work: Work[T]) -> T:
        return driven(awaited(work, self.tx))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[InsideTx]:
        self.tx.touched, self.tx.wrote = set(), False
        self.connection.execute("SAVEPOINT one")
        try:
            yield self.tx
        except BaseException:
            self.connection.execute("ROLLBACK TO one")
            raise
        finally:
            self.connection.execute("RELEASE one")

    @asynccontextmanager
    async def read(self) -> AsyncIterator[InsideTx]:
        yield self.tx

    @contextmanager
    def undone(self, state: State) -> Iterator[None]:
        """What happens in the block happens to the database as it was then, and is undone at its end."""
        if self.at is not state:
            self.restore(state)
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def save(self) -> State:
        """How it is now."""
        whole = self.connection.serialize()
        pages = (whole[at : at + PAGE] for at in range(0, len(whole), PAGE))
        return tuple(self.pages.setdefault(page, page) for page in pages)

    def restore(self, state: State) -> None:
        """Every statement has to be prepared anew after it: dear, compared with undoing."""
        self.shelf.deserialize(b"".join(state))
        self.shelf.backup(self.connection)
        self.at = state

    async def rewrite(self) -> None:
        """There is no file."""

    async def empty_log(self) -> bool:
        return True

    def look(self) -> None:
        """Nobody else can reach it."""

    async def close(self) -> None:
        self.connection.close()


def opened() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, cached_statements=512)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys=ON")
    return connection
