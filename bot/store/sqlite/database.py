"""SQLite: one connection writes and alone checkpoints, behind a lock; readers see, and can only see.

Asking the connection whether it is in a transaction lies while BEGIN still waits in its thread: so ROLLBACK is
always queued, and both ends of a transaction are shielded from cancellation.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.store.failures import NotOurs
from bot.store.named import NamedTx
from bot.store.one_process.epochs import epoch_of_bot
from bot.store.one_process.fence import Fence
from bot.store.shielding import finished
from bot.store.sqlite.checkpoints import Checkpoints
from bot.store.sqlite.copying import address
from bot.store.sqlite.errors import told_apart
from bot.store.sqlite.inside import Work, inside
from bot.store.sqlite.leaving import left
from bot.store.sqlite.log import unwaiting, write_anew
from bot.store.sqlite.ownership import Ownership
from bot.store.sqlite.private import make_file, make_folder, tighten
from bot.store.statements import Statement
from bot.store.transaction import Row, Tx, Value
from bot.store.vault import Vault

T = TypeVar("T")

READERS = 2
COMMON = ("PRAGMA foreign_keys=ON", "PRAGMA busy_timeout=5000", "PRAGMA cache_size=-16000", "PRAGMA temp_store=MEMORY")
OWN = "PRAGMA wal_autocheckpoint=0"  # COMMIT never writes into the database file: Checkpoints does, in the open
WRITER = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON", OWN)
READER = ("PRAGMA query_only=ON", OWN)
FIRST_LOOK = "SELECT count(*) FROM sqlite_master"  # opens the write-ahead log, and finds what is cut short


class SqliteTx(NamedTx):
    """Asked from the loop, with a hop into the connection's thread for each statement."""

    def __init__(self, connection: aiosqlite.Connection, vault: Vault) -> None:
        super().__init__(vault)
        self.connection = connection

    async def rows(self, statement: Statement, /, **values: Value) -> Sequence[Row]:
        self.note(statement)
        with told_apart:
            return await self.connection.execute_fetchall(statement.named, values)  # type: ignore[return-value]  # a list, said as Iterable

    async def change(self, statement: Statement, /, **values: Value) -> int:
        self.note(statement)
        with told_apart:
            cursor = await self.connection.execute(statement.named, values)
        return cursor.rowcount

    async def change_many(self, statement: Statement, values: Sequence[Mapping[str, Value]], /) -> None:
        self.note(statement)
        if values:
            with told_apart:
                await self.connection.executemany(statement.named, values)


class SqliteDatabase:
    """Use ``open_sqlite``. ``do`` and ``see``, ``write`` and ``read`` are the only doors."""

    def __init__(
        self, writer: aiosqlite.Connection, readers: Sequence[aiosqlite.Connection], vault: Vault, files: Ownership
    ) -> None:
        self.writer = writer
        self.vault = vault
        self.fence: Fence | None = None
        self.files = files
        self.checkpoints = Checkpoints(writer, files)
        self.turn = asyncio.Lock()
        self.closed = False
        self.all_readers = readers
        self.readers: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()
        for reader in readers:
            self.readers.put_nowait(reader)

    async def do(self, work: Work[T]) -> T:
        async with self.turn:
            fence = self.fence
            if fence is not None:
                fence.demand_open()

            async def ours(tx: Tx) -> T:
                if fence is not None:
                    fence.demand_own(await epoch_of_bot(tx, fence.bot_id))
                result = await work(tx)
                self.files.look()  # a log that is cut now would be long again after COMMIT
                return result

            with self.files.held():
                result = await inside(self.writer, self.vault, "BEGIN IMMEDIATE", "COMMIT", ours)
                self.files.look()  # before anybody acknowledges what was written
            await finished(self.checkpoints.make_if_due())
            return result

    async def see(self, work: Work[T]) -> T:
        reader = await self.readers.get()
        try:
            with self.files.held():
                return await inside(reader, self.vault, "BEGIN", "ROLLBACK", work)
        finally:
            self.readers.put_nowait(reader)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[SqliteTx]:
        async with self.turn:
            fence = self.fence
            if fence is not None:
                fence.demand_open()
            with self.files.held():
                async with whole(self.writer, "BEGIN IMMEDIATE", "COMMIT"):
                    tx = SqliteTx(self.writer, self.vault)
                    if fence is not None:
                        fence.demand_own(await epoch_of_bot(tx, fence.bot_id))
                    yield tx
                    self.files.look()  # a log that is cut now would be long again after COMMIT
                self.files.look()  # before anybody acknowledges what was written
            await finished(self.checkpoints.make_if_due())

    @asynccontextmanager
    async def read(self) -> AsyncIterator[SqliteTx]:
        reader = await self.readers.get()
        try:
            with self.files.held():
                async with whole(reader, "BEGIN", "ROLLBACK"):
                    yield SqliteTx(reader, self.vault)
        finally:
            self.readers.put_nowait(reader)

    async def rewrite(self) -> None:
        async with self.turn:
            with self.files.held(), told_apart:
                await finished(write_anew(self.writer))

    async def empty_log(self) -> bool:
        async with self.turn:
            return await finished(unwaiting(self.writer, partial(self.checkpoints.make, "TRUNCATE")))

    def look(self) -> None:
        self.files.look()

    async def close(self) -> None:
        """Raises NotOurs where the files are somebody else's, and says what became of what they held."""
        if self.closed:
            return
        self.closed = True
        async with self.turn:  # who is at work learns first what became of it
            with suppress(NotOurs):
                self.files.look()
            if self.files.lost is not None:
                raise await left(self.files, self.checkpoints, self.all_readers)
            for connection in (*self.all_readers, self.writer):
                await connection.close()


@asynccontextmanager
async def whole(connection: aiosqlite.Connection, begin: str, end: str) -> AsyncIterator[None]:
    try:
        with told_apart:
            await connection.execute(begin)
        yield
        with told_apart:
            await finished(connection.execute(end))
    except BaseException:
        await finished(rolled_back(connection))
        raise


async def rolled_back(connection: aiosqlite.Connection) -> None:
    try:
        await connection.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return  # there was none: BEGIN failed, COMMIT had ended it, or a full disk rolled it back


async def connect(path: Path, pragmas: Sequence[str], *, mode: str) -> aiosqlite.Connection:
    """``mode`` ro or rw. Raises Unavailable, NotOurs."""
    with told_apart:
        connection = await aiosqlite.connect(address(path, mode), uri=True, isolation_level=None, cached_statements=512)
    connection.row_factory = sqlite3.Row
    try:
        with told_apart:
            for statement in (*COMMON, *pragmas, FIRST_LOOK):
                await connection.execute_fetchall(statement)
    except NotOurs as lost:
        await connection.close()
        raise NotOurs(f"{path} {lost}") from lost
    except BaseException:
        await connection.close()
        raise
    return connection


async def open_sqlite(path: Path, vault: Vault, *, beside: bool = False) -> SqliteDatabase:
    """``beside``: another process owns the database; never checkpoint.

    Readers cannot write at all (ro), not even while they close: `left` makes use of it.
    """
    make_folder(path.parent)
    make_file(path)
    if not beside:
        tighten(path)
    opened: list[aiosqlite.Connection] = []
    try:
        opened.append(await connect(path, WRITER, mode="rw"))
        for _ in range(READERS):
            opened.append(await connect(path, READER, mode="ro"))
        database = SqliteDatabase(opened[0], opened[1:], vault, Ownership(path, shared=beside))
        if not beside:
            await database.checkpoints.make()
    except BaseException:
        for connection in reversed(opened):
            await connection.close()
        raise
    return database
