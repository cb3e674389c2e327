"""Faults in the conditions of SQL: one of several is lost, a limit is off by one, the order is turned round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.ground.frozen import replace
from bot.store.asking import STATED
from tests.mutants.mutant import Mutant

TOKEN = re.compile(r"'(?:[^']|'')*'|:\w+|<=|>=|<>|\w+|\s+|.", re.DOTALL)
CLAUSES = {"WHERE", "ON", "HAVING"}
ENDS = {"WHERE", "GROUP", "ORDER", "LIMIT", "HAVING", "RETURNING", "UNION", "JOIN", "LEFT", "INNER", "CROSS", "THEN"}
ENDS |= {"WHEN", "ELSE", "END", "SET", "DO", "FOR", ",", "EXCEPT"}
EDGES = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
TURNED = {"ASC": "DESC", "DESC": "ASC", "MIN": "max", "MAX": "min"}
WRITTEN = "bot.reports.integrity.reference_rows:broken_reference_rows"
ANYTHING, NOTHING = "1 = 1", "1 = 0"


@dataclass(frozen=True, slots=True)
class Change:
    how: str
    start: int
    end: int
    becomes: str


def mutants() -> Iterator[Mutant]:
    """Of every statement of the bot. What the demo's crowd asks is not counted, nor what is written by a program and
    held against that letter by letter."""
    for name in sorted(STATED):
        if not name.startswith(("bot.demo.", "tests.")) and name != WRITTEN:
            yield from of_statement(name)


def of_statement(name: str) -> Iterator[Mutant]:
    text = STATED[name].statement.named
    for number, change in enumerate(sorted(set(changes(text)), key=lambda one: (one.start, one.end, one.how))):
        mutated = text[: change.start] + change.becomes + text[change.end :]
        yield Mutant(
            id=f"{name}#{number}",
            kind="sql",
            how=change.how,
            where=name,
            lines=(0, 0),
            was=" ".join(text[change.start : change.end].split()),
            becomes=change.becomes,
            put=lambda mutated=mutated: said(name, mutated),
        )


def said(name: str, text: str) -> None:
    """For SQLite, which is enough to see whether a test notices."""
    asked = STATED[name]
    asked.statement = replace(asked.statement, named=text)


def changes(text: str) -> Iterator[Change]:
    tokens = [(found.start(), found.end(), found.group()) for found in TOKEN.finditer(text) if found.group().strip()]
    yield from single(tokens)
    for at, (_, _, word) in enumerate(tokens):
        if word == "(" or word.upper() in CLAUSES:
            yield from terms(tokens, at + 1)


def single(tokens: list[tuple[int, int, str]]) -> Iterator[Change]:
    """Of one token alone."""
    for at, (start, end, word) in enumerate(tokens):
        before = tokens[at - 1][2].upper() if at else ""
        if word in EDGES:
            yield Change("edge", start, end, EDGES[word])
        elif word.upper() in TURNED:
            yield Change("order", start, end, TURNED[word.upper()])
        elif word.upper() == "NOT" and before == "IS":
            yield Change("null", start, end, "")
        elif word.upper() == "NULL" and before == "IS":
            yield Change("null", start, end, "NOT NULL")


def terms(tokens: list[tuple[int, int, str]], first: int) -> Iterator[Change]:
    """Each of the conditions that AND or OR holds together from here to where the clause or the bracket ends."""
    found, words, begun, depth, between = [], set(), first, 0, False
    at = first
    while at < len(tokens):
        word = tokens[at][2].upper()
        if depth == 0 and (word == ")" or word in ENDS):
            break
        depth += {"(": 1, ")": -1}.get(word, 0)
        if depth == 0 and word == "BETWEEN":
            between = True
        elif depth == 0 and word == "AND" and between:
            between = False
        elif depth == 0 and word in {"AND", "OR"}:
            found.append((begun, at))
            words.add(word)
            begun = at + 1
        at += 1
    if len(words) != 1:  # one condition alone, or a mixture that brackets should have parted
        return
    how = words.pop().lower()
    for begin, end in [*found, (begun, at)]:
        yield Change(how, tokens[begin][0], tokens[end - 1][1], ANYTHING if how == "and" else NOTHING)
