"""SQL is text until it runs: here every statement is prepared on both databases, and every call is held against it."""

import ast
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from bot.store.sql_files import FOLDER, read_file, statements

ROOT = Path(__file__).parents[2]
ASKS = {"rows", "row", "value", "change"}


def test_every_statement_is_prepared_by_sqlite(migrated_file: Path) -> None:
    connection = sqlite3.connect(migrated_file)

    faults = []
    for statement in statements().values():
        try:
            connection.execute(f"EXPLAIN {statement.named}", dict.fromkeys(statement.parameters))
        except sqlite3.Error as error:
            faults.append((statement.name, str(error)))

    assert faults == []


async def test_every_statement_is_prepared_by_postgresql(postgres_url: str) -> None:
    connection = await asyncpg.connect(postgres_url)

    faults = []
    for statement in statements().values():
        try:
            await connection.prepare(statement.positional)
        except asyncpg.PostgresError as error:
            faults.append((statement.name, str(error)))
    await connection.close()

    assert faults == []


def test_every_statement_says_its_purpose() -> None:
    assert [name for name, statement in statements().items() if not statement.purpose] == []


def test_two_statements_of_one_name_do_not_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in ("a.sql", "b.sql"):
        (tmp_path / file).write_text("-- name: twice\n-- Purpose.\nSELECT 1\n")
    monkeypatch.setattr("bot.store.sql_files.FOLDER", tmp_path)

    with pytest.raises(ValueError, match="twice"):
        statements.__wrapped__()


def test_statements_name_and_number_their_parameters(tmp_path: Path) -> None:
    file = tmp_path / "shifts.sql"
    file.write_text("-- name: f\n-- Why.\nSELECT :b, cast(:a AS text), :b::int FROM t\n")

    (statement,) = read_file(file)

    assert (statement.positional, statement.parameters, statement.purpose, statement.writes) == (
        "SELECT $1, cast($2 AS text), $1::int FROM t",
        ("b", "a"),
        "Why.",
        False,
    )


def calls() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where a statement is asked for, with the names of its parameters (None where they are computed)."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS):
                continue
            if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "tx" and node.args):
                continue
            name = node.args[0]
            if isinstance(name, ast.Constant):
                given = {keyword.arg for keyword in node.keywords if keyword.arg}
                computed = any(keyword.arg is None for keyword in node.keywords)
                yield f"{path.name}:{node.lineno}", str(name.value), None if computed else given


def test_every_call_names_a_statement_and_its_parameters() -> None:
    known = statements()

    wrong = [
        (where, name)
        for where, name, given in calls()
        if name not in known or (given is not None and given != set(known[name].parameters))
    ]

    assert wrong == []


def test_sql_stands_only_in_storage() -> None:
    assert FOLDER == ROOT / "bot" / "store" / "sql"
