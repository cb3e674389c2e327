"""Writes the statement that looks for dangling references anew from the tables, into the file where it stands."""

from pathlib import Path

from bot.schema import metadata

FILE = Path(__file__).parents[2] / "bot" / "reports" / "integrity" / "reference_rows.py"
HEAD = """@sql(\"\"\"
SELECT q.place, q.n FROM (
"""
ONE = """    SELECT '{table}.{column}' AS place, cast(count(*) AS bigint) AS n FROM {table} c
    WHERE c.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.{key} = c.{column})"""
TAIL = """
) q WHERE q.n > 0 ORDER BY q.place LIMIT 1
\"\"\")
async def broken_reference_rows("""


def written() -> str:
    """The whole file."""
    parts = [
        ONE.format(table=table.name, column=key.parent.name, parent=key.column.table.name, key=key.column.name)
        for table in metadata.sorted_tables
        for key in sorted(table.foreign_keys, key=lambda one: one.parent.name)
    ]
    before, found, rest = FILE.read_text(encoding="utf-8").partition(HEAD)
    _, ended, after = rest.partition(TAIL)
    if not (found and ended):
        raise LookupError(f"no statement broken_reference_rows in {FILE}")
    return before + HEAD + "\n    UNION ALL\n".join(parts) + TAIL + after


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
