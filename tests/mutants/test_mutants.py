"""The faults themselves: what is changed, that the same seed draws the same, and that one can be put and noticed."""

import ast

from bot.store.asking import STATED
from tests.mutants import in_python, kinds
from tests.mutants.in_sql import changes
from tests.mutants.mutant import drawn

SQL = (
    "SELECT a FROM t JOIN u ON u.id = t.id AND u.x IS NULL"
    " WHERE t.a BETWEEN :b AND :c AND (t.d < 3 OR t.e = 4) ORDER BY a DESC"
)
PYTHON = """
async def act(desk, n):
    if not may(desk) and n > 1:
        raise NotFound
    await audit.note(desk)
"""


def changed() -> set[tuple[str, str]]:
    return {(change.how, SQL[: change.start] + change.becomes + SQL[change.end :]) for change in changes(SQL)}


def test_each_condition_of_sql_is_lost_once() -> None:
    assert changed() == {
        ("and", SQL.replace("u.id = t.id AND", "1 = 1 AND")),
        ("and", SQL.replace("u.x IS NULL", "1 = 1")),
        ("null", SQL.replace("IS NULL", "IS NOT NULL")),
        ("and", SQL.replace("t.a BETWEEN :b AND :c", "1 = 1")),
        ("and", SQL.replace("(t.d < 3 OR t.e = 4)", "1 = 1")),
        ("or", SQL.replace("t.d < 3", "1 = 0")),
        ("or", SQL.replace("t.e = 4", "1 = 0")),
        ("edge", SQL.replace("<", "<=")),
        ("order", SQL.replace("DESC", "ASC")),
    }


def test_guards_and_notes_of_an_act_are_lost() -> None:
    function = ast.parse(PYTHON).body[0]
    assert isinstance(function, ast.AsyncFunctionDef)
    found = [how for _, _, how, _ in in_python.sites(function)]

    assert sorted(found) == ["and-or", "call", "compare", "guard", "not", "number", "term", "term"]


def test_same_seed_draws_the_same_and_more_draws_those_too() -> None:
    made = kinds.made("rules")

    assert [one.id for one in drawn(made, 9, "abc")] == [one.id for one in drawn(made, 20, "abc")][:9]
    assert len({one.id for one in made}) == len(made)


def test_a_statement_is_changed_where_it_is_asked() -> None:
    mutant = next(one for one in kinds.made("sql") if one.how == "and")
    asked = STATED[mutant.where]
    before = asked.statement
    try:
        mutant.put()
        assert asked.statement.named != before.named
    finally:
        asked.statement = before


def test_a_function_is_changed_for_whoever_has_it() -> None:
    mutant = next(one for one in kinds.made("rules") if one.where == "bot/stations/permissions.py")
    from bot.stations import permissions

    codes = {name: one.__code__ for name, one in vars(permissions).items() if hasattr(one, "__code__")}
    try:
        mutant.put()
        after = {name: one.__code__ for name, one in vars(permissions).items() if hasattr(one, "__code__")}
        assert len([name for name in codes if codes[name] is not after[name]]) == 1
    finally:
        for name, code in codes.items():
            getattr(permissions, name).__code__ = code
