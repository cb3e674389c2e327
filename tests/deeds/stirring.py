"""What is a little otherwise each time: rows at hand say something else, as far as the schema lets them. So an act is
done on each side of its limits and on them, by somebody who may do it and by somebody who may not, on a full page.
"""

import random
import re
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

from sqlalchemy import CheckConstraint, Column, Table

from bot.ground.times import DAY, HOUR
from bot.hearing import SUBJECTS
from bot.invitations.rows import fingerprint
from bot.schema import metadata
from bot.store.asking import STATED
from tests.store.answers.world import LITERAL

NEAR = (-DAY, -HOUR, -1, 0, 1, HOUR, DAY)
CODES = ("t1", "123456")
"""What invitations and a check-in are opened with."""
PAGES = ("PAGE", "NAMES", "OFFERED", "PEOPLE", "RECENT", "SHOWN")
ROLES = ("administrator", "coordinator", "social_worker")
NAMED = re.compile(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)")
PURPOSES = ("team", "role", "guardian", "link")
Rows = dict[str, sqlite3.Row]


class Stirring:
    """One draw's: ``who`` acts ``now``, ``focus`` are the rows at hand."""

    def __init__(self, connection: sqlite3.Connection, chance: random.Random, who: int, now: int, focus: Rows) -> None:
        self.connection, self.chance, self.who, self.now, self.focus = connection, chance, who, now, focus

    def stir(self, tables: Sequence[Table]) -> None:
        """``tables``: which matter; none where anything may."""
        if self.chance.random() < 0.3:
            self.give_charge()
        self.give_codes()
        if tables:
            self.give_each(tables)
        elif self.chance.random() < 0.35:
            self.give_own()
        for _ in range(self.chance.choice((1, 2, 3, 4, 6) if tables else (0, 1, 1, 2, 3, 5))):
            self.change_one(self.chance.choice(tables or TABLES))

    def give_charge(self) -> None:
        """Of a station or a team."""
        station, team = self.focus["station"]["id"], self.focus.get("team")
        if team is not None and self.chance.random() < 0.4:
            self.try_out("INSERT INTO membership (team_id, person_id, captain, joined_at) VALUES (?, ?, 1, ?)",
                         team["id"], self.who, self.now - DAY)  # fmt: skip
            self.try_out("UPDATE membership SET captain = 1 WHERE team_id = ? AND person_id = ?", team["id"], self.who)
            return
        root = self.connection.execute("SELECT min(id) FROM station").fetchone()[0]
        self.try_out("INSERT INTO role_grant (person_id, role, station_id, granted_at) VALUES (?, ?, ?, ?)",
                     self.who, self.chance.choice(ROLES), self.chance.choice((station, station, root)),
                     self.now - DAY)  # fmt: skip

    def give_each(self, tables: Sequence[Table]) -> None:
        """Up to three rows are theirs, and two people who have to do with it are a little different."""
        own = [(table, name) for table in tables for of, name in OF_PEOPLE if of == table.name]
        for _ in range(self.chance.choice((0, 1, 2, 3))):
            table, name = self.chance.choice(own or [(metadata.tables["membership"], "person_id")])
            if (row := self.one_of(table)) is not None:
                text = f"UPDATE {table.name} SET {name} = ? WHERE rowid = ?"  # noqa: S608  # names of our tables
                self.try_out(text, self.who, row["place"])
        about = [one for row in self.focus.values() for name, one in dict(row).items() if name in PEOPLE and one]
        person = metadata.tables["person"]
        for _ in range(self.chance.choice((0, 1, 2))):
            one = self.chance.choice([*about, self.who])
            row = self.rows("SELECT rowid AS place, * FROM person WHERE id = ?", one)[0]
            column = self.chance.choice(STIRRED["person"])
            text = f"UPDATE person SET {column.name} = ? WHERE rowid = ?"  # noqa: S608  # names of our tables
            self.try_out(text, self.other(person, column, row[column.name]), row["place"])

    def give_own(self) -> None:
        """A row at hand is theirs."""
        own = [one for one in OF_PEOPLE if one[0] in self.focus and one[0] in METAS]
        name, column = self.chance.choice(own)
        text = f"UPDATE {name} SET {column} = ? WHERE id = ?"  # noqa: S608  # names of our tables
        self.try_out(text, self.who, self.focus[name]["id"])

    def give_codes(self) -> None:
        for table, code in zip(("invitation", "check_in_code"), CODES, strict=True):
            if (row := self.one_of(metadata.tables[table])) is not None:
                text = f"UPDATE {table} SET code_hash = ? WHERE rowid = ?"  # noqa: S608  # names of our tables
                self.try_out(text, fingerprint(code), row["place"])
        if self.chance.random() < 0.6:
            self.make_good(self.chance.choice(PURPOSES))

    def make_good(self, purpose: str) -> None:
        """An invitation that leads somewhere."""
        of = {"guardian": self.focus["guardian_consent"]["person_id"], "link": self.focus["person"]["id"]}
        team = self.focus.get("team")
        self.try_out(
            "UPDATE invitation SET purpose = ?, role = ?, station_id = ?, team_id = ?, person_id = ?, uses_left = ?, "
            "expires_at = ? WHERE code_hash = ?",
            purpose, self.chance.choice(ROLES) if purpose == "role" else None, self.focus["station"]["id"],
            team["id"] if team is not None and purpose == "team" else None, of.get(purpose),
            self.chance.choice((0, 1, 1, 2)), self.now + self.chance.choice((0, 1, HOUR, DAY)), fingerprint(CODES[0]),
        )  # fmt: skip

    def change_one(self, table: Table) -> None:
        row = self.one_of(table)
        if row is not None:
            column = self.chance.choice(STIRRED[table.name])
            text = f"UPDATE {table.name} SET {column.name} = ? WHERE rowid = ?"  # noqa: S608  # names of our tables
            self.try_out(text, self.other(table, column, row[column.name]), row["place"])

    def one_of(self, table: Table) -> sqlite3.Row | None:
        """Mostly one that belongs to what is at hand."""
        names = {f"{name}_id": row["id"] for name, row in self.focus.items() if "id" in row.keys()}  # noqa: SIM118  # a row is no dict
        names |= {"record_id": self.focus["service_record"]["id"]}
        if table.name in self.focus and "id" in table.columns:
            names |= {"id": self.focus[table.name]["id"]}
        near = [name for name in names if name in table.columns]
        if near and self.chance.random() < 0.9:
            name = "id" if "id" in near else self.chance.choice(near)
            text = f"SELECT rowid AS place, * FROM {table.name} WHERE {name} = ? ORDER BY 1 LIMIT 30"  # noqa: S608  # names of our tables
            found = self.rows(text, names[name])
        else:
            found = self.rows(f"SELECT rowid AS place, * FROM {table.name} ORDER BY 1 LIMIT 100")  # noqa: S608  # names of our tables
        return self.chance.choice(found) if found else None

    def other(self, table: Table, column: Column[Any], now: Any) -> Any:
        """What may stand there as well."""
        if column.nullable and self.chance.random() < 0.3:
            return None
        for target in column.foreign_keys:
            return self.another(target.column.table.name, now)
        if column.name.endswith(("_at", "_until", "_before")) and column.type.python_type is int:
            return self.now + self.chance.choice(NEAR)
        if words := (0, 1) if "SMALL" in str(column.type) else allowed(table, column):
            return self.chance.choice(words)
        there = self.rows(f"SELECT DISTINCT {column.name} FROM {table.name} ORDER BY 1 LIMIT 40")  # noqa: S608  # names of our tables
        more = (0, now + 1, now - 1) if isinstance(now, int) else ()
        return self.chance.choice([*(row[0] for row in there), *more])

    def another(self, table: str, now: Any) -> Any:
        """Who acts, what is at hand, or any."""
        at_hand = {name: row["id"] for name, row in self.focus.items() if name in METAS} | {"person": self.who}
        if table in at_hand and self.chance.random() < 0.6:
            return at_hand[table]
        ids = self.rows(f"SELECT id FROM {table} ORDER BY 1 LIMIT 100") if table in METAS else ()  # noqa: S608  # names of our tables
        return self.chance.choice([row[0] for row in ids] or [now])

    def rows(self, text: str, *values: Any) -> list[sqlite3.Row]:
        return self.connection.execute(text, values).fetchall()

    def try_out(self, text: str, *values: Any) -> None:
        """What the schema refuses stays as it is."""
        try:
            self.connection.execute(text, values)
        except sqlite3.IntegrityError:
            return


TABLES = [table for table in metadata.sorted_tables if not table.name.startswith(("audit", "process"))]
METAS = {table.name for table in TABLES if "id" in table.columns}
STIRRED = {
    table.name: [
        column for column in table.columns if (not column.primary_key or column.foreign_keys) and column.name != "path"
        and all(one.column.table is not table for one in column.foreign_keys)
    ] for table in TABLES
}  # fmt: skip
"""What stands above itself would lead round and round."""
OF_PEOPLE = [
    (table.name, column.name)
    for table in TABLES
    for column in table.columns
    if any(one.column.table.name == "person" for one in column.foreign_keys)
]
PEOPLE = {name for _, name in OF_PEOPLE}


@cache
def asked_by(module: str) -> tuple[Table, ...]:
    """What the statements are about that a module asks: its own, and those of the modules it imports from."""
    values = vars(sys.modules[module]).values()
    near = {module} | {getattr(one, "__name__" if isinstance(one, ModuleType) else "__module__", "") for one in values}
    texts = [one.statement.named for name, one in STATED.items() if name.partition(":")[0] in near]
    named = {name for text in texts for name in NAMED.findall(text)}
    return tuple(table for table in TABLES if table.name in named)


@cache
def allowed(table: Table, column: Column[Any]) -> Sequence[Any]:
    checks = [str(one.sqltext) for one in table.constraints if isinstance(one, CheckConstraint)]
    found = [LITERAL.findall(check) for check in checks if check.startswith(f"{column.name} IN")]
    return found[0] if found else ()


@contextmanager
def pages_of(size: int | None) -> Iterator[None]:
    """So many lines on each page, so that it is just full now and then."""
    found = paged() if size is not None else ()
    for module, name, _ in found:
        setattr(module, name, size)
    try:
        yield
    finally:
        for module, name, usual in found:
            setattr(module, name, usual)


@cache
def paged() -> tuple[tuple[ModuleType, str, int], ...]:
    ours = tuple(f"bot.{subject}." for subject in SUBJECTS)
    modules = [module for name, module in sys.modules.items() if name.startswith(ours)]
    found = [(module, name, vars(module).get(name)) for module in modules for name in PAGES]
    return tuple((module, name, usual) for module, name, usual in found if isinstance(usual, int))
