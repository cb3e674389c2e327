"""The READMEs say what the code does: commands, settings, make targets, links."""

import re

import pytest

from bot.views.commands import COMMANDS
from tests.docs import READMES, ROOT, between, commands_table, settings_names

TARGET = re.compile(r"`make (\w+)`")
LINK = re.compile(r"\]\((?!https?://)([^)#]+)")


@pytest.mark.parametrize(("file", "language"), READMES.items())
def test_command_table_is_the_code_s(file: str, language: str) -> None:
    assert between((ROOT / file).read_text(encoding="utf-8"), "commands") == commands_table(language)


@pytest.mark.parametrize("file", READMES)
def test_settings_table_names_every_setting(file: str) -> None:
    table = between((ROOT / file).read_text(encoding="utf-8"), "settings")

    assert set(re.findall(r"LIANDONG_\w+", table)) == settings_names()


@pytest.mark.parametrize("file", READMES)
def test_make_targets_exist(file: str) -> None:
    makefile = (ROOT / "Makefile").read_text()

    assert [name for name in TARGET.findall((ROOT / file).read_text()) if f"\n{name}:" not in makefile] == []


@pytest.mark.parametrize("file", READMES)
def test_links_lead_somewhere(file: str) -> None:
    assert [link for link in LINK.findall((ROOT / file).read_text()) if not (ROOT / link).exists()] == []


def test_every_command_has_a_row() -> None:
    assert all(f"`/{row.name}`" in commands_table("en") for row in COMMANDS)
