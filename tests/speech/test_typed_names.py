"""Fault 54: a name stands on the screen exactly as it was typed, whatever it looks like to a parser of HTML."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.ground.frozen import replace
from bot.ground.text import clean_line
from bot.guardians.rules import Agreed, Asked, CompanionSought
from bot.messages.passing_on_rules import Answer, Offered
from bot.speech.screens import Screen
from bot.speech.words import LANGUAGES, Words
from handlers.guardians import companion_screens as companions
from handlers.guardians import screens as guardians
from handlers.joining import own_team_screens as own_teams
from handlers.joining import screens as joining
from handlers.joining import settings_screens as own_settings
from handlers.messages import passing_on_screens as passing_on
from handlers.talk import menu_screens as menu
from tests.helpers.town import NOW
from tests.samples.own import KIT, MINE, TEAM
from tests.speech.test_screens import Balance

SCREENS: dict[str, Callable[[Words, str], Screen]] = {
    "ask name": joining.ask_name,
    "menu": lambda words, name: menu.menu(words, [], first=joining.welcome(words, name)),
    "settings": lambda words, name: own_settings.overview(
        words, replace(MINE, profile=replace(MINE.profile, name=name, volunteer_number=name))
    ),
    "new name": own_settings.ask_new_name,
    "number": own_settings.ask_number,
    "own team": lambda words, name: own_teams.own_team(words, replace(TEAM, name=name), home=True),
    "sure to leave": lambda words, name: own_teams.sure_to_leave(words, replace(TEAM, name=name)),
    "request": lambda words, name: guardians.request(words, name, "https://t.me/bot?start=g_x", NOW),
    "question": lambda words, name: guardians.question(words, Asked(replace(KIT, name=name), 1, True, False), "x"),
    "agreed": lambda words, name: guardians.agreed(
        words, Agreed(replace(KIT, name=name), date(2026, 11, 22), date(2027, 11, 21))
    ),
    "companion": lambda words, name: companions.ask(words, CompanionSought(5, name, 0), to_person=True),
    "shall I": lambda words, name: passing_on.shall_i(words, Offered(7, name)),
    "passed": passing_on.passed,
    "to the person": lambda words, name: passing_on.to_the_person(words, Answer(name, 50, 9))[0],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS.keys())
@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40).map(clean_line).filter(bool))
@example("<b>&")
@example("&amp;lt;")
@example("{name} {0} %s")
@example("</b><a href='tg://user?id=1'>")
@example("陳大文🌱 < > \" '")
def test_name_is_shown_as_typed(screen: Callable[[Words, str], Screen], language: str, name: str) -> None:
    shown = screen(Words(language, "Asia/Shanghai"), name)

    read = Balance()
    read.feed(str(shown.text))
    read.close()
    assert name in read.text
    assert (read.faults, read.open) == ([], [])
