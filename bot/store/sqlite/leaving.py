"""Leaves files that are not ours any more, and saves what we can still see: our own handles may be the last on it.

Closing a database writes the log into its file, if the connection that closes last can write: so it is one that cannot.
"""

import fcntl
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import aiosqlite

from bot.store.failures import NotOurs
from bot.store.sqlite.checkpoints import Checkpoints
from bot.store.sqlite.copying import remove, unsound
from bot.store.sqlite.ownership import Ownership, seen
from bot.store.sqlite.private import make_file

RESCUED = ".rescued-"
SHARED_FIRST, SHARED_SIZE = 0x40000002, 510  # https://www.sqlite.org/src/file?name=src/os.h


def rescued_beside(path: Path) -> list[Path]:
    """Copies that were saved when a database had gone under its bot."""
    return sorted(path.parent.glob(f"{path.name}{RESCUED}*")) if path.parent.is_dir() else []


async def left(files: Ownership, checkpoints: Checkpoints, readers: Sequence[aiosqlite.Connection]) -> NotOurs:
    """Closes everything; what happened, and where what was kept is now."""
    what = str(files.lost)
    saved = "" if files.shared else await saved_words(files, checkpoints, readers[0])
    for connection in (checkpoints.writer, *readers):
        await connection.close()
    apart = "" if files.shared or saved else set_apart(files, checkpoints)
    return NotOurs(" ".join(f"{words}." for words in (what, saved or apart) if words).removesuffix("."))


async def saved_words(files: Ownership, checkpoints: Checkpoints, reader: aiosqlite.Connection) -> str:
    """What could be saved while we still hold the files; empty where nothing could, or need not."""
    file, log = seen(files.path), seen(files.log)
    if file == files.file_seen:
        if (log is not None and log.size) or files.what_happened() is None:
            return ""
        return await saved_log(checkpoints)
    if file is not None and files.file_seen is not None and file.place == files.file_seen.place:
        return ""
    copy = Path(f"{files.path}{RESCUED}{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}")
    return f"Everything that was kept until then is in {copy}" if await rescued(reader, copy, files) else ""


async def saved_log(checkpoints: Checkpoints) -> str:
    """The file is ours still: what only the log held goes into it."""
    try:
        saved = await checkpoints.moved("TRUNCATE")
    except sqlite3.DatabaseError:
        saved = False
    return f"What it held is in {checkpoints.files.path.name} now" if saved else ""


async def rescued(reader: aiosqlite.Connection, copy: Path, files: Ownership) -> bool:
    try:
        make_file(copy)
        with closing(sqlite3.connect(copy)) as target:
            await reader.backup(target)
        if (fault := unsound(copy)) is not None:
            raise sqlite3.DatabaseError(fault)
    except (sqlite3.Error, OSError):
        remove(copy)
        return False
    if files.log_seen is not None and (log := seen(files.log)) is not None and log.place == files.log_seen.place:
        files.log.unlink(missing_ok=True)  # all of it is in the copy
    return True


def set_apart(files: Ownership, checkpoints: Checkpoints) -> str:
    """The log of a file that is not there any more must not be played into the one that is."""
    file, log = seen(files.path), seen(files.log)
    if log is None or files.log_seen is None or log.place != files.log_seen.place or file == files.file_seen:
        return ""
    written_over = file is not None and files.file_seen is not None and file.place == files.file_seen.place
    if written_over and checkpoints.is_ours():
        return ""
    if file is not None and in_use(files.path):
        return (
            f"Another program has it open; {files.log} is of the file that was there, and must go before the next start"
        )
    apart = Path(f"{files.log}.apart-{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}")
    files.log.rename(apart)
    return f"The log of the file that was there is set apart as {apart}"


def in_use(path: Path) -> bool:
    """Whether another process has this database open: SQLite holds a lock on these bytes for as long."""
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, SHARED_SIZE, SHARED_FIRST)
        except OSError:
            return True
    return False
