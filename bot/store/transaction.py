"""What an act works in: one open transaction. It never begins or ends one; whoever called it does."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

from bot.store.statements import Statement
from bot.store.vault import Vault

Value = int | str | None
Lockable = Literal["person", "activity", "shift", "team_month"]


class Row(Protocol):
    """A row of either driver: by name, by position, and as ``**row``."""

    def __getitem__(self, key: Any, /) -> Any: ...
    def keys(self) -> Any: ...
    def __iter__(self) -> Any: ...


class Tx(Protocol):
    """An open transaction. Whoever asks calls a statement (``asking.sql``), which asks here."""

    touched: set[str]
    """The tables this transaction has written to."""

    vault: Vault
    """Seals and opens phone numbers and guardians' names."""

    async def rows(self, statement: Statement, /, **values: Value) -> Sequence[Row]:
        """Every row of the answer; also of a ``… RETURNING``."""

    async def row(self, statement: Statement, /, **values: Value) -> Row | None:
        """The first row, or None."""

    async def value(self, statement: Statement, /, **values: Value) -> Any:
        """The first column of the first row, or None."""

    async def change(self, statement: Statement, /, **values: Value) -> int:
        """How many rows the statement changed."""

    async def change_many(self, statement: Statement, values: Sequence[Mapping[str, Value]], /) -> None:
        """The statement once for each set of values, in one go."""

    async def lock(self, what: Lockable, id: int, /) -> None:
        """Wait for the row and hold it to the end. Order everywhere: person, activity, shift, team_month, each by id.

        SQLite has one writer: there it is free.
        """

    async def lock_place(self, person_id: int, shift_id: int, /) -> None:
        """In one go, and in that order: the person, the activity of the shift, the shift."""
