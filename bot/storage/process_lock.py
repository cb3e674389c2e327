"""One process per bot and database: the second refuses to start. The lock goes with the process, however it dies."""

import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from bot.storage.database import is_sqlite, sqlite_path
from bot.storage.holding import Hold, Taken
from bot.storage.private import make_file, make_folder, tighten


@asynccontextmanager
async def process_lock(url: str) -> AsyncIterator[Hold]:
    """Held while the block runs; ``Hold`` tells when it slips. Raises ``Taken`` when somebody else holds it."""
    if is_sqlite(url):
        with file_lock(sqlite_path(url)):
            yield Hold()
    else:
        from bot.storage.postgres_lock import advisory_lock  # noqa: PLC0415  # asyncpg takes long to import, SQLite needs none

        async with advisory_lock(url) as hold:
            yield hold


@contextmanager
def file_lock(database: Path) -> Iterator[None]:
    make_folder(database.parent)
    path = Path(f"{database.resolve()}.lock")
    make_file(path)
    tighten(database)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise Taken(file.read().strip()) from None
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield
