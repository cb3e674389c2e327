"""What the databases do for a screen, a notice or a tick, statement by statement: in steps of SQLite's machine."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from bot.ground.frozen import Frozen
from bot.store.statements import Statement
from bot.store.transaction import Lockable, Row, Tx, Value
from bot.store.vault import Vault


class Asking(Frozen):
    """A statement, and what it was asked."""

    statement: Statement
    values: dict[str, Value]
    steps: int

    @property
    def in_order(self) -> list[Value]:
        return [self.values[name] for name in self.statement.parameters]


class Meter:
    """``spent``: all that was counted so far; whoever measures something looks how much more it is afterwards.

    ``took``: seconds of the processor for each time that something was measured. ``asked``: of each statement what it
    was asked when it took most.
    """

    def __init__(self) -> None:
        self.spent = 0
        self.frames: list[Counter[str]] = []
        self.most: dict[str, Counter[str]] = {}
        self.took: dict[str, list[float]] = {}
        self.asked: dict[str, Asking] = {}

    @contextmanager
    def measuring(self, what: str) -> Iterator[None]:
        """Of what was measured several times the dearest counts. What is measured within it counts for itself."""
        self.frames.append(Counter())
        began = time.process_time()
        try:
            yield
        finally:
            self.took.setdefault(what, []).append(time.process_time() - began)
            cost = self.frames.pop()
            if what not in self.most or cost.total() > self.most[what].total():
                self.most[what] = cost

    @contextmanager
    def asking(self, statement: Statement, values: Mapping[str, Value]) -> Iterator[None]:
        before = self.spent
        try:
            yield
        finally:
            steps, known = self.spent - before, self.asked.get(statement.name)
            if self.frames:
                self.frames[-1][statement.name] += steps
                if values.keys() == set(statement.parameters) and (known is None or steps > known.steps):
                    self.asked[statement.name] = Asking(statement, dict(values), steps)


class MeteredTx:
    """Another's transaction, with what it costs."""

    def __init__(self, inner: Tx, meter: Meter) -> None:
        self.inner = inner
        self.meter = meter

    @property
    def touched(self) -> set[str]:
        return self.inner.touched

    @touched.setter
    def touched(self, tables: set[str]) -> None:
        self.inner.touched = tables

    @property
    def vault(self) -> Vault:
        return self.inner.vault

    async def rows(self, statement: Statement, /, **values: Value) -> Sequence[Row]:
        with self.meter.asking(statement, values):
            return await self.inner.rows(statement, **values)

    async def row(self, statement: Statement, /, **values: Value) -> Row | None:
        with self.meter.asking(statement, values):
            return await self.inner.row(statement, **values)

    async def value(self, statement: Statement, /, **values: Value) -> Any:
        with self.meter.asking(statement, values):
            return await self.inner.value(statement, **values)

    async def change(self, statement: Statement, /, **values: Value) -> int:
        with self.meter.asking(statement, values):
            return await self.inner.change(statement, **values)

    async def change_many(self, statement: Statement, values: Sequence[Mapping[str, Value]], /) -> None:
        with self.meter.asking(statement, values[0] if values else {}):
            await self.inner.change_many(statement, values)

    async def lock(self, what: Lockable, id: int, /) -> None:
        await self.inner.lock(what, id)

    async def lock_place(self, person_id: int, shift_id: int, /) -> None:
        await self.inner.lock_place(person_id, shift_id)
