"""Whatever time may bring has a name in the demo: a code without words would leave its page without an answer."""

import ast
from collections.abc import Iterator
from pathlib import Path

import bot
from bot.speech.tick_names import names
from bot.speech.words import LANGUAGES, Words

ROOT = Path(str(bot.__file__)).parent


def announced() -> Iterator[str]:
    """Codes that stand in a ``Due(…)``."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Due":
                yield from (
                    one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )


def test_everything_that_is_announced_has_a_name() -> None:
    found = set(announced())

    assert {"digest", "checkpoint", "notice"} <= found
    assert all(found <= names(Words(language, "UTC")).keys() for language in LANGUAGES)
