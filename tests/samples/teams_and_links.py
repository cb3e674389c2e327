"""/teams and /invite."""

from collections.abc import Callable

from bot.ground.frozen import replace
from bot.ground.viewer import Holder, Role
from bot.invitations.rules import Invitation, NewLink, OpenInvitation, RoleTaken
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.teams.rules import Member, TeamCard
from handlers.invitations import invitations as invitations_invitations
from handlers.teams import members
from handlers.teams import teams as teams_teams
from tests.helpers.town import NOW
from tests.samples.people import BOSS, CAPTAIN, NASTY, STATION, TEAM

MEMBERS = tuple(Member(10**12 + n, NASTY, n < 3, n % 2 == 0, NOW) for n in range(20))
CARD = TeamCard(TEAM, MEMBERS)
FRESH = TeamCard(replace(TEAM, lead=None, lead_id=None, open=True, kind="service"), ())
LINK = NewLink(10**12, "r_" + "x" * 22, NOW, 100)
LINKS = [
    OpenInvitation(Invitation(1, "team", None, None, 1, None, 1, NOW, 3), NASTY, None),
    OpenInvitation(Invitation(2, "role", "coordinator", 4, None, None, 100, NOW, 3), None, NASTY),
]

SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "list": lambda words: teams_teams.team_list(words, [TEAM] * 20, 1, may_create=True),
    "empty list": lambda words: teams_teams.team_list(words, [], 0, may_create=False),
    "card for the office": lambda words: teams_teams.team_card(words, CARD, BOSS),
    "card for the captain": lambda words: teams_teams.team_card(words, CARD, CAPTAIN),
    "fresh card": lambda words: teams_teams.team_card(words, FRESH, BOSS),
    "members": lambda words: members.members(words, CARD, 1, CAPTAIN),
    "captain": lambda words: members.member(words, TEAM, MEMBERS[0], BOSS),
    "member": lambda words: members.member(words, TEAM, MEMBERS[9], CAPTAIN),
    "sure to take out": lambda words: members.sure_to_take_out(words, TEAM, MEMBERS[0]),
    "changing": lambda words: teams_teams.changing(words, TEAM, BOSS),
    "changing a fresh one": lambda words: teams_teams.changing(words, FRESH.team, BOSS),
    "choose lead": lambda words: teams_teams.choose_lead(words, TEAM, [Holder(10**12, NASTY, "/1/")] * 9, 1),
    "invite, which team": lambda words: invitations_invitations.which_team(words, [TEAM] * 20, 1),
    "invite, no team": lambda words: invitations_invitations.which_team(words, [], 0),
    "links": lambda words: invitations_invitations.open_links(words, LINKS),
    "joined": lambda words: Screen(invitations_invitations.joined_line(words, TEAM)),
    "role taken": lambda words: Screen(
        invitations_invitations.role_taken(words, RoleTaken(Role.SOCIAL_WORKER, STATION, "officer"))
    ),
}
