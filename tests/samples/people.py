"""/people and what is reached from a person's card."""

from collections.abc import Callable
from datetime import date

from bot.ground.frozen import replace
from bot.ground.viewer import Grant, Membership, Person, Role, Viewer
from bot.members.shown import Details, Found, HeldRole, Page, PersonCard, Withdrawn
from bot.people.consent.rules import GuardianConsent
from bot.people.permissions import Ties
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.stations.rules import Station
from bot.teams.rules import Team
from handlers.guardians import paper
from handlers.links.members import OpenPerson
from handlers.members import members
from handlers.members import person_card as people
from handlers.roles import notices, roles
from handlers.teams import members as teams_members
from tests.helpers.town import NOW, ZONE

NASTY = "<b>&\u202e" + "很长的名字" * 7
PERSON = Person(
    id=10**12,
    telegram_id=5,
    state="active",
    name=NASTY,
    language=None,
    client_language="en",
    age_band="under_14",
    age_band_at=NOW,
    home_team_id=1,
    managed_by_id=None,
    unreachable_at=NOW,
)
TEAM = Team(
    id=10**12,
    station_id=10**12,
    path="/1/4/",
    station=NASTY,
    zone=ZONE,
    name=NASTY,
    kind="group",
    open=False,
    lead_id=3,
    lead=NASTY,
    chat_id=None,
    closed_at=None,
)
STATION = Station(10**12, 1, "/1/4/", "street", NASTY, ZONE, False, None)
BOSS = Viewer(replace(PERSON, id=3, age_band="adult"), 5, "en", ZONE, (Grant(Role.ADMINISTRATOR, 1, "/1/"),))
CAPTAIN = Viewer(replace(PERSON, id=4), 5, "en", ZONE, (), (Membership(TEAM.id, 4, "/1/4/", True),))
TIES = Ties(PERSON.id, frozenset({"/1/4/"}), frozenset({TEAM.id}), managed=False)
ROLES = tuple(HeldRole(10**12, role, 4, "/1/4/", NASTY, "officer") for role in Role)
CONSENT = GuardianConsent(1, PERSON.id, "paper", None, date(2026, 1, 1), date(2026, 12, 31), True)
CARD = PersonCard(
    person=PERSON,
    ties=TIES,
    details=Details(volunteer_number="<b>&", has_phone=True, managed_by=None),
    teams=(TEAM, TEAM),
    roles=ROLES,
    trainings=(NASTY, "First aid"),
    consent=None,
    today=date(2026, 11, 22),
)
MANAGED = replace(
    CARD,
    person=replace(PERSON, state="managed", unreachable_at=None),
    ties=replace(TIES, managed=True),
    details=Details(None, False, NASTY),
    teams=(),
    roles=(),
    trainings=(),
    consent=CONSENT,
)
ADULT = replace(CARD, person=replace(PERSON, age_band="60_up"))
FOUND = tuple(Found(10**12 + n, NASTY, NASTY, n % 2 == 0, n % 2 == 1) for n in range(8))

SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "found": lambda words: members.found(words, Page(NASTY, FOUND, 8, True, 10)),
    "everybody": lambda words: members.found(words, Page("", FOUND[:1], 0, False, 1)),
    "nobody": lambda words: members.found(words, Page(NASTY, (), 0, False, None)),
    "card for the office": lambda words: people.person_card(words, CARD, BOSS),
    "card for a captain": lambda words: people.person_card(words, MANAGED, CAPTAIN),
    "card, managed": lambda words: people.person_card(words, MANAGED, BOSS),
    "card, adult": lambda words: people.person_card(words, ADULT, BOSS),
    "card, consent over": lambda words: people.person_card(
        words, replace(MANAGED, consent=replace(CONSENT, valid_until=date(2025, 1, 1))), BOSS
    ),
    "phone": lambda words: members.phone(words, CARD, "+8613800138000"),
    "no phone": lambda words: members.phone(words, CARD, None),
    "ask managed name": lambda words: members.ask_managed_name(words, MANAGED),
    "ask age": lambda words: members.ask_age(words, MANAGED),
    "roles": lambda words: roles.roles_screen(words, CARD, BOSS),
    "withdrawn": lambda words: roles.withdrawn(
        words, NASTY, Withdrawn(1, Role.SOCIAL_WORKER, NASTY, "officer", (NASTY, NASTY), (NASTY,))
    ),
    "role withdrawn": lambda words: notices.role_withdrawn(words, Role.ADMINISTRATOR, NASTY, "social_worker"),
    "consent, age": lambda words: paper.ask_age(words, CARD, OpenPerson(1)),
    "consent, day": lambda words: paper.ask_day(words, CARD, OpenPerson(1)),
    "consent, names": lambda words: paper.ask_names(words, CARD, OpenPerson(1), companion=True, missing=True),
    "consent, paper": lambda words: paper.ask_paper_only(words, CARD, OpenPerson(1), companion=False),
    "consent, paper of both": lambda words: paper.ask_paper_only(words, CARD, OpenPerson(1), companion=True),
    "consent recorded": lambda words: paper.recorded(words, NASTY, date(2027, 11, 21)),
    "trainings": lambda words: paper.trainings_screen(words, CARD, ("First aid", NASTY, "Driving")),
    "managed, name taken": lambda words: teams_members.ask_age(words, TEAM, NASTY, taken=True),
}
