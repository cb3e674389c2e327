"""The READMEs say what the code does: commands, settings, make targets, links."""

import re

import pytest

from bot.settings import SETTINGS, Settings
from bot.speech.commands import COMMANDS
from bot.wire.health import Exit
from tests.making.docs import READMES, ROOT, between, commands_table, settings_names, with_table

TARGET = re.compile(r"`make (\w+)`")
LINK = re.compile(r"\]\((?!https?://)([^)#]+)")


@pytest.mark.parametrize(("file", "language"), READMES.items())
def test_command_table_is_the_code_s(file: str, language: str) -> None:
    assert between((ROOT / file).read_text(encoding="utf-8"), "commands") == commands_table(language)


@pytest.mark.parametrize("file", READMES)
def test_every_table_stands_once(file: str) -> None:
    lines = [line for line in (ROOT / file).read_text(encoding="utf-8").splitlines() if line.startswith("|")]

    assert [line for line in lines if lines.count(line) > 1 and not set(line) <= set("|- ")] == []


@pytest.mark.parametrize(
    "text", ["<!-- t -->\nx\n<!-- /t -->\nbox", "<!-- t -->\n\n<!-- /t -->\nbox"], ids=["x", "empty"]
)
def test_table_is_written_between_its_marks_only(text: str) -> None:
    assert with_table(text, "t", "| new |") == "<!-- t -->\n| new |\n<!-- /t -->\nbox"


@pytest.mark.parametrize("file", READMES)
def test_settings_table_names_every_setting(file: str) -> None:
    table = between((ROOT / file).read_text(encoding="utf-8"), "settings")

    assert set(re.findall(r"LIANDONG_\w+", table)) == settings_names()


@pytest.mark.parametrize("file", READMES)
def test_settings_table_tells_the_defaults_of_the_code(file: str) -> None:
    table = between((ROOT / file).read_text(encoding="utf-8"), "settings")
    told = {name.lower(): default for name, default in re.findall(r"\| `LIANDONG_(\w+)` \| `?([^|`]+?)`? \|", table)}

    assert told == {name: getattr(Settings(), name) or "–" for name in SETTINGS}


@pytest.mark.parametrize("file", READMES)
def test_make_targets_exist(file: str) -> None:
    makefile = (ROOT / "Makefile").read_text()

    assert [name for name in TARGET.findall((ROOT / file).read_text()) if f"\n{name}:" not in makefile] == []


@pytest.mark.parametrize("file", READMES)
def test_links_lead_somewhere(file: str) -> None:
    assert [link for link in LINK.findall((ROOT / file).read_text()) if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("file", READMES)
def test_every_exit_code_is_explained(file: str) -> None:
    """Fault 23: a documented exit code."""
    told = between((ROOT / file).read_text(encoding="utf-8"), "exits")

    assert [int(number) for number in re.findall(r"(?:^|· ?\n?)(\d)", told)] == [code.value for code in Exit]


def test_every_command_has_a_row() -> None:
    assert all(f"`/{row.name}`" in commands_table("en") for row in COMMANDS)
