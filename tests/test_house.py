"""The rules of the house that no linter knows: sizes, where sentences may stand, what a mock may stand for."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE, LONGEST_FUNCTION, MOST_FILES = 300, 40, 20
SAYS = {"say", "say_n", "label"}


def sources(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "versions" not in path.parts:
                yield path


def trees(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sources(*rooms):
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def test_no_folder_has_more_than_20_files() -> None:
    """Migrations apart, which only grow."""
    folders = Counter(str(path.parent.relative_to(ROOT)) for path in sources("bot", "handlers", "tests"))
    assert {folder: n for folder, n in folders.items() if n > MOST_FILES} == {}


def test_no_file_is_longer_than_300_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): n
        for path in sources("bot", "handlers", "tests")
        if (n := lines(path)) > LONGEST_FILE
    }

    assert long == {}


def lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def test_no_function_is_longer_than_40_lines() -> None:
    long = [
        (where, node.name)
        for where, tree in trees("bot", "handlers", "tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]

    assert long == []


def test_sentences_stand_where_they_are_looked_for() -> None:
    """Elsewhere ``make words`` would not find them, and they would stay English."""
    found = [
        f"{where}:{node.lineno}"
        for where, tree in trees("bot", "handlers")
        if not where.startswith(("bot/speech/", "handlers/"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SAYS
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    ]

    assert found == []


@pytest.mark.parametrize("room", ["tests"])
def test_nothing_of_ours_is_mocked(room: str) -> None:
    found = [
        where
        for where, tree in trees(room)
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and node.module == "unittest")
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("unittest.mock"))
    ]

    assert found == []


def test_modules_open_with_what_a_newcomer_would_get_wrong() -> None:
    bare = [where for where, tree in trees("bot", "handlers") if tree.body and ast.get_docstring(tree) is None]

    assert bare == []
