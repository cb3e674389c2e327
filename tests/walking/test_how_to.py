"""The feature of docs/architecture.md is built as it is told there, mounted, and pressed."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

from bot.speech.buttons import KINDS
from bot.store.vault import Vault
from bot.wire.clock import SetClock
from bot.wire.coming_in.viewing import Defaults
from handlers.routes import ROUTES
from tests.walking import updates
from tests.walking.agency import NOW, full_agency
from tests.walking.bot import Bot, Heard, Leaving
from tests.walking.looking import faults, keys_of, plain
from tests.walking.memory import Memory
from tests.walking.walking import KEY

DOC = Path(__file__).parents[2] / "docs" / "architecture.md"
BLOCK = re.compile(r"```python\n# (\S+)\n(.*?)```", re.DOTALL)
WIDER = ("bot", "handlers", "handlers.links")
"""Packages that the feature adds to."""


def blocks() -> dict[str, str]:
    """Text by path."""
    return dict(BLOCK.findall(DOC.read_text()))


@contextmanager
def built(folder: Path) -> Iterator[ModuleType]:
    """The feature's journey, as if its files stood beside ours; gone without a trace afterwards."""
    for path, text in blocks().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    kinds, modules = set(KINDS), set(sys.modules)
    for name in WIDER:
        import_module(name).__path__.append(str(folder.joinpath(*name.split("."))))
    try:
        yield import_module("handlers.tea.tea")
    finally:
        for name in WIDER:
            import_module(name).__path__.pop()
        for verb in set(KINDS) - kinds:
            del KINDS[verb]
        for name in set(sys.modules) - modules:
            del sys.modules[name]


def test_every_block_is_python() -> None:
    assert list(blocks()) == [
        "bot/tea/rules.py", "handlers/links/tea.py", "handlers/tea/tea.py", "tests/stories/own/test_tea.py",
    ]  # fmt: skip
    for path, text in blocks().items():
        compile(text, path, "exec")


async def test_feature_of_the_handbook_answers(migrated_file: Path, tmp_path: Path) -> None:
    with built(tmp_path) as tea:
        memory = Memory(migrated_file, Vault(KEY))
        async with memory.write() as tx:
            agency = await full_agency(tx, "en")
        bot = await Bot.started(memory, SetClock(NOW), Defaults("en"), [*ROUTES, *tea.journey.routes])
        anna = agency.phones[agency.parts["volunteer_1"]]

        asked = answer(await bot.hear(updates.said(anna, NOW, "/tea")))
        five = keys_of(asked)[1]
        poured = answer(await bot.hear(updates.press(anna, NOW, five.data, asked.message_id)))
        refused = await bot.hear(updates.press(anna, NOW, "tea:200", asked.message_id))

        assert [*faults(asked, "en"), *faults(poured, "en")] == []
        assert (five.label, plain(poured.params["text"])) == ("5", "11 cups")
        assert "100" in str(refused.callback)


def answer(heard: Heard) -> Leaving:
    (one,) = [left for left in heard.left if not left.kind]
    return one
