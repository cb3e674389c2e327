"""A whole transaction where the database is: in the thread of aiosqlite's connection, without a hop for each statement.

The thread takes one piece of work after the other, so nobody else's statement can come between.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from contextvars import copy_context
from typing import Any, TypeVar

import aiosqlite

from bot.store.named import NamedTx
from bot.store.shielding import finished
from bot.store.sqlite.driving import driven
from bot.store.sqlite.errors import told_apart
from bot.store.statements import Statement
from bot.store.transaction import Row, Tx, Value
from bot.store.vault import Vault

T = TypeVar("T")
Work = Callable[[Tx], Awaitable[T]]


class InsideTx(NamedTx):
    """Calls SQLite itself and never suspends. Only for whoever is in the connection's thread."""

    def __init__(self, connection: sqlite3.Connection, vault: Vault) -> None:
        super().__init__(vault)
        self.connection = connection
        self.given_up = False
        """Whoever waited for it was cancelled: nothing more happens, and what has happened is rolled back."""

    def note(self, statement: Statement) -> None:
        self.go_on()
        super().note(statement)

    def go_on(self) -> None:
        if self.given_up:
            raise asyncio.CancelledError

    async def rows(self, statement: Statement, /, **values: Value) -> Sequence[Row]:
        self.note(statement)
        with told_apart:
            return self.connection.execute(statement.named, values).fetchall()

    async def row(self, statement: Statement, /, **values: Value) -> Row | None:
        self.note(statement)
        with told_apart:
            found: Row | None = self.connection.execute(statement.named, values).fetchone()
            return found

    async def change(self, statement: Statement, /, **values: Value) -> int:
        self.note(statement)
        with told_apart:
            return self.connection.execute(statement.named, values).rowcount

    async def change_many(self, statement: Statement, values: Sequence[Mapping[str, Value]], /) -> None:
        self.note(statement)
        if values:
            with told_apart:
                self.connection.executemany(statement.named, values)


async def inside(connection: aiosqlite.Connection, vault: Vault, begin: str, end: str, work: Work[T]) -> T:
    """Raises Conflict, Unavailable, NotOurs, and what the work raises; StrayWait where it waits for anything else.

    It sees the caller's context as it is now; what it sets there, the caller does not see. Cancelled, it is rolled
    back, unless its end was at work already: then that is waited for.
    """
    tx = InsideTx(connection._conn, vault)

    def whole() -> T:
        return in_place(tx, begin, end, work)

    def give_up() -> None:
        tx.given_up = True

    return await finished(queued(connection, copy_context().run, whole), give_up)


def queued(connection: aiosqlite.Connection, function: Callable[..., T], *arguments: Any) -> Coroutine[Any, Any, T]:
    """Called in the connection's thread, when all that was asked before is done: aiosqlite's own way, unnamed."""
    called: Coroutine[Any, Any, T] = connection._execute(function, *arguments)  # type: ignore[no-untyped-call]  # it has no types: test_inside holds it
    return called


def in_place(tx: InsideTx, begin: str, end: str, work: Work[T]) -> T:
    try:
        with told_apart:
            tx.connection.execute(begin)
        tx.go_on()
        result = driven(awaited(work, tx))
        tx.go_on()
        with told_apart:
            tx.connection.execute(end)
    except BaseException:
        with suppress(sqlite3.OperationalError):  # none is open: BEGIN failed, or COMMIT or a full disk had ended it
            tx.connection.execute("ROLLBACK")
        raise
    return result


async def awaited(work: Work[T], tx: Tx) -> T:
    """As a coroutine, whatever it is that can be awaited."""
    return await work(tx)
