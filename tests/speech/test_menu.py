"""The way in for people who type nothing: each command has a button, and nobody has to look through seventeen."""

import pytest

from bot.ground.viewer import Viewer
from bot.speech.commands import visible
from bot.speech.screens import CommandMenu, Screen
from bot.speech.words import LANGUAGES, Words
from handlers.links.menu import Do, MoreCommands
from handlers.talk.menu import more_commands
from handlers.talk.menu_keys import menu
from handlers.talk.notices import menu_for_all
from tests.speech.test_commands import ANNA, CARL, CHAN, OLGA

EN = Words("en", "Asia/Shanghai")
MOST = 13


def commands_on(screen: Screen) -> list[str]:
    return [key.press.values[0] for row in screen.keys for key in row if key.press and key.press.link is Do]


def leads_on(screen: Screen) -> bool:
    return any(key.press == MoreCommands() for row in screen.keys for key in row)


@pytest.mark.parametrize("viewer", [ANNA, CARL, CHAN, OLGA], ids=["volunteer", "captain", "staff lead", "coordinator"])
def test_every_command_has_a_button_within_two_presses(viewer: Viewer) -> None:
    rows = visible(viewer)
    first, more = menu(EN, rows), more_commands(EN, rows)
    behind = [name for name in commands_on(more) if name != "menu"] if leads_on(first) else []
    reached = commands_on(first) + behind

    assert sorted(reached) == sorted(row.name for row in rows if row.name != "menu")
    assert max(len(commands_on(first)), len(behind)) <= MOST


def test_staff_find_first_what_they_use_between_home_visits() -> None:
    assert commands_on(menu(EN, visible(CHAN))) == ["manage", "post", "rollcall", "verify", "summary"]
    assert [key.label for row in menu(EN, visible(CHAN)).keys for key in row] == [
        "Today", "New activity", "Roll-call", "Verify hours", "Hours report", "More",
    ]  # fmt: skip


def test_volunteers_see_everything_at_once() -> None:
    assert not leads_on(menu(EN, visible(ANNA)))
    assert not leads_on(menu(EN, visible(CARL)))


@pytest.mark.parametrize(
    ("agency", "client", "reads"),
    [
        pytest.param("zh_Hans", "", "zh_Hans", id="any, mainland"),
        pytest.param("zh_Hant", "", "zh_Hant", id="any, Hong Kong"),
        pytest.param("en", "", "en", id="any, English"),
        pytest.param("zh_Hans", "en", "en", id="English reader"),
        pytest.param("zh_Hant", "zh", "zh_Hant", id="Chinese reader in Hong Kong"),
        pytest.param("en", "zh", "zh_Hans", id="Chinese reader of an English agency"),
    ],
)
def test_newcomers_see_start_and_help_in_their_language(agency: str, client: str, reads: str) -> None:
    reader = Words(reads, "UTC")

    assert menu_for_all(Words(agency, "UTC"), client) == CommandMenu(
        None, (("start", reader.label("Begin")), ("help", reader.label("What I can do here"))), client
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_for_all_names_no_chat(language: str) -> None:
    params = menu_for_all(Words(language, "UTC"), "en").params()

    assert (sorted(params), params["language_code"]) == (["commands", "language_code"], "en")
    assert sorted(menu_for_all(Words(language, "UTC"), "").params()) == ["commands"]
