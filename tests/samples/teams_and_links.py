"""/teams and /invite."""

from collections.abc import Callable

from bot.ground.frozen import replace
from bot.ground.viewer import Role
from bot.invitations.rules import Invitation, NewLink, OpenInvitation, RoleTaken
from bot.people.grants import Holder
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.teams.rules import Member, TeamCard
from handlers.invitations import invitations as invitations_invitations
from handlers.teams import members, notices
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
    "no lead to choose": lambda words: teams_teams.choose_lead(words, TEAM, [], 0),
    "which kind": teams_teams.which_kind,
    "ask name": lambda words: teams_teams.ask_name(words, NASTY),
    "ask new name": lambda words: teams_teams.ask_new_name(words, TEAM),
    "captain made": lambda words: notices.captain_made(words, NASTY),
    "captain dismissed": lambda words: notices.captain_dismissed(words, NASTY),
    "team lead": lambda words: notices.team_lead(words, NASTY),
    "invite": lambda words: invitations_invitations.home(words, BOSS),
    "invite, captain": lambda words: invitations_invitations.home(words, CAPTAIN),
    "invite, which team": lambda words: invitations_invitations.which_team(words, [TEAM] * 20, 1),
    "invite, no team": lambda words: invitations_invitations.which_team(words, [], 0),
    "invite, which role": invitations_invitations.which_role,
    "invite, team terms": lambda words: invitations_invitations.team_terms(words, TEAM, 7, 20),
    "invite, role terms": lambda words: invitations_invitations.role_terms(
        words, Role.COORDINATOR, STATION, "social_worker", 30, 1
    ),
    "invite, team link": lambda words: invitations_invitations.made(words, LINK, "liandong_bot", NASTY),
    "invite, role link": lambda words: invitations_invitations.made(
        words, LINK, "liandong_bot", invitations_invitations.role_for(words, Role.SOCIAL_WORKER, NASTY, "officer")
    ),
    "links": lambda words: invitations_invitations.open_links(words, LINKS),
    "no links": lambda words: invitations_invitations.open_links(words, []),
    "joined": lambda words: Screen(invitations_invitations.joined_line(words, TEAM)),
    "role taken": lambda words: Screen(
        invitations_invitations.role_taken(words, RoleTaken(Role.SOCIAL_WORKER, STATION, "officer"))
    ),
}
