"""The only thing that writes into SQLite's database file. Each leaves a new mark in its header (``user_version``).

A copy made before the last checkpoint bears an older mark, and the write-ahead log must not be played into it; a copy
with the same mark is made whole by the log: it holds everything that has changed since.
"""

import secrets
import sqlite3

import aiosqlite

from bot.store.failures import NotOurs
from bot.store.sqlite.ownership import Ownership

MARK = slice(60, 64)  # where the header keeps it: https://www.sqlite.org/fileformat2.html#user_version_number


class Checkpoints:
    """Made while nobody else has the writing connection."""

    def __init__(self, writer: aiosqlite.Connection, files: Ownership) -> None:
        self.writer = writer
        self.files = files
        self.newest: int | None = None  # a mark that is on its way into the file
        self.marks: set[int] = set()
        """What may stand in the header of the file that our log belongs to."""

    async def make_if_due(self) -> None:
        if not self.files.shared and self.files.log_is_full():
            await self.make()

    async def make(self, how: str = "PASSIVE") -> bool:
        """Whether all of the log is in the file now: a reader, or a full disk, may have been in the way.

        Raises NotOurs.
        """
        with self.files.checkpoint():
            try:
                if self.newest is None:
                    await self.mark()
                complete = await self.moved(how)
            except sqlite3.OperationalError:
                return False
            except sqlite3.DatabaseError as error:
                self.files.lost = NotOurs(f"{self.files.path} is damaged ({error})")
                raise self.files.lost from error
        if complete and self.newest is not None:
            self.marks, self.newest = {self.newest}, None
        return complete

    async def mark(self) -> None:
        mark = secrets.randbits(31)
        await self.writer.execute(f"PRAGMA user_version={mark}")
        self.newest = mark
        self.marks.add(mark)

    async def moved(self, how: str) -> bool:
        ((busy, frames, done),) = await self.writer.execute_fetchall(f"PRAGMA wal_checkpoint({how})")
        return not busy and frames == done

    def is_ours(self) -> bool:
        """Whether the log belongs to the file that is there now. Only once no connection writes any more."""
        with self.files.path.open("rb") as file:
            return int.from_bytes(file.read(MARK.stop)[MARK], "big") in self.marks
