"""Fault 54: a name stands on the screen exactly as it was typed, whatever it looks like to a parser of HTML."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.ground.frozen import replace
from bot.ground.text import clean_line
from bot.guardians.rules import Agreed, Asked, CompanionSought, Wanted
from bot.messages.passing_on_rules import Answer, Offered
from bot.speech.screens import Screen
from bot.speech.words import LANGUAGES, Words
from bot.stations.rules import Agency
from handlers.guardians import companions as guardians_companions
from handlers.guardians import consent as guardians_guardians
from handlers.joining import joining as joining_joining
from handlers.joining import own_settings as joining_settings
from handlers.joining import own_teams
from handlers.messages import notices
from handlers.messages import passing_on as messages_passing_on
from handlers.talk import menu_keys as menu
from tests.helpers.town import NOW
from tests.samples.own import KIT, MINE, TEAM
from tests.speech.test_screens import Balance

SCREENS: dict[str, Callable[[Words, str], Screen]] = {
    "ask name": joining_joining.ask_name,
    "menu": lambda words, name: menu.menu(words, [], first=joining_joining.welcome(words, name)),
    "settings": lambda words, name: joining_settings.overview_screen(
        words, replace(MINE, profile=replace(MINE.profile, name=name, volunteer_number=name))
    ),
    "new name": joining_settings.ask_new_name,
    "number": joining_settings.ask_number,
    "own team": lambda words, name: own_teams.own_team(words, replace(TEAM, name=name), home=True),
    "sure to leave": lambda words, name: own_teams.sure_to_leave(words, replace(TEAM, name=name)),
    "request": lambda words, name: guardians_guardians.request(
        words, name, Wanted(name, Agency(name)), "https://t.me/bot?start=g_x", NOW
    ),
    "question": lambda words, name: guardians_guardians.question(
        words, Asked(replace(KIT, name=name), 1, True, False, Wanted(name, Agency(name))), "x"
    ),
    "agreed": lambda words, name: guardians_guardians.agreed(
        words, Agreed(replace(KIT, name=name), date(2026, 11, 22), date(2027, 11, 21))
    ),
    "companion": lambda words, name: guardians_companions.ask_screen(
        words, CompanionSought(5, name, 0), to_person=True
    ),
    "shall I": lambda words, name: messages_passing_on.shall_i(words, Offered(7, name)),
    "passed": messages_passing_on.passed,
    "to the person": lambda words, name: notices.to_the_person(words, Answer(name, 50, 9))[0],
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
