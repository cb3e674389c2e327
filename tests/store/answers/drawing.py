"""What a statement is asked with: values that stand in the columns it holds them against, mostly of rows that belong
together, so that something is found; now and then of others. Which columns these are is kept beside its answers: a
changed statement is asked what the old one was asked.
"""

import random
import re
import sqlite3
from dataclasses import dataclass
from typing import Any

from bot.people.name_part_rows import beginning
from bot.store.statements import Statement
from tests.store.answers.world import INSTANTS

CAST = re.compile(r"\bcast\(([\w.:]+) AS \w+\)", re.IGNORECASE)
EVERY = re.compile(r":(\w+) = (0|1|'')(?!\w)")
COLUMN = r"(?:(\w+)\.)?(\w+)"
AGAINST = re.compile(rf"\b{COLUMN}\s*(?:=|<>|<=|>=|<|>|LIKE)\s*:(\w+)")
BEFORE = re.compile(rf":(\w+)\s*(?:=|<>|<=|>=|<|>)\s*{COLUMN}\b")
BETWEEN = re.compile(rf"\b{COLUMN}\s+BETWEEN\s+:(\w+)\s+AND\s+:(\w+)")
INSERTED = re.compile(r"INSERT INTO (\w+) \(([^)]*)\)\s*VALUES \(([^)]*)\)")
TABLES = re.compile(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?:AS\s+)?(?!ON\b|WHERE\b|SET\b|JOIN\b|LEFT\b)(\w+))?")
CHAIN = ("sign_up", "shift", "activity", "team", "station", "person")
INSTANT_TOO = {"now", "since", "until", "before", "horizon", "latest", "earliest", "asked_until", "week"}
SPANS = (
    ("starts_at", "ends_at"), ("span_starts_at", "span_ends_at"), ("earliest", "latest"), ("now", "until"),
    ("first", "last"),
)  # fmt: skip
PATTERNS = ("", "a", "an", "be", "be%")


@dataclass(frozen=True, slots=True)
class Held:
    """``columns``: table and column for each parameter, if any. ``every``: what stands for all. ``pairs``: from, to."""

    columns: dict[str, list[str] | None]
    every: dict[str, str | int]
    pairs: list[list[str]]


def held(statement: Statement, tables: dict[str, list[str]]) -> Held:
    """As the statement says it. ``tables``: the columns of each."""
    text = CAST.sub(r"\1", statement.named)
    named = {alias or table: table for table, alias in TABLES.findall(text) if table in tables}
    named |= {table: table for table in named.values()}
    told = [(of, column, name) for of, column, name in AGAINST.findall(text)]
    told += [(of, column, name) for name, of, column in BEFORE.findall(text)]
    for of, column, first, last in BETWEEN.findall(text):
        told += [(of, column, first), (of, column, last)]
    for table, columns, values in INSERTED.findall(text):
        pairs = zip(columns.split(","), values.split(","), strict=False)
        told += [(table, column.strip(), value.strip()[1:]) for column, value in pairs if value.strip()[:1] == ":"]
    told += [("", name.removesuffix("_"), name) for name in statement.parameters]
    found: dict[str, list[str] | None] = dict.fromkeys(statement.parameters)
    for of, column, name in told:
        near = [named[of]] if of in named else [*named.values(), *tables] if not of else []
        at = next((table for table in near if column in tables[table]), None)
        if at and found.get(name, "") is None:
            found[name] = [at, column]
    every = {name: "" if word == "''" else int(word) for name, word in EVERY.findall(text)}
    return Held(found, every, [[first, last] for _, _, first, last in BETWEEN.findall(text)])


class Drawing:
    """Draws from the rows that are there."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        self.rows = {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names}  # noqa: S608  # names of our tables

    def draws(self, name: str, held: Held, many: int) -> list[dict[str, Any]]:
        chance = random.Random(name.rpartition(":")[2])  # a statement that moves house is asked the same
        return [self.draw(chance, held) for _ in range(many)]

    def draw(self, chance: random.Random, held: Held) -> dict[str, Any]:
        focus = self.focus(chance)
        drawn = {name: self.value(chance, focus, name, column) for name, column in held.columns.items()}
        if "pattern" in drawn:
            drawn["part"] = beginning(drawn["pattern"].rstrip("%"))
        for name, every in held.every.items():
            if chance.random() < 0.4:
                drawn[name] = every
        for first, last in held.pairs:
            if str(drawn[first]) > str(drawn[last]) and chance.random() < 0.9:
                drawn[first], drawn[last] = drawn[last], drawn[first]
        for first, last in SPANS:
            if first in drawn and last in drawn:
                self.part(chance, held, drawn, first, last)
        return drawn

    def part(self, chance: random.Random, held: Held, drawn: dict[str, Any], first: str, last: str) -> None:
        """Mostly there is something between them."""
        table, of = held.columns[last] or ("", "")
        if drawn[first] == drawn[last] and self.rows.get(table) and chance.random() < 0.7:
            drawn[last] = chance.choice(self.rows[table])[of]
        if type(drawn[first]) is type(drawn[last]) is int and drawn[first] > drawn[last] and chance.random() < 0.7:
            drawn[first], drawn[last] = drawn[last], drawn[first]

    def focus(self, chance: random.Random) -> dict[str, sqlite3.Row]:
        """Rows that belong together."""
        one = {"sign_up": chance.choice(self.rows["sign_up"])}
        for of, table in (("sign_up", "shift"), ("shift", "activity"), ("activity", "team"), ("activity", "station")):
            id = one[of][f"{table}_id"] if of in one else None
            found = [row for row in self.rows[table] if row["id"] == id]
            one |= {table: found[0]} if found else {}
        one["person"] = next(row for row in self.rows["person"] if row["id"] == one["sign_up"]["person_id"])
        return one

    def value(self, chance: random.Random, focus: dict[str, sqlite3.Row], name: str, column: list[str] | None) -> Any:
        if name in {"limit", "most"}:
            return chance.choice((1000, 1000, 1000, 2))
        if name in {"offset", "skip"} or (name == "after" and not column):
            return chance.choice((0, 0, 0, 1))
        if name == "pattern":
            return chance.choice(PATTERNS)
        table, of = column or ("", "")
        if not self.rows.get(table):
            return chance.choice(INSTANTS if name.endswith("_at") or name in INSTANT_TOO else [0, 1, 2])
        if table not in focus or chance.random() < 0.25:
            near = [row for row in self.rows[table] if belongs(row, focus)]
            focus[table] = chance.choice(near if near and chance.random() < 0.8 else self.rows[table])
        return focus[table][of]


def belongs(row: sqlite3.Row, focus: dict[str, sqlite3.Row]) -> bool:
    keys = row.keys()
    shared = [table for table in CHAIN if f"{table}_id" in keys and table in focus]
    return bool(shared) and all(row[f"{table}_id"] in {None, focus[table]["id"]} for table in shared)
