"""Joining, settings, guardians, words passed on, own data: with names as awkward as people make them."""

from collections.abc import Callable
from datetime import date

from bot.ground.frozen import replace
from bot.ground.viewer import Grant, Person, Role, Viewer
from bot.guardians.rules import Agreed, Asked, CompanionSought, ConsentEnded, MayJoin, Wanted
from bot.members.profiles import OwnSettings, Profile
from bot.messages.passing_on_rules import Answer, Message, NextSignUp, Offered, Passed
from bot.people.ages import AgeBand
from bot.people.consent.rules import Ward
from bot.people.notice_choices import Silenced
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.stations.rules import Agency
from bot.teams.rules import Team, WayIn
from handlers.guardians import companions as guardians_companions
from handlers.guardians import consent as guardians_guardians
from handlers.guardians import lines as guardians_lines
from handlers.guardians import notices
from handlers.joining import joining as joining_joining
from handlers.joining import lines as own_teams
from handlers.joining import own_settings as joining_settings
from handlers.joining import own_teams as joining_own_teams
from handlers.links.guardians import CompanionIs
from handlers.messages import notices as messages_notices
from handlers.messages import passing_on as messages_passing_on
from handlers.own_data import own_data
from handlers.talk import menu as talk_menu
from tests.helpers.town import NOW
from tests.samples.activities import CARD

NAME = "陳<b>&大文🌱" + "名" * 30
CODE = "x" * 22
KIT = Person(5, 50, "active", NAME, None, "en", AgeBand.UNDER_14, NOW, 1, None, None)
TEAM = Team(1, 2, "/1/2/", "St <i>& Co" * 5, "Asia/Shanghai", NAME, "service", True, 3, NAME, None, None)
MINE = OwnSettings(
    Profile(NAME, "zh_Hant", AgeBand.TEEN, "<b>42</b>", 1, True), (TEAM, TEAM), frozenset(Silenced), True
)
NOTHING = OwnSettings(Profile(NAME, None, None, None, None, False), (), frozenset(), False)
ADMINISTRATOR = Viewer(KIT, 50, "en", "Asia/Shanghai", tuple(Grant(role, 1, "/1/") for role in Role), ())
NEXT = tuple(NextSignUp(7, NAME * 3, NOW, NOW + 90 * 60, "Asia/Hong_Kong", state) for state in messages_notices.STATES)

SOUGHT = CompanionSought(10**12, NAME, 10**12)

AGREED = Agreed(KIT, date(2026, 11, 22), date(2027, 11, 21))
AGENCY = Agency(NAME, "2555 0101", NAME, NAME)
WANTED = Wanted(NAME, AGENCY)
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "notice with a link too long": lambda words: joining_joining.notice(words, AGENCY, link="x" * 64),
    "ask name": lambda words: joining_joining.ask_name(words, NAME),
    "ask name that cannot be read": lambda words: joining_joining.ask_name(words, ""),
    "stopped": lambda words: talk_menu.stopped(words, 2),
    "settings": lambda words: joining_settings.overview_screen(words, MINE),
    "new name": lambda words: joining_settings.ask_new_name(words, NAME),
    "number": lambda words: joining_settings.ask_number(words, "<b>"),
    "own teams": lambda words: own_teams.own_teams_screen(words, (TEAM, TEAM), 1),
    "own team": lambda words: joining_own_teams.own_team(words, TEAM, home=False),
    "home team": lambda words: joining_own_teams.own_team(words, TEAM, home=True),
    "sure to leave": lambda words: joining_own_teams.sure_to_leave(words, TEAM),
    "open teams": lambda words: joining_own_teams.open_teams(words, [TEAM] * 30, 1),
    "first team": lambda words: joining_joining.first_team(words, joining_joining.welcome(words, NAME), [TEAM] * 30),
    "in the first team": lambda words: joining_own_teams.in_first_team(words, TEAM),
    "one team leads in": lambda words: own_teams.way_in(words, WayIn(TEAM.name, (TEAM,)), 7, 0),
    "teams lead in": lambda words: own_teams.way_in(words, WayIn(TEAM.name, (TEAM,) * 30), 7, 1),
    "no open team": lambda words: joining_own_teams.open_teams(words, [], 0),
    "request": lambda words: guardians_guardians.request(words, NAME, WANTED, "https://t.me/bot?start=g_" + CODE, NOW),
    "question": lambda words: guardians_guardians.question(words, Asked(KIT, 1, False, False, WANTED), CODE),
    "question under 14": lambda words: guardians_guardians.question(words, Asked(KIT, 1, True, False, WANTED), CODE),
    "ask companion": lambda words: guardians_guardians.ask_companion(words, NAME, CODE),
    "agreed": lambda words: guardians_guardians.agreed(words, replace(AGREED, child=replace(KIT, age_band="14_17"))),
    "agreed under 14": lambda words: guardians_guardians.agreed(words, AGREED),
    "sure to take back": lambda words: guardians_guardians.sure_to_take_back(words, NAME, 5),
    "taken back": lambda words: guardians_guardians.taken_back(words, NAME, 7),
    "agreed before": lambda words: guardians_guardians.standing(words, AGREED),
    "wards": lambda words: guardians_guardians.wards(words, [Ward(7, NAME), Ward(8, NAME)]),
    "no wards": lambda words: guardians_guardians.wards(words, []),
    "guardian agreed": lambda words: notices.guardian_agreed(words, MayJoin(NAME, CARD)),
    "form recorded": lambda words: notices.guardian_agreed(words, MayJoin(None, CARD)),
    "companion named": lambda words: notices.companion_named(words, MayJoin(NAME, CARD)),
    "who comes along": lambda words: guardians_companions.ask_screen(words, SOUGHT, to_person=True),
    "who comes along, to a guardian": lambda words: guardians_companions.ask_screen(words, SOUGHT, to_person=False),
    "sure who comes along": lambda words: guardians_lines.sure(
        words, NAME, form="companion", revision=3, change=CompanionIs(CODE)
    ),
    "child asks who comes along": lambda words: notices.asked_by_child(words, SOUGHT),
    "guardian asked": lambda words: guardians_guardians.guardian_asked(words, NAME),
    "companion noted": lambda words: guardians_companions.noted(words, SOUGHT, to_person=True),
    "companion noted by the guardian": lambda words: guardians_companions.noted(words, SOUGHT, to_person=False),
    "guardian took back": lambda words: notices.guardian_took_back(words, ConsentEnded(NAME)),
    "guardian has left": lambda words: notices.guardian_took_back(words, ConsentEnded("")),
    "companion has left": lambda words: notices.guardian_took_back(words, ConsentEnded("", companion_only=True)),
    "shall I": lambda words: messages_passing_on.shall_i(words, Offered(7, NAME)),
    "nobody there": messages_passing_on.nobody_there,
    "passed": lambda words: messages_passing_on.passed(words, NAME),
    "to the lead": lambda words: messages_notices.to_the_lead(
        words, Message(Passed(7, 5, 50, 9, 3, "passed"), NAME, NAME, NEXT)
    )[0],
    "to the lead, nothing ahead": lambda words: messages_notices.to_the_lead(
        words, Message(Passed(7, 5, 50, 9, 3, "passed"), NAME, None, ())
    )[0],
    "ask answer": lambda words: messages_passing_on.ask_answer(words, NAME),
    "answer sent": lambda words: messages_passing_on.answer_sent(words, NAME),
    "to the person": lambda words: messages_notices.to_the_person(words, Answer(NAME, 50, 9))[0],
    "sure to erase, a guardian": lambda words: own_data.sure_to_erase(words, [Ward(7, NAME)]),
}
