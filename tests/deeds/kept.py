"""What was done, as it is kept: a line for each act. ``python -m tests.making.deeds`` writes them anew."""

import asyncio
import hashlib
import inspect
import random
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from tests.deeds.acts import Act
from tests.deeds.doing import Watched, outcome, remember
from tests.deeds.drawing import Hand
from tests.deeds.shaking import FAR
from tests.deeds.stirring import asked_by, pages_of
from tests.deeds.world import busy_week
from tests.store.answers.drawing import Drawing
from tests.store.answers.world import Values

FILE = Path(__file__).with_name("deeds.txt")
SEED = 7
NEAR = 1_000
"""Draws from here on stir what the act's module asks about; those before, anything."""


@dataclass(frozen=True, slots=True)
class Kept:
    """``draws``: the numbers of those it is done with, none where all that comes of it comes by lot."""

    name: str
    went: int  # how often it was done
    told: str  # a hash of all that came of it
    draws: tuple[int, ...]

    def line(self) -> str:
        return f"{self.name} {self.went}/{len(self.draws)} {self.told} {','.join(map(str, self.draws))}".rstrip()


def read() -> dict[str, Kept]:
    """By the act they are about."""
    return {one.name: one for one in map(kept_of, FILE.read_text(encoding="utf-8").splitlines())}


def kept_of(line: str) -> Kept:
    name, went, told, *draws = line.split()
    return Kept(name, int(went.split("/")[0]), told, tuple(int(one) for text in draws for one in text.split(",")))


@contextmanager
def busy(migrated: Path, words: Values) -> Iterator[sqlite3.Connection]:
    """In memory, from a migrated file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with sqlite3.connect(migrated) as file:
        file.backup(connection)
    file.close()
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("BEGIN")
    asyncio.run(busy_week(Watched(connection), connection, words, SEED))
    remember(connection)
    connection.execute("COMMIT")  # to go back to a savepoint costs a twentieth then
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.close()


async def done(connection: sqlite3.Connection, drawing: Drawing, act: Act, draws: Sequence[int]) -> list[list[str]]:
    """What came of it, each time."""
    return [await once(connection, drawing, act, draw) for draw in draws]


async def once(connection: sqlite3.Connection, drawing: Drawing, act: Act, draw: int) -> list[str]:
    function, taken = act
    matters = asked_by(function.__module__) if draw >= NEAR else ()
    hand = Hand(drawing, random.Random(f"{function.__name__} {draw}"), matters, shaken=draw >= FAR)

    async def do(tx: Watched) -> Any:
        values = {name: await hand.given(tx, name, kind) for name, kind in taken.items()}
        tx.touched.clear()
        with pages_of(hand.page), without_lot():
            answer = function(**values)
            answer = await answer if inspect.isawaitable(answer) else answer
            return list(answer) if inspect.isgenerator(answer) else answer

    return await outcome(connection, hand, do)


@contextmanager
def without_lot() -> Iterator[None]:
    """What is cast is the same in every process, and nothing twice."""
    cast, usual = count(1), {name: getattr(secrets, name) for name in ("token_urlsafe", "randbelow")}
    vars(secrets).update(
        token_urlsafe=lambda size: f"cast {next(cast)} of {size}", randbelow=lambda limit: next(cast) % limit
    )
    try:
        yield
    finally:
        vars(secrets).update(usual)


def kept(name: str, draws: Sequence[int], came: Sequence[Sequence[str]]) -> Kept:
    went = sum(one[0].startswith("answers") for one in came)
    told = "\n".join("\n".join(one) for one in came)
    return Kept(name, went, hashlib.sha256(told.encode()).hexdigest()[:16], tuple(draws))
