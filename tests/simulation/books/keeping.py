"""What a play needs of its books, whatever they are kept on. Invariants always read a SQLite database."""

import random
import sqlite3
from pathlib import Path
from typing import Any, Protocol

from bot.store.database import Database
from bot.store.sqlite.leaving import rescued_beside
from bot.store.vault import Vault
from tests.simulation.books.in_place import Watch, open_in_place, shut
from tests.store.sqlite.harm import HARMS, log_of, snapshot

MENDABLE = ("deleted", "moved away", "log deleted", "index deleted", "replaced")
"""Of the harms those after which everything can be had again."""


class Books(Protocol):
    url: str

    async def ready(self) -> None:
        """Once, in the loop of the play, before it begins."""

    async def over(self) -> None:
        """When it has ended."""

    async def open(self, vault: Vault, watch: Watch, *, beside: bool = False) -> Database:
        """As a process does when it starts. Raises Unavailable."""

    def cut(self, database: Any) -> None:
        """As the kernel does when a process dies."""

    async def copy(self) -> sqlite3.Connection:
        """What is committed now; to be closed."""

    def harm(self, chance: random.Random) -> str:
        """Somebody does something to the files; what it was, '' where nothing can be done."""

    def put_right(self) -> None:
        """The program has ended and said what is where: a person does what the README says."""


class InFile:
    """A file of SQLite, asked in place: one seed, one transcript, byte for byte."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.url = f"sqlite:///{path}"

    async def ready(self) -> None:
        """It is."""

    async def over(self) -> None:
        """Nothing is open."""

    async def open(self, vault: Vault, watch: Watch, *, beside: bool = False) -> Database:
        return open_in_place(self.path, vault, watch, beside=beside)

    def cut(self, database: Any) -> None:
        shut(database)

    async def copy(self) -> sqlite3.Connection:
        books = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, isolation_level=None)
        books.row_factory = sqlite3.Row
        return books

    def harm(self, chance: random.Random) -> str:
        name = chance.choice(MENDABLE)
        if not self.path.exists() or (name.startswith("log") and not log_of(self.path).exists()):
            return ""
        if name == "replaced":
            snapshot(self.path)
        HARMS[name](self.path)
        return name

    def put_right(self) -> None:
        """A copy that was saved goes where the file was; what else lies there goes."""
        saved = rescued_beside(self.path)
        if saved:
            for end in ("", "-wal", "-shm"):
                Path(f"{self.path}{end}").unlink(missing_ok=True)
            saved[-1].rename(self.path)
