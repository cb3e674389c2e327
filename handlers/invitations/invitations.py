"""/invite makes links; ``t_…`` and ``r_…`` behind /start are what they do. A wrong code is refused, and remembered."""

from bot.ground.refusals import Refusal
from bot.invitations import acts as invitations
from bot.invitations.rules import NewLink
from bot.people.viewing import renewed
from bot.roles import acts as roles
from bot.speech.commands import visible
from bot.speech.screens import Screen
from bot.teams import acts as teams
from bot.wire.context import Context
from handlers.invitations import screens as views
from handlers.links.invitations import (
    Given,
    InviteForRole,
    InviteHome,
    InviteIntoTeam,
    InviteTeams,
    LinkDays,
    LinkUses,
    MakeRoleLink,
    MakeTeamLink,
    OpenLinks,
    RoleTerms,
    WithdrawLink,
)
from handlers.links.stations import Detail
from handlers.stations.tree import picked
from handlers.talk import menu_screens as menu_views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(InviteHome)
@journey.command("invite")
async def start(context: Context) -> Screen:
    invitations.check_inviter(context.viewer)
    return views.home(context.words, context.viewer)


@journey.on(InviteTeams)
async def which_team(context: Context, page: int) -> Screen:
    found = await teams.teams_in_sight(context)
    return views.which_team(context.words, found, page)


@journey.on(InviteIntoTeam)
async def team_terms(context: Context, team_id: int, days: LinkDays, uses: LinkUses) -> Screen:
    team = await invitations.inviting_to_team(context, team_id)
    return views.team_terms(context.words, team, days, uses)


@journey.on(MakeTeamLink)
async def make_team_link(context: Context, team_id: int, days: LinkDays, uses: LinkUses) -> Screen:
    team = await invitations.inviting_to_team(context, team_id)
    link = await invitations.invite_to_team(context, team_id=team_id, days=days, uses=uses)
    return show_link(context, link, team.name)


def show_link(context: Context, link: NewLink, what: str) -> Screen:
    return views.made(context.words, link, context.bot_name, what)


@journey.on(InviteForRole)
async def for_role(context: Context, role: Given | None) -> Screen:
    roles.check_giver(context.viewer)
    return views.which_role(context.words)


@picked("i")
async def role_here(context: Context, subject: int, detail: Detail, station: int) -> Screen:
    return await role_terms(context, roles.known_role(detail), station, 7, 1)


@journey.on(RoleTerms)
async def role_terms(context: Context, role: Given, station_id: int, days: LinkDays, uses: LinkUses) -> Screen:
    station = await invitations.inviting_to_role(context, role, station_id)
    title = await roles.staff_title(context.tx, station)
    return views.role_terms(context.words, role, station, title, days, uses)


@journey.on(MakeRoleLink)
async def make_role_link(context: Context, role: Given, station_id: int, days: LinkDays, uses: LinkUses) -> Screen:
    station = await invitations.inviting_to_role(context, role, station_id)
    link = await invitations.invite_to_role(
        context,
        role=role,
        station_id=station_id,
        days=days,
        uses=uses,
    )
    title = await roles.staff_title(context.tx, station)
    return show_link(context, link, views.role_for(context.words, role, station.name, title))


@journey.on(OpenLinks)
async def open_links(context: Context) -> Screen:
    found = await invitations.open_invitations(context)
    return views.open_links(context.words, found)


@journey.on(WithdrawLink)
async def withdraw(context: Context, invitation: int) -> Screen:
    await invitations.withdraw_invitation(context, invitation)
    context.toast(views.withdrawn(context.words))
    return await open_links(context)


@journey.start_link(invitations.TEAM_PREFIX)
async def join(context: Context) -> Screen | None:
    joined = await invitations.join_by_invitation(context, context.rest)
    if isinstance(joined, Refusal):
        context.refuse(joined)
        return None
    context.work.viewer = await renewed(context)
    first = views.joined(context.words, joined)
    return menu_views.menu(context.words, visible(context.viewer), first=first)


@journey.start_link(invitations.ROLE_PREFIX)
async def accept(context: Context) -> Screen | None:
    taken = await invitations.accept_role(context, context.rest)
    if isinstance(taken, Refusal):
        context.refuse(taken)
        return None
    context.work.viewer = await renewed(context)
    first = views.role_taken(context.words, taken)
    return menu_views.menu(context.words, visible(context.viewer), first=first)
