"""The answers as they are kept: a line for each statement. ``python -m tests.making.answers`` writes them anew."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.store.asking import STATED
from bot.store.statements import Statement
from tests.store.answers.answering import digest
from tests.store.answers.drawing import Drawing, Held
from tests.store.answers.world import Values, fill

FILE = Path(__file__).with_name("answers.jsonl")
WORLDS = ((7, 0.35), (11, 0.6), (13, 0.75), (17, 0.5), (19, 0.2))  # a seed, and how much of what may be NULL is
FEW, MANY, LONG = 40, 200, 1_200  # times that a statement is asked, and one of so many letters


@dataclass(frozen=True, slots=True)
class Kept:
    name: str
    held: Held
    times: int
    answers: list[str]  # in each world: how often something was found, and a hash of all that was

    def line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class World:
    connection: sqlite3.Connection
    drawing: Drawing

    def answers(self, statement: Statement, held: Held, times: int) -> str:
        return digest(self.connection, statement, self.drawing.draws(statement.name, held, times))


def read() -> tuple[Values, dict[str, Kept]]:
    """The words of the worlds, and what is kept by statement."""
    words, *lines = FILE.read_text(encoding="utf-8").splitlines()
    kept = [kept_of(json.loads(line)) for line in lines]
    return json.loads(words), {one.name: one for one in kept}


def kept_of(told: dict[str, Any]) -> Kept:
    return Kept(told["name"], Held(**told["held"]), told["times"], told["answers"])


def stated() -> dict[str, Statement]:
    """All of the bot; what the demo's crowd asks is its own."""
    return {
        name: asked.statement for name, asked in sorted(STATED.items()) if not name.startswith(("bot.demo.", "tests."))
    }


@contextmanager
def worlds(migrated: Path, words: Values) -> Iterator[list[World]]:
    """In memory, each from a migrated file."""
    made = []
    for seed, nothing in WORLDS:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        with sqlite3.connect(migrated) as file:
            file.backup(connection)
        file.close()
        connection.execute("BEGIN")
        fill(connection, words, seed, nothing)
        made.append(World(connection, Drawing(connection)))
    try:
        yield made
    finally:
        for world in made:
            world.connection.close()
