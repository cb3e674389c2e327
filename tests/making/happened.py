"""``python -m tests.making.happened``: who hears of what happens, as ``docs/happened.md``; a test compares."""

from inspect import getdoc, getmodule
from pathlib import Path

from bot.happened import HAPPENED, AnyHappened
from bot.hearing import SUBJECTS, listen, subject_of

PAGE = Path(__file__).parents[2] / "docs" / "happened.md"
HEAD = """# Who hears of what happens

Said in one typed line, told in the open transaction, heard in the order of the subjects; an error of one
ends the transaction ([0041](decisions/0041-four-things-travel.md)). This page is made from the code (`make map`).

| what happens | who hears | where | what becomes of it |
|---|---|---|---|
"""


def rows(line: AnyHappened) -> list[str]:
    return [
        f"| {f'`{line}`' if first else ''} | {subject_of(hear)} | `{hear.__module__}.{hear.__name__}`"
        f" | {(getdoc(hear) or getdoc(getmodule(hear)) or '').partition(chr(10))[0]} |"
        for first, hear in zip([True] + [False] * len(SUBJECTS), line.order or (), strict=False)
    ]


def drawn() -> str:
    listen()
    return HEAD + "\n".join(row for name in sorted(HAPPENED) for row in rows(HAPPENED[name])) + "\n"


if __name__ == "__main__":
    PAGE.write_text(drawn(), encoding="utf-8")
