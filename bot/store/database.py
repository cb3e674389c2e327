"""The two doors to the books. Ask ``open_database`` for one; nothing else in the project opens a connection."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol, TypeVar

from bot.store.failures import Conflict
from bot.store.one_process.fence import Fence
from bot.store.sqlite.database import open_sqlite
from bot.store.transaction import Tx
from bot.store.vault import Vault

T = TypeVar("T")
REPEATS = 12


class Database(Protocol):
    fence: Fence | None
    """Whose transactions alone may have an effect; None: everybody's."""

    async def do(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """All of the work in one transaction that commits when it ends and rolls back when it raises.

        On SQLite it runs where the database is, and may wait for nothing but its own statements: StrayWait. Raises
        Conflict, Unavailable; behind a fence also Superseded.
        """

    async def see(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """The same with one consistent look; writing in it fails."""

    def write(self) -> AbstractAsyncContextManager[Tx]:
        """As ``do``, for a block that has more to wait for: a command that shows its progress, a race that is tried."""

    def read(self) -> AbstractAsyncContextManager[Tx]:
        """As ``see``, for such a block."""

    async def rewrite(self) -> None:
        """Leaves no copy of what was deleted in the file itself. Raises Conflict, Unavailable."""

    async def empty_log(self) -> bool:
        """Whether nothing from before lies beside the tables any more; False while somebody still reads it.

        Waits for nobody: ask again. Raises Conflict, Unavailable.
        """

    def look(self) -> None:
        """Raises NotOurs where the files are no longer those that were opened, as ``write`` and ``read`` do."""

    async def close(self) -> None: ...


def sqlite_path(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def is_sqlite(url: str) -> bool:
    return url.startswith("sqlite:///")


async def open_database(url: str, *, beside: bool = False, vault: Vault | None = None) -> Database:
    """``sqlite:///path`` or ``postgresql://…``. ``beside``: another process owns it and runs the bot.

    Without a vault no phone number and no guardian's name can be written or read.
    """
    if is_sqlite(url):
        return await open_sqlite(sqlite_path(url), vault or Vault(None), beside=beside)
    # SQLite, which most agencies use, need not wait for the driver of the other database to be imported.
    from bot.store.postgres.database import open_postgres  # noqa: PLC0415  # asyncpg takes long to import, SQLite needs none

    return await open_postgres(url, vault or Vault(None), beside=beside)


async def in_transaction(database: Database, work: Callable[[Tx], Awaitable[T]]) -> T:
    """Commits what ``work`` does, repeating the whole of it when another transaction was in the way.

    Raises ``Conflict`` when it was in the way twelve times in a row.
    """
    for turn in range(REPEATS):
        try:
            return await database.do(work)
        except Conflict:
            await asyncio.sleep(random.uniform(0, 0.01 * 2 ** min(turn, 6)))
    return await database.do(work)
