"""SQL is SQL, and reads the same on both databases: what a statement says to each, and what it writes to."""

import re

from bot.ground.frozen import Frozen, field_names

PARAMETER = re.compile(r"(?<![:\w]):([a-z_]\w*)(?:\.([a-z_]\w*))?")
COMMENT = re.compile(r"^\s*--.*$", re.MULTILINE)
WRITTEN = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) (?!SET\b)(\w+)")


class Statement(Frozen):
    """``name``: its module and its function."""

    name: str
    named: str  # with :name, for SQLite
    positional: str  # with $1, for PostgreSQL
    sources: tuple[tuple[str, str, str | None], ...]  # name, argument, field of it; in the order of $1, $2 …
    parameters: tuple[str, ...]  # their names alone
    tables: frozenset[str]  # that it writes to
    changes: bool  # it writes and gives nothing back


def read_statement(name: str, text: str) -> Statement:
    """``:sign_up.id`` is the field of an argument, and is bound as ``sign_up_id``."""
    bare = COMMENT.sub("", text).strip()
    sources = tuple({flat(found): (flat(found), found[1], found[2]) for found in PARAMETER.finditer(bare)}.values())
    order = [source[0] for source in sources]
    writes = not bare.upper().startswith(("SELECT", "WITH"))
    return Statement(
        name=name,
        named=PARAMETER.sub(lambda found: f":{flat(found)}", bare),
        positional=PARAMETER.sub(lambda found: f"${order.index(flat(found)) + 1}", bare),
        sources=sources,
        parameters=tuple(order),
        tables=frozenset(WRITTEN.findall(bare)) if writes else frozenset(),
        changes=writes and "RETURNING" not in bare,
    )


def flat(found: re.Match[str]) -> str:
    return f"{found[1]}_{found[2]}" if found[2] else found[1]


def listed(kind: type[Frozen], of: str = "") -> str:
    """The columns of a value, for a statement that writes them all; with ``:facts.`` before them, the argument's."""
    return ", ".join(f"{of}{name}" for name in field_names(kind))
