"""A crowded world: rows at random in every table, and few values, so that every limit has rows on both sides and on it.

Always the same one. What the schema refuses is left out; the rest need not make sense, it only must be told apart.
"""

import random
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import CheckConstraint, Column, Table

from bot.people.name_part_rows import add_in_teams_after, add_parts_after
from bot.schema import metadata

NOW = 1_795_312_800  # Sunday 22 November 2026, 10:00 in Shanghai
HOUR, DAY = 3_600, 86_400
INSTANTS = [NOW + offset for offset in (-400 * DAY, -7 * DAY, -DAY, -HOUR, 0, HOUR, DAY, 7 * DAY)]
APART = [NOW - apart for apart in (30 * DAY, 36 * HOUR, 2 * HOUR)]
"""So far from now as statements reckon themselves."""
DAYS = ["2025-11-30", "2026-10-31", "2026-11-01", "2026-11-22", "2026-12-05"]
MONTHS = ["2025-11", "2026-10", "2026-11", "2026-12"]
NAMES = ["Anna", "Ben", "Bea", "anna"]
BOTS = [7_001, 7_919]
MANY = {
    "station": 11, "tally": 13, "team": 7, "person": 29, "activity": 17, "shift": 43, "sign_up": 307, "attendance": 101,
    "membership": 83, "role_grant": 23, "service_record": 131, "roll_call": 43, "outbox": 157, "call_entry": 127,
    "group_place": 29, "acknowledgement": 61, "guardian_consent": 43,
    "station_setting": 211,
}  # fmt: skip
OTHERS = 37
CLOSE = {"station": 4, "team": 3, "person": 9, "activity": 5, "shift": 11, "station_setting": 101, "draft": 101}
"""Few of what others refer to: what has to come together does."""
PEOPLED = {"person": 307, "membership": 307, "station_setting": 307, "group_place": 101, "guardian_consent": 307}
FOLLOWS = ("name_part", "team_name")  # made of what stands in others
LAST = ("audit", "broadcast", "call_entry", "occurrence", "outbox")  # they name rows without referring to them
TRIES = 20  # to find a row that the schema allows
COMPARED = re.compile(r"\b(\w+)\s*(?:=|<>|IN|NOT IN)\s*(\([^()]*\)|'[^']*')")
LITERAL = re.compile(r"'([^']*)'")
Values = dict[str, list[Any]]


def words_of(statements: Iterable[str]) -> Values:
    """The words that statements hold a column against."""
    found: dict[str, set[str]] = defaultdict(set)
    for text in statements:
        for column, against in COMPARED.findall(text):
            found[column] |= set(LITERAL.findall(against))
    return {column: sorted(words) for column, words in found.items() if words}


@dataclass(frozen=True, slots=True)
class Kind:
    """Of a world. ``nothing``: how much of what may be NULL is; ``many``: of which table how many rows."""

    seed: int
    nothing: float
    many: Mapping[str, int] = field(default_factory=dict)
    instants: Sequence[int] = tuple(INSTANTS)


def fill(connection: sqlite3.Connection, words: Values, kind: Kind) -> None:
    """Into migrated tables."""
    seed, many = kind.seed, MANY | dict(kind.many)
    connection.execute("PRAGMA foreign_keys=ON")
    for table in metadata.sorted_tables:
        connection.execute(f"DELETE FROM {table.name}")  # noqa: S608 - tables of ours
    drawn = [table for table in metadata.sorted_tables if table.name not in FOLLOWS]
    for table in sorted(drawn, key=lambda table: LAST.index(table.name) if table.name in LAST else -1):
        chances = {one.name: random.Random(f"{seed} {table.name} {one.name}") for one in table.columns}
        filling = Filling(connection, words, table, kind)
        for number in range(many.get(table.name, OTHERS)):
            for _ in range(TRIES):
                row = {one.name: filling.value(chances[one.name], one, number) for one in table.columns}
                if add(connection, table.name, fitting(connection, chances, row)):
                    break
    connection.execute(add_parts_after.statement.named, {"after": -1})
    connection.execute(add_in_teams_after.statement.named, {"after": -1})
    connection.commit()


def add(connection: sqlite3.Connection, table: str, row: dict[str, Any]) -> bool:
    marks = ", ".join(f":{name}" for name in row)
    text = f"INSERT OR IGNORE INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 - tables of ours
    return connection.execute(text, row).rowcount == 1


def fitting(connection: sqlite3.Connection, chances: dict[str, random.Random], row: dict[str, Any]) -> dict[str, Any]:
    """What hangs together within a row."""
    if "path" in row:
        above = connection.execute("SELECT path FROM station WHERE id = ?", [row["parent_id"]]).fetchone()
        row["path"] = f"{above[0] if above else '/'}{row['id']}/"
    if "starts_at" in row and "ends_at" in row:
        row["ends_at"] = row["starts_at"] + chances["ends_at"].choice((HOUR, DAY))
    if row.get("activity_id") and row.get("shift_id"):
        of = connection.execute("SELECT activity_id FROM shift WHERE id = ?", [row["shift_id"]]).fetchone()
        row["activity_id"] = of[0]
    if "reverses_id" in row:
        row["minutes"] = abs(row["minutes"]) * (1 if row["reverses_id"] is None else -1)
    return row


class Filling:
    """Of one table. What may stand in a column is looked up once."""

    def __init__(self, connection: sqlite3.Connection, words: Values, table: Table, kind: Kind) -> None:
        self.connection, self.words, self.table, self.kind = connection, words, table, kind
        self.pools: Values = {}

    def value(self, chance: random.Random, column: Column[Any], number: int) -> Any:
        name = column.name
        if column.nullable and chance.random() < self.kind.nothing:
            return None
        if name == "id":
            return number * 3 + len(self.table.name)  # ids of different things differ
        if name in {"telegram_id", "number"}:
            return number
        if self.table.name == "outbox" and name == "key":
            return f"key {number}" if number % 3 else f"bot{BOTS[0]}:key {number + 1}:on"
        if name in {"code_hash", "volunteer_number"}:
            return f"{name} {number // 3 if self.table.name == 'check_in_code' else number}"
        own = {target.column.table.name for target in column.foreign_keys} == {self.table.name}
        if name not in self.pools or own:
            self.pools[name] = self.pool(column)
        return chance.choice(self.pools[name]) if self.pools[name] else None

    def pool(self, column: Column[Any]) -> list[Any]:
        for target in column.foreign_keys:
            found = self.connection.execute(f"SELECT * FROM {target.column.table.name} ORDER BY 1")  # noqa: S608  # names of our tables
            return [row[0] for row in found]
        return pool(self.connection, self.words, self.table, column, self.kind.instants)


def pool(
    connection: sqlite3.Connection, words: Values, table: Table, column: Column[Any], instants: Sequence[int]
) -> list[Any]:
    """What may stand in a column that refers to nothing."""
    checks = [str(one.sqltext) for one in table.constraints if isinstance(one, CheckConstraint)]
    allowed = [LITERAL.findall(check) for check in checks if check.startswith(f"{column.name} IN")]
    if allowed and allowed[0]:
        return allowed[0]
    if column.type.python_type is int:
        return numbers(connection, column.name, str(column.type), instants)
    return texts(connection, words, table.name, column.name)


def texts(connection: sqlite3.Connection, words: Values, table: str, name: str) -> list[Any]:
    known = {"zone": ["Asia/Shanghai", "Asia/Urumqi"], **dict.fromkeys(("name", "title", "place"), NAMES)}
    if name.endswith(("day", "_on", "_until")):
        known[name] = DAYS
    elif name.startswith("month"):
        known[name] = MONTHS
    elif name == "subject":
        of = ("person", "shift", "activity", "broadcast")
        known[name] = [f"{what}:{id}" for what in of for id in ids(connection, what)[:5]]
    elif (table, name) == ("station_setting", "value"):
        known[name] = ["0", "1", "24", "60"]
    elif (table, name) == ("draft", "form"):
        known[name] = [*words.get(name, []), *"abcdef"]
    elif (table, name) == ("outbox", "payload"):
        known[name] = ["", *(f"of {chat}" for chat in range(40))]
    elif name == "audience":
        known[name] = [*words["audience"], *(f"offer:{id}" for id in ids(connection, "activity"))]
    elif (table, name) == ("occurrence", "key"):
        ages = connection.execute("SELECT id, age_band_at FROM person WHERE age_band_at IS NOT NULL ORDER BY 1")
        known[name] = [f"report/{month}/{id}" for month in MONTHS[:2] for id in ids(connection, "station")]
        known[name] += [f"age:person:{id}:{at}" for id, at in ages]
        known[name] += [f"group_names:{id}/{revision}" for id in ids(connection, "group_place") for revision in (0, 1)]
    return known.get(name, [*words.get(name, []), "", "other"])


def ids(connection: sqlite3.Connection, table: str) -> list[int]:
    return [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY 1")]  # noqa: S608 - tables of ours


def numbers(connection: sqlite3.Connection, name: str, kind: str, instants: Sequence[int]) -> list[Any]:
    known = {"at": [*instants], "bot_id": BOTS, "minutes": [-30, 30, 60, 90], "version": [*INSTANTS, 0, 1, 2]}
    known |= {key: list(range(40)) for key in ("chat_id", "lane", "update_id")}
    if "SMALL" in kind:
        known[name] = [0, 1]
    elif name.endswith(("_at", "_before", "_until")):
        known[name] = [*instants]
    elif name.removeprefix("home_") in {"team_id", "shift_id"}:
        known[name] = [0, *ids(connection, name.removeprefix("home_").removesuffix("_id"))]
    return known.get(name, [0, 1, 2, 3])
