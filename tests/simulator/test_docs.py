"""The page about the simulator names exactly the methods that it has."""

import re
from pathlib import Path

from bot.simulator.api import OWN_METHODS
from bot.simulator.methods import METHODS

PAGE = Path(__file__).parents[2] / "docs" / "simulator.md"


def test_the_documented_methods_are_the_methods() -> None:
    section = PAGE.read_text(encoding="utf-8").split("## Methods")[1].split("##")[0]
    named = [name.lower() for name in re.findall(r"\w+", section)]

    assert named == sorted(named)
    assert set(named) == METHODS.keys() | OWN_METHODS
