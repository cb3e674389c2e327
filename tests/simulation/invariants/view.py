"""What an invariant looks at: the books as they are committed, what people saw, and the process that runs."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.simulation.agency import Agency
from tests.simulation.board import Board
from tests.simulation.human import Human
from tests.simulation.process import Process
from tests.simulation.world import World

DAY = 86400


@dataclass(frozen=True, slots=True)
class Finding:
    invariant: str
    words: str

    def __str__(self) -> str:
        return f"{self.invariant}: {self.words}"


@dataclass(slots=True)
class View:
    """`now`: true seconds since 1970; `since`: of the look before. `first`: index of what was shown since then."""

    world: World
    agency: Agency
    board: Board
    humans: dict[int, Human]
    books: sqlite3.Connection
    process: Process | None
    now: int
    since: int
    first: int = 0
    at_end: bool = False
    memory: dict[str, Any] = field(default_factory=dict)  # what an invariant remembers between two looks

    def rows(self, sql: str, **values: Any) -> list[sqlite3.Row]:
        return self.books.execute(sql, {"now": self.now, "since": self.since, **values}).fetchall()

    def at(self, elapsed: float) -> int:
        """Seconds since 1970 of a time of the loop."""
        return self.world.begins + int(elapsed)

    def states(self, key: str) -> str | None:
        """What became of the row of the outbox with this key."""
        found = self.rows("SELECT state FROM outbox WHERE key LIKE :key", key=f"%:{key}")
        return found[0]["state"] if found else None


Invariant = Callable[[View], Iterator[str]]
NAMED = frozenset({"unknown", "expired", "dead", "dropped"})
"""States of a message that did not surely arrive: its reader stands on somebody's list."""
