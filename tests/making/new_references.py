"""Writes the statement that looks for dangling references anew from the tables."""

from pathlib import Path

from bot.schema import metadata

FILE = Path(__file__).parents[2] / "bot" / "store" / "sql" / "references.sql"
HEAD = """-- name: broken_reference
-- The first column that refers to a row that is not there. Written by tests/making/new_references.py.
SELECT q.place, q.n FROM (
"""
ONE = """    SELECT '{table}.{column}' AS place, cast(count(*) AS bigint) AS n FROM {table} c
    WHERE c.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.{key} = c.{column})"""
TAIL = """
) q WHERE q.n > 0 ORDER BY q.place LIMIT 1
"""


def written() -> str:
    parts = [
        ONE.format(table=table.name, column=key.parent.name, parent=key.column.table.name, key=key.column.name)
        for table in metadata.sorted_tables
        for key in sorted(table.foreign_keys, key=lambda one: one.parent.name)
    ]
    return HEAD + "\n    UNION ALL\n".join(parts) + TAIL


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
