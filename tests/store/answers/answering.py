"""Asks a statement in the crowded world, and puts its answers into a few letters. Nothing it changes stays."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from bot.store.statements import Statement


def digest(connection: sqlite3.Connection, statement: Statement, draws: Sequence[dict[str, Any]]) -> str:
    """How often something was found or changed, and a hash of all that was."""
    found, summed = 0, hashlib.sha256()
    for answer in answers(connection, statement, draws):
        found += answer != "[]"
        summed.update(answer.encode())
    return f"{found}/{len(draws)} {summed.hexdigest()[:16]}"


def answers(connection: sqlite3.Connection, statement: Statement, draws: Sequence[dict[str, Any]]) -> Iterator[str]:
    for values in draws:
        connection.execute("SAVEPOINT before")
        yield answer(connection, statement, values)
        connection.execute("ROLLBACK TO before")
        connection.execute("RELEASE before")


def answer(connection: sqlite3.Connection, statement: Statement, values: dict[str, Any]) -> str:
    """In order, where it has one: what comes otherwise when tables are read backwards may come in any."""
    if not statement.tables:
        rows = asked(connection, statement, values)
        connection.execute("PRAGMA reverse_unordered_selects=ON")
        backwards = asked(connection, statement, values)
        connection.execute("PRAGMA reverse_unordered_selects=OFF")
        if rows == backwards:
            return repr(rows)
        return repr(sorted(rows)) if sorted(rows) == sorted(backwards) else str(len(rows))
    try:
        cursor = connection.execute(statement.named, values)
        rows = sorted(repr(tuple(row)) for row in cursor.fetchall())
    except sqlite3.IntegrityError:
        return "refused"
    if rows or cursor.rowcount:
        rows += [content(connection, table) for table in sorted(statement.tables)]
    return repr(rows)


def asked(connection: sqlite3.Connection, statement: Statement, values: dict[str, Any]) -> list[str]:
    return [repr(tuple(row)) for row in connection.execute(statement.named, values)]


def content(connection: sqlite3.Connection, table: str) -> str:
    return repr([tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid")])  # noqa: S608  # names of our tables
