"""What both drivers' transactions share: what a statement writes to is remembered."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from bot.store.statements import Statement
from bot.store.transaction import Lockable, Row, Value
from bot.store.vault import Vault


class NamedTx(ABC):
    """The half of ``transaction.Tx`` that needs no driver."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.touched: set[str] = set()
        self.wrote = False  # whoever works with it may clear ``touched``, but not this

    def note(self, statement: Statement) -> None:
        if statement.tables:
            self.touched |= statement.tables
            self.wrote = True

    async def lock(self, what: Lockable, id: int, /) -> None:  # noqa: B027  # PostgreSQL has more to do
        """Nothing to wait for where there is one writer."""

    async def lock_place(self, person_id: int, shift_id: int, /) -> None:  # noqa: B027  # PostgreSQL has more to do
        """Nothing to wait for where there is one writer."""

    @abstractmethod
    async def rows(self, statement: Statement, /, **values: Value) -> Sequence[Row]: ...

    async def row(self, statement: Statement, /, **values: Value) -> Row | None:
        found = await self.rows(statement, **values)
        return found[0] if found else None

    async def value(self, statement: Statement, /, **values: Value) -> Any:
        found = await self.rows(statement, **values)
        return found[0][0] if found else None
