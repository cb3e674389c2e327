"""What both drivers' transactions share: a statement is found by its name, and what it writes to is remembered."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from bot.store.sql_files import Statement, statements
from bot.store.transaction import Row, Value
from bot.store.vault import Vault


class NamedTx(ABC):
    """The half of ``transaction.Tx`` that needs no driver."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.touched: set[str] = set()
        self.wrote = False  # whoever works with it may clear ``touched``, but not this

    def find(self, name: str) -> Statement:
        statement = statements()[name]
        if statement.writes:
            self.touched.add(statement.file)
            self.wrote = True
        return statement

    @abstractmethod
    async def rows(self, name: str, /, **values: Value) -> Sequence[Row]: ...

    async def row(self, name: str, /, **values: Value) -> Row | None:
        found = await self.rows(name, **values)
        return found[0] if found else None

    async def value(self, name: str, /, **values: Value) -> Any:
        found = await self.rows(name, **values)
        return found[0][0] if found else None
