"""/invite makes links; ``t_…`` and ``r_…`` behind /start are what they do. A wrong code is refused, and remembered."""

from bot.ground.refusals import Refusal
from bot.invitations import acts as invitations
from bot.invitations.rules import NewLink
from bot.people.viewing import renewed
from bot.roles import acts as roles
from bot.speech.commands import visible
from bot.teams import acts as teams
from bot.wire.context import Context
from bot.wire.routing import Route, StartLink, on_command, on_press
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
from handlers.talk import menu_screens as menu_views


async def start(context: Context) -> None:
    invitations.check_inviter(context.viewer)
    context.show(views.home(context.words, context.viewer))


async def again(context: Context) -> None:
    await start(context)


async def which_team(context: Context, page: int) -> None:
    found = await teams.teams_in_sight(context.tx, context.viewer)
    context.show(views.which_team(context.words, found, page))


async def team_terms(context: Context, team_id: int, days: LinkDays, uses: LinkUses) -> None:
    team = await invitations.inviting_to_team(context.tx, context.viewer, team_id)
    context.show(views.team_terms(context.words, team, days, uses))


async def make_team_link(context: Context, team_id: int, days: LinkDays, uses: LinkUses) -> None:
    team = await invitations.inviting_to_team(context.tx, context.viewer, team_id)
    link = await invitations.invite_to_team(
        context.tx, context.viewer, context.now, team_id=team_id, days=days, uses=uses
    )
    show_link(context, link, team.name)


def show_link(context: Context, link: NewLink, what: str) -> None:
    context.show(views.made(context.words, link, context.bot_name, what))


async def for_role(context: Context, role: Given | None) -> None:
    roles.check_giver(context.viewer)
    context.show(views.which_role(context.words))


async def role_here(context: Context, subject: int, detail: Detail, station: int) -> None:
    await role_terms(context, roles.known_role(detail), station, 7, 1)


async def role_terms(context: Context, role: Given, station_id: int, days: LinkDays, uses: LinkUses) -> None:
    station = await invitations.inviting_to_role(context.tx, context.viewer, role, station_id)
    title = await roles.staff_title(context.tx, station)
    context.show(views.role_terms(context.words, role, station, title, days, uses))


async def make_role_link(context: Context, role: Given, station_id: int, days: LinkDays, uses: LinkUses) -> None:
    station = await invitations.inviting_to_role(context.tx, context.viewer, role, station_id)
    link = await invitations.invite_to_role(
        context.tx,
        context.viewer,
        context.now,
        role=role,
        station_id=station_id,
        days=days,
        uses=uses,
    )
    title = await roles.staff_title(context.tx, station)
    show_link(context, link, views.role_for(context.words, role, station.name, title))


async def open_links(context: Context) -> None:
    found = await invitations.open_invitations(context.tx, context.viewer, context.now)
    context.show(views.open_links(context.words, found))


async def withdraw(context: Context, invitation: int) -> None:
    await invitations.withdraw_invitation(context.tx, context.viewer, context.now, invitation)
    context.toast(views.withdrawn(context.words))
    await open_links(context)


async def join(context: Context) -> None:
    joined = await invitations.join_by_invitation(context.tx, context.viewer, context.now, context.rest)
    if isinstance(joined, Refusal):
        context.refuse(joined)
        return
    context.work.viewer = await renewed(context.tx, context.viewer)
    first = views.joined(context.words, joined)
    context.show(menu_views.menu(context.words, visible(context.viewer), first=first))


async def accept(context: Context) -> None:
    taken = await invitations.accept_role(context.tx, context.viewer, context.now, context.rest)
    if isinstance(taken, Refusal):
        context.refuse(taken)
        return
    context.work.viewer = await renewed(context.tx, context.viewer)
    first = views.role_taken(context.words, taken)
    context.show(menu_views.menu(context.words, visible(context.viewer), first=first))


ROUTES: list[Route] = [
    on_command("invite", start),
    on_press(InviteHome, again),
    on_press(InviteTeams, which_team),
    on_press(InviteIntoTeam, team_terms),
    on_press(MakeTeamLink, make_team_link),
    on_press(InviteForRole, for_role),
    on_press(RoleTerms, role_terms),
    on_press(MakeRoleLink, make_role_link),
    on_press(OpenLinks, open_links),
    on_press(WithdrawLink, withdraw),
    StartLink(invitations.TEAM_PREFIX, join),
    StartLink(invitations.ROLE_PREFIX, accept),
]
