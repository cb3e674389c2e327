"""SQL is SQL: every statement stands, named, in sql/*.sql, and reads the same on both databases.

A file is a list of blocks: ``-- name: claim_seat``, a purpose line, the statement. Parameters are ``:name``.
"""

import re
from functools import cache
from pathlib import Path

from bot.ground.frozen import Frozen

FOLDER = Path(__file__).parent / "sql"
HEAD = re.compile(r"^-- name: (\w+)$", re.MULTILINE)
PARAMETER = re.compile(r"(?<![:\w]):([a-z_]\w*)")
COMMENT = re.compile(r"^\s*--.*$", re.MULTILINE)


class Statement(Frozen):
    name: str
    file: str  # the aggregate it belongs to
    purpose: str
    named: str  # with :name, for SQLite
    positional: str  # with $1, for PostgreSQL
    parameters: tuple[str, ...]  # in the order of $1, $2 …
    writes: bool


def read(name: str, file: str, block: str) -> Statement:
    comments = COMMENT.findall(block)
    text = COMMENT.sub("", block).strip().rstrip(";")
    order = tuple(dict.fromkeys(PARAMETER.findall(text)))
    positional = PARAMETER.sub(lambda found: f"${order.index(found[1]) + 1}", text)
    purpose = comments[0].strip().lstrip("- ") if comments else ""
    writes = not text.upper().startswith(("SELECT", "WITH"))
    return Statement(name, file, purpose, text, positional, order, writes)


def read_file(path: Path) -> list[Statement]:
    parts = HEAD.split(path.read_text(encoding="utf-8"))[1:]
    return [read(name, path.stem, block) for name, block in zip(parts[::2], parts[1::2], strict=True)]


@cache
def statements() -> dict[str, Statement]:
    """Every named statement of the project; two of one name are a bug and refuse to load."""
    known: dict[str, Statement] = {}
    for path in sorted(FOLDER.glob("*.sql")):
        for statement in read_file(path):
            if statement.name in known:
                raise ValueError(f"statement {statement.name} stands in {known[statement.name].file} and {path.stem}")
            known[statement.name] = statement
    return known
