"""What a statement is asked with: values that stand in the columns it holds them against, mostly of rows that belong
together, so that something is found; now and then of others."""

import random
import re
import sqlite3
from typing import Any

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
Column = tuple[str, str]
INSTANT_TOO = {"now", "since", "until", "before", "horizon", "latest", "earliest", "asked_until", "week"}


class Drawing:
    """``tables``: the columns of each."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.rows: dict[str, list[sqlite3.Row]] = {}
        connection.row_factory = sqlite3.Row
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            self.rows[name] = connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()  # noqa: S608

    def draws(self, statement: Statement, many: int) -> list[dict[str, Any]]:
        chance, columns = random.Random(statement.name), self.columns_of(statement)
        return [self.draw(chance, statement, columns) for _ in range(many)]

    def columns_of(self, statement: Statement) -> dict[str, Column]:
        """Which column of which table each parameter is held against."""
        text = CAST.sub(r"\1", statement.named)
        named = {alias or table: table for table, alias in TABLES.findall(text) if table in self.rows}
        named |= {table: table for table in named.values()}
        found: dict[str, Column] = {}
        told = [(of, column, name) for of, column, name in AGAINST.findall(text)]
        told += [(of, column, name) for name, of, column in BEFORE.findall(text)]
        for of, column, first, last in BETWEEN.findall(text):
            told += [(of, column, first), (of, column, last)]
        for table, columns, values in INSERTED.findall(text):
            pairs = zip(columns.split(","), values.split(","), strict=False)
            told += [(table, column.strip(), value.strip()[1:]) for column, value in pairs if value.strip()[:1] == ":"]
        told += [("", name, name) for name in statement.parameters]
        for of, column, name in told:
            tables = [named[of]] if of in named else [*named.values(), *self.rows] if not of else []
            at = next((table for table in tables if self.rows[table] and column in self.rows[table][0].keys()), None)
            if at and name not in found:
                found[name] = (at, column)
        return found

    def draw(self, chance: random.Random, statement: Statement, columns: dict[str, Column]) -> dict[str, Any]:
        focus = self.focus(chance)
        drawn = {name: self.value(chance, focus, name, columns.get(name)) for name in statement.parameters}
        text = CAST.sub(r"\1", statement.named)
        for name, every in EVERY.findall(text):
            if chance.random() < 0.4:
                drawn[name] = "" if every == "''" else int(every)
        for _, _, first, last in BETWEEN.findall(text):
            if str(drawn[first]) > str(drawn[last]) and chance.random() < 0.9:
                drawn[first], drawn[last] = drawn[last], drawn[first]
        return drawn

    def focus(self, chance: random.Random) -> dict[str, sqlite3.Row]:
        """Rows that belong together."""
        one = {"sign_up": chance.choice(self.rows["sign_up"])}
        for of, table in (("sign_up", "shift"), ("shift", "activity"), ("activity", "team"), ("activity", "station")):
            id = one[of][f"{table}_id"] if of in one else None
            found = [row for row in self.rows[table] if row["id"] == id]
            one |= {table: found[0]} if found else {}
        one["person"] = next(row for row in self.rows["person"] if row["id"] == one["sign_up"]["person_id"])
        return one

    def value(self, chance: random.Random, focus: dict[str, sqlite3.Row], name: str, column: Column | None) -> Any:
        if name in {"limit", "most"}:
            return chance.choice((1000, 1000, 1000, 2))
        if name in {"offset", "skip", "after"}:
            return chance.choice((0, 0, 0, 1))
        if name == "pattern":
            return chance.choice(("", "a", "an", "be", "be%"))
        if column is None:
            return chance.choice(INSTANTS if name.endswith("_at") or name in INSTANT_TOO else [0, 1, 2])
        table, of = column
        if table not in focus or chance.random() < 0.25:
            near = [row for row in self.rows[table] if belongs(row, focus)]
            focus[table] = chance.choice(near if near and chance.random() < 0.8 else self.rows[table])
        return focus[table][of]


def belongs(row: sqlite3.Row, focus: dict[str, sqlite3.Row]) -> bool:
    keys = row.keys()
    shared = [table for table in CHAIN if f"{table}_id" in keys and table in focus]
    return bool(shared) and all(row[f"{table}_id"] in {None, focus[table]["id"]} for table in shared)
