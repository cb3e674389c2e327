"""Does one thing in a crowded world, tells what came of it, and leaves the world as it was."""

import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from enum import Enum
from typing import Any

import msgspec

from bot.ground.refusals import Refusal
from bot.store.sqlite.database import SqliteTx
from bot.store.transaction import Lockable, Value
from bot.store.vault import Vault
from tests.deeds.drawing import Hand

VAULT = Vault("a key that is long enough")
HIDDEN = {"hash", "code_hash", "updated_at"}


class AtOnce:
    """A connection that answers in the same thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    async def execute_fetchall(self, text: str, values: Mapping[str, Value]) -> list[Any]:
        return self.connection.execute(text, values).fetchall()

    async def execute(self, text: str, values: Mapping[str, Value]) -> sqlite3.Cursor:
        return self.connection.execute(text, values)

    async def executemany(self, text: str, values: Any) -> None:
        self.connection.executemany(text, values)


class Watched(SqliteTx):
    """Remembers what it held."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(AtOnce(connection), VAULT)  # type: ignore[arg-type]  # does what is asked of it, at once
        self.file = connection
        self.held: list[tuple[str, int]] = []

    async def lock(self, what: Lockable, id: int, /) -> None:
        self.held.append((what, id))

    async def lock_place(self, person_id: int, shift_id: int, /) -> None:
        found = self.file.execute("SELECT activity_id FROM shift WHERE id = ?", (shift_id,)).fetchall()
        activities = [("activity", row[0]) for row in found]
        self.held += [("person", person_id), *activities, ("shift", shift_id)]


async def outcome(connection: sqlite3.Connection, hand: Hand, do: Callable[[Watched], Awaitable[object]]) -> list[str]:
    """The refusal or the answer, and what was held and changed."""
    connection.execute("SAVEPOINT before")
    hand.sit(connection)
    tx = Watched(connection)
    try:
        said = [f"answers {plain(await do(tx))}"]
    except Refusal as refusal:
        said = [f"refuses {plain(refusal)}"]
    except Exception as error:  # what the rows of a busy week cannot do is told as well
        said = [f"fails {type(error).__name__}"]
    else:
        said += [f"holds {what} {id}" for what, id in tx.held]
    for table in sorted(tx.touched):
        said += differences(connection, table)
    connection.execute("ROLLBACK TO before")
    connection.execute("RELEASE before")
    return said


def remember(connection: sqlite3.Connection) -> None:
    """As it is now, to be held against what comes of acts."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        connection.execute(f"CREATE TEMP TABLE was_{table} AS SELECT * FROM main.{table}")  # noqa: S608  # names of our tables


def differences(connection: sqlite3.Connection, table: str) -> list[str]:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in HIDDEN]
    now, was = (f"SELECT {', '.join(names)} FROM {one}" for one in (table, f"was_{table}"))  # noqa: S608  # names of our tables
    gone, come = (connection.execute(f"{one} EXCEPT {other}") for one, other in ((was, now), (now, was)))
    return sorted(f"- {table} {shown(row)}" for row in gone) + sorted(f"+ {table} {shown(row)}" for row in come)


def shown(row: sqlite3.Row) -> str:
    """What is in it: a new column changes nothing for who leaves it empty."""
    full = {name: row[name] for name in sorted(row.keys()) if row[name] is not None}
    return repr({name: "sealed" if str(one).startswith("v1.") else one for name, one in full.items()})


def plain(value: Any) -> str:
    """The same in every process."""
    match value:
        case Enum():
            said = str(value.value)
        case msgspec.Struct() | Refusal():
            names = getattr(value, "__struct_fields__", None) or tuple(vars(value))
            said = f"{type(value).__name__}({', '.join(plain(getattr(value, name)) for name in names)})"
        case Mapping():
            said = f"{{{', '.join(f'{plain(key)}: {plain(one)}' for key, one in value.items())}}}"
        case set() | frozenset():
            said = f"{{{', '.join(sorted(plain(one) for one in value))}}}"
        case list() | tuple() | sqlite3.Row():
            said = f"({', '.join(plain(one) for one in value)})"
        case str() | int() | bytes() | None:
            said = repr(value)
        case _:
            said = str(value)
    return said
