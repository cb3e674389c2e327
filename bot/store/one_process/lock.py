"""One process per bot and database: the second refuses to start. The lock goes with the process, however it dies."""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path

from bot.store.database import is_sqlite, sqlite_path
from bot.store.one_process.hold import Grip, Hold, Taken
from bot.store.sqlite.private import make_file, make_folder, tighten

LOOK_SECONDS = 1.0
Place = tuple[int, int]


@asynccontextmanager
async def process_lock(url: str) -> AsyncIterator[Hold]:
    """Held while the block runs; ``Hold`` tells when it slips. Raises ``Taken`` when somebody else holds it."""
    if is_sqlite(url):
        with ExitStack() as locks:
            hold, place = Hold(), locks.enter_context(file_lock(sqlite_path(url)))
            keeping = asyncio.create_task(keep(sqlite_path(url), place, hold, locks))
            try:
                yield hold
            finally:
                keeping.cancel()
    else:
        from bot.store.postgres.lock import advisory_lock  # noqa: PLC0415  # asyncpg takes long to import, SQLite needs none

        async with advisory_lock(url) as hold:
            yield hold


async def keep(database: Path, place: Place, hold: Hold, locks: ExitStack) -> None:
    """A lock whose file was deleted is taken anew, before another process thinks that nobody has it."""
    while hold.grip is Grip.FAST:
        await asyncio.sleep(LOOK_SECONDS)
        try:
            if place != place_of(lock_file(database)):
                place = locks.enter_context(file_lock(database))
        except Taken as taken:
            hold.become(Grip.GONE, taken.holder)
        except OSError:
            continue  # no folder any more, no right: others cannot take it either


def lock_file(database: Path) -> Path:
    return Path(f"{database.resolve()}.lock")


def place_of(file: Path) -> Place | None:
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def file_lock(database: Path) -> Iterator[Place]:
    """Where the lock lies (device and inode). Raises Taken, OSError."""
    make_folder(database.parent)
    path = lock_file(database)
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
        held = os.fstat(file.fileno())
        yield held.st_dev, held.st_ino
