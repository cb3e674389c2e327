"""Copies of a SQLite database that another process may be writing to: through SQLite's backup API, never as a file.

One read transaction spans the whole copy: without it, each commit of the bot would make it begin again.
"""

import asyncio
import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from bot.store.failures import Unavailable
from bot.store.sqlite.private import BESIDE, created

PAGES = 256  # copied at a time, a megabyte
PAUSE = 0.005  # seconds in between, so that the bot has the disk as well
SNAPSHOT = ("PRAGMA query_only=ON", "PRAGMA wal_autocheckpoint=0", "BEGIN", "SELECT count(*) FROM sqlite_master")
Report = Callable[[int, int], None]
"""Pages copied, and how many there are."""


class GivenUp(Exception):
    """Nobody waits for the copy any more."""


async def copied(source: Path, target: Path, report: Report) -> None:
    """As `copy`, in a thread that ends when we are cancelled."""
    given_up = threading.Event()

    def reported(done: int, whole: int) -> None:
        if given_up.is_set():
            raise GivenUp
        report(done, whole)

    work = asyncio.create_task(asyncio.to_thread(copy, source, target, reported))
    try:
        await asyncio.shield(work)
    except asyncio.CancelledError:
        given_up.set()
        await asyncio.wait([work])
        raise


def copy(source: Path, target: Path, report: Report) -> None:
    """Into a file that is not there yet; what an error leaves of it is to be removed.

    Raises Unavailable: no place, no right, a damaged source.
    """
    try:
        os.close(created(target))
        with closing(connected(source)) as read, closing(connected(target)) as written:
            for statement in SNAPSHOT:
                read.execute(statement).fetchall()
            read.backup(written, pages=PAGES, progress=lambda _status, left, all: report(all - left, all), sleep=PAUSE)
        fault = unsound(target)
    except (sqlite3.Error, OSError) as error:
        raise Unavailable(f"{target.parent}: {error}") from error
    if fault is not None:
        raise Unavailable(f"{source} is damaged: {fault}")


def connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(address(path, "rw"), uri=True, isolation_level=None)


def address(path: Path, mode: str) -> str:
    """For SQLite, which makes no file that is not there when it is asked for ``rw`` or ``ro``."""
    return f"{path.absolute().as_uri()}?mode={mode}"


def unsound(path: Path) -> str | None:
    """The first thing that SQLite finds wrong with a database that nobody uses. Raises sqlite3.Error."""
    with closing(connected(path)) as connection:
        first: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return None if first == "ok" else first


def remove(copied: Path) -> None:
    """With whatever SQLite keeps beside it."""
    for end in (*BESIDE, "-journal"):
        with suppress(OSError):
            Path(f"{copied}{end}").unlink()


def put_in_place(copied: Path, target: Path) -> None:
    """Under its own name, so that it is there after a power cut as well."""
    copied.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
