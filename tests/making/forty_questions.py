"""Forty questions of the kind "where is …?", drawn at random; ``--answers`` says where each one is.

``python -m tests.making.forty_questions 7`` asks. A newcomer writes down a file for each, and a second, knowing only
``docs/architecture.md`` and the names of folders and files, and then looks: ``… 7 --answers``.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.making.words import ROOT, template

SENTENCES, RULES, STATEMENTS = 14, 13, 13
PURE = "rules are pure"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Question:
    kind: str
    asked: str
    where: frozenset[str]  # a sentence may be said in several files: each of them is right


def drawn(seed: int) -> list[Question]:
    """The same forty for the same number, while the code stays as it is."""
    chance = Random(seed)
    wanted = ((sentences(), SENTENCES), (rules(), RULES), (statements(), STATEMENTS))
    return [question for found, n in wanted for question in chance.sample(found, n)]


def sentences() -> list[Question]:
    said: dict[str, set[str]] = {}
    for where, tree in trees("bot/speech", "handlers"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.setdefault(node.value, set()).add(where)
    ids = sorted(one.id if isinstance(one.id, str) else one.id[0] for one in template() if one.id)
    return [Question("sentence", text, frozenset(said[text])) for text in ids]


def rules() -> list[Question]:
    return [
        Question("rule", described(function), frozenset({where}))
        for where, tree in trees("bot")
        if is_pure(where)
        for function in tree.body
        if isinstance(function, Function) and not function.name.startswith("_")
    ]


def is_pure(where: str) -> bool:
    module = where.removesuffix(".py").replace("/", ".")
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    listed = next(one["source_modules"] for one in contracts if one["name"] == PURE)
    return module in listed or any(module.endswith(one.removeprefix("bot.**")) for one in listed if "**" in one)


def statements() -> list[Question]:
    return [
        Question("statement", described(function), frozenset({where}))
        for where, tree in trees("bot")
        for function in tree.body
        if isinstance(function, Function)
        and any(isinstance(one, ast.Call) and ast.unparse(one.func) == "sql" for one in function.decorator_list)
    ]


def trees(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def described(function: Function) -> str:
    """Its name, and the first line of what it promises."""
    return f"{function.name}: {(ast.get_docstring(function) or '').partition(chr(10))[0]}"


def main(seed: int, answers: bool) -> None:
    for n, question in enumerate(drawn(seed), 1):
        where = ", ".join(sorted(question.where))
        sys.stdout.write(f"{n:2} {question.kind}: {where if answers else question.asked}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), "--answers" in sys.argv[2:])
