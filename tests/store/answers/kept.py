"""The answers as they are kept: a line for each statement. ``python -m tests.making.answers`` writes them anew."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bot.store.asking import STATED
from bot.store.statements import Statement
from tests.store.answers.answering import digest
from tests.store.answers.drawing import Drawing, Held
from tests.store.answers.world import APART, CLOSE, INSTANTS, PEOPLED, Kind, Values, fill

FILE = Path(__file__).with_name("answers.jsonl")
WORLDS = (
    *(Kind(seed, nothing) for seed, nothing in ((7, 0.35), (11, 0.6), (13, 0.75), (17, 0.5), (19, 0.2))),
    Kind(23, 0.35, CLOSE, (*INSTANTS, *APART)),
    Kind(29, 0.6, CLOSE, tuple(INSTANTS[3:5])),  # what comes second in an order decides
    Kind(31, 0.2, PEOPLED, (*INSTANTS, *APART)),
)
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


@dataclass(frozen=True, slots=True)
class Worlds:
    """In memory, each from a migrated file, filled when it is first asked."""

    migrated: Path
    words: Values
    made: dict[int, World] = field(default_factory=dict)

    def of(self, number: int) -> World:
        if number not in self.made:
            self.made[number] = self.filled(WORLDS[number])
        return self.made[number]

    def all(self) -> list[World]:
        return [self.of(number) for number in range(len(WORLDS))]

    def filled(self, kind: Kind) -> World:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        with sqlite3.connect(self.migrated) as file:
            file.backup(connection)
        file.close()
        connection.execute("BEGIN")
        fill(connection, self.words, kind)
        return World(connection, Drawing(connection))


@contextmanager
def worlds(migrated: Path, words: Values) -> Iterator[Worlds]:
    made = Worlds(migrated, words)
    try:
        yield made
    finally:
        for world in made.made.values():
            world.connection.close()
