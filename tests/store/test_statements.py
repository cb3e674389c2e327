"""SQL is text until it runs: here every statement is prepared on both databases, and held against its signature."""

import ast
import re
import sqlite3
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, get_args, get_type_hints

import asyncpg
import msgspec
import pytest

import bot
import handlers.routes  # noqa: F401 - what is imported has stated its statements
from bot.ground.frozen import Frozen
from bot.store.asking import STATED, Asked, sql
from bot.store.database import Database
from bot.store.statements import read_statement
from bot.store.transaction import Row, Tx, Value

ROOT = Path(__file__).parents[2]
DECORATED = re.compile(r"^@sql\(", re.MULTILINE)
WRITTEN = re.compile(r"\b(?:SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b")
STORE = {
    "bot/store/migrat",
    "bot/store/statements.py",
    "bot/store/private",
    "bot/store/postgres",
    "bot/store/sqlite",
    "bot/store/one_process",
}
"""Where SQL stands that is of one database alone: pragmas, locks, migrations."""


for module in walk_packages(bot.__path__, "bot."):
    if not module.name.endswith("__main__") and ".migrations." not in module.name:
        import_module(module.name)


OURS = {name: asked for name, asked in STATED.items() if name.startswith("bot.")}
"""Tests and benchmarks may state some of their own, for tables of their own."""


def test_every_statement_is_known() -> None:
    written = sum(len(DECORATED.findall(path.read_text(encoding="utf-8"))) for path in (ROOT / "bot").rglob("*.py"))

    assert len(OURS) == written > 400


def test_every_statement_is_prepared_by_sqlite(migrated_file: Path) -> None:
    connection = sqlite3.connect(migrated_file)

    faults = []
    for asked in OURS.values():
        try:
            connection.execute(f"EXPLAIN {asked.statement.named}", dict.fromkeys(asked.statement.parameters))
        except sqlite3.Error as error:
            faults.append((asked.statement.name, str(error)))

    assert faults == []


async def test_every_statement_is_prepared_by_postgresql(postgres_url: str) -> None:
    connection = await asyncpg.connect(postgres_url)

    faults = []
    for asked in OURS.values():
        try:
            await connection.prepare(asked.statement.positional)
        except asyncpg.PostgresError as error:
            faults.append((asked.statement.name, str(error)))
    await connection.close()

    assert faults == []


def test_every_answer_has_the_columns_of_what_it_is_made_into(migrated_file: Path) -> None:
    connection = sqlite3.connect(migrated_file)
    connection.execute("PRAGMA ignore_check_constraints = ON")  # what is asked is no state of anything

    missing = {}
    for name, asked in OURS.items():
        answer = get_type_hints(asked.function)["return"]
        for kind in (answer, *get_args(answer)):
            if isinstance(kind, type) and issubclass(kind, Frozen) and asked.read is None:
                found = connection.execute(asked.statement.named, dict.fromkeys(asked.statement.parameters, 1))
                columns = {column[0] for column in found.description}
                missing[name] = {one.name for one in msgspec.structs.fields(kind) if one.required} - columns
    connection.rollback()

    assert {name: fields for name, fields in missing.items() if fields} == {}
    assert len(missing) > 40


def test_every_statement_says_its_purpose() -> None:
    assert [name for name, asked in OURS.items() if not asked.purpose] == []


def test_every_statement_uses_what_it_is_given() -> None:
    """And is given what it uses; what goes into ``**values`` is checked when it runs."""
    assert [name for name, asked in OURS.items() if not fits(asked)] == []


def fits(asked: Asked[..., Any]) -> bool:
    takes = list(signature(asked.function).parameters.values())[1:]
    if any(one.kind is Parameter.VAR_KEYWORD for one in takes):
        return True
    return {one.name for one in takes} == {source for _, source, _ in asked.statement.sources}


def test_a_statement_names_and_numbers_its_parameters() -> None:
    read = read_statement("f", "-- why\nSELECT :b, cast(:a AS text), :b::int, :who.id FROM t")

    assert (read.positional, read.parameters, read.tables, read.changes) == (
        "SELECT $1, cast($2 AS text), $1::int, $3 FROM t",
        ("b", "a", "who_id"),
        frozenset(),
        False,
    )
    assert read.named == "SELECT :b, cast(:a AS text), :b::int, :who_id FROM t"


@pytest.mark.parametrize(
    ("text", "tables", "changes"),
    [
        ("UPDATE person SET name = '' WHERE id = 1", {"person"}, True),
        ("INSERT INTO team (id) VALUES (1) ON CONFLICT DO UPDATE SET id = 2 RETURNING id", {"team"}, False),
        ("DELETE FROM draft", {"draft"}, True),
    ],
)
def test_a_statement_says_what_it_writes_to(text: str, tables: set[str], changes: bool) -> None:
    read = read_statement("f", text)

    assert (set(read.tables), read.changes) == (tables, changes)


@sql("SELECT cast(:n AS bigint) AS n")
async def one_number(tx: Tx, n: int) -> int:  # type: ignore[empty-body]  # the text above it is what it does
    """A number as it is."""


@sql("SELECT 1 AS a, 'x' AS b WHERE cast(:n AS bigint) = 1")
async def pairs(tx: Tx, *, n: Value) -> list[tuple[int, str]]:  # type: ignore[empty-body]  # the text above it is what it does
    """A row or none."""


@sql("SELECT 1 AS a WHERE cast(:n AS bigint) = 1")
async def whole(tx: Tx, *, n: Value) -> Row | None:
    """A row or none."""


@sql("SELECT NULL AS a WHERE cast(:n AS bigint) = 1")
async def there(tx: Tx, *, n: Value) -> bool:  # type: ignore[empty-body]  # the text above it is what it does
    """Whether there is a row, whatever it holds."""


async def test_answers_are_what_the_signature_says(database: Database) -> None:
    async with database.read() as tx:
        assert (await one_number(tx, 1), await one_number(tx, n=True)) == (1, 1)
        assert (await pairs(tx, n=1), await pairs(tx, n=2)) == ([(1, "x")], [])
        assert (await there(tx, n=1), await there(tx, n=2)) == (True, False)
        assert await whole(tx, n=2) is None


def test_sql_stands_in_statements_alone() -> None:
    """No module of a subject builds SQL as it runs, or hands text to a database.

    A file of rows may name a piece that several of its statements share: all are put together when it is imported.
    """
    assert [hit for path in sorted((ROOT / "bot").rglob("*.py")) for hit in loose(path)] == []


def loose(path: Path) -> list[str]:
    inside = path.relative_to(ROOT).as_posix()
    if any(inside.startswith(folder) for folder in STORE) or inside.startswith("bot/simulator"):
        return []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    stated = {
        id(one)
        for node in ast.walk(tree)
        if isinstance(node, ast.AsyncFunctionDef)
        for decorator in node.decorator_list
        for one in ast.walk(decorator)
    }
    if path.stem.endswith("rows"):
        named = (node for node in tree.body if isinstance(node, ast.Assign))
        stated |= {id(one) for node in named for one in ast.walk(node)}
    return [
        f"{inside}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in stated
        and WRITTEN.search(node.value)
    ]
