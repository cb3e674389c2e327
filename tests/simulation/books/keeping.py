"""What a play needs of its books, whatever they are kept on. Invariants always read a SQLite database."""

import sqlite3
from pathlib import Path
from typing import Any, Protocol

from bot.store.database import Database
from bot.store.vault import Vault
from tests.simulation.books.in_place import Watch, open_in_place, shut


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
