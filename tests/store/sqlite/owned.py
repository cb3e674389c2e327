"""A database whose files may be taken from it, and what is written into it meanwhile: occurrences, one by one."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.store import occurrences as stored_occurrences
from bot.store.database import Database, open_database
from bot.store.failures import NotOurs
from tests.helpers.happened import happened

COUNT = "SELECT count(*) FROM occurrence"
HERE = Path()


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = await open_database(url)
    try:
        yield database
    finally:
        with suppress(NotOurs):
            await database.close()


async def claim(
    database: Database, *keys: str, then: Callable[[Path], object] = lambda _: None, path: Path = HERE
) -> None:
    """``then`` is done to ``path`` before the transaction ends."""
    async with database.write() as tx:
        for key in keys:
            await tx.change(stored_occurrences.claim.statement, key=key, now=1)
        then(path)


async def claimed(database: Database) -> int:
    async with database.read() as tx:
        return await happened(tx)


def contents(path: Path) -> bytes:
    return path.read_bytes()


def size(path: Path) -> int:
    return path.stat().st_size


def spoil(path: Path, page: object) -> None:
    assert isinstance(page, int)
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


async def end_of(database: Database) -> str:
    """What the operator is told about the files."""
    with pytest.raises(NotOurs) as told:
        await database.close()
    return str(told.value)
