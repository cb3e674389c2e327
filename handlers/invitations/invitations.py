"""/invite makes links; ``t_…`` and ``r_…`` behind /start are what they do. A wrong code is refused, and remembered."""

from collections.abc import Callable

from markupsafe import Markup

from bot.ground.refusals import Refusal
from bot.ground.viewer import Role, Viewer
from bot.invitations import acts as invitations
from bot.invitations.rules import NewLink, OpenInvitation, RoleTaken
from bot.people.permissions import GRANTABLE, may_grant_somewhere
from bot.people.viewing import renewed
from bot.roles import acts as roles
from bot.speech.buttons import Button
from bot.speech.commands import visible
from bot.speech.pages import in_rows, paged, up_to
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.teams import acts as teams
from bot.teams.rules import Team
from bot.wire.context import Context
from handlers.links.invitations import (
    Given,
    InviteForRole,
    InviteHere,
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
from handlers.links.stations import BrowseStations, Detail
from handlers.links.teams import OpenTeam
from handlers.stations.tree import choice_of, picked
from handlers.talk import menu_keys as menu_views
from handlers.talk.journeys import Journey
from handlers.talk.role_words import role_name
from handlers.talk.ways import back_to, ticked

journey = Journey()
Terms = Callable[[int, LinkDays, LinkUses], Button]
TEAM_USES, ROLE_USES, WEEK = (1, 20, 100), (1, 5), 7


@journey.on(InviteHome)
@journey.command("invite")
async def start(context: Context) -> Screen:
    invitations.check_inviter(context.viewer)
    return home(context.words, context.viewer)


@journey.on(InviteTeams)
async def show_which_team(context: Context, page: int) -> Screen:
    """The only one is not asked for."""
    found = await teams.teams_in_sight(context, up_to(page))
    if len(found) == 1:
        return team_terms(context.words, found[0], WEEK, TEAM_USES[1])
    return which_team(context.words, found, page)


@journey.on(InviteIntoTeam)
async def show_team_terms(context: Context, team_id: int, days: LinkDays, uses: LinkUses) -> Screen:
    return team_terms(context.words, await invitations.inviting_to_team(context, team_id), days, uses)


@journey.on(InviteHere)
async def show_terms_here(context: Context, team_id: int, days: LinkDays, uses: LinkUses) -> Screen:
    team = await invitations.inviting_to_team(context, team_id)
    return team_terms(context.words, team, days, uses, InviteHere, OpenTeam(team_id))


@journey.on(MakeTeamLink)
async def make_team_link(context: Context, team_id: int, days: LinkDays, uses: LinkUses) -> Screen:
    team = await invitations.inviting_to_team(context, team_id)
    link = await invitations.invite_to_team(context, team_id=team_id, days=days, uses=uses)
    return show_link(context, link, team.name)


def show_link(context: Context, link: NewLink, what: str) -> Screen:
    return made(context.words, link, context.bot_name, what)


@journey.on(InviteForRole)
async def for_role(context: Context, role: Given | None) -> Screen:
    roles.check_giver(context.viewer)
    return which_role(context.words, await roles.own_title(context))


@picked("i")
async def role_here(context: Context, subject: int, detail: Detail, station: int) -> Screen:
    return await show_role_terms(context, roles.known_role(detail), station, 7, 1)


@journey.on(RoleTerms)
async def show_role_terms(context: Context, role: Given, station_id: int, days: LinkDays, uses: LinkUses) -> Screen:
    station = await invitations.inviting_to_role(context, role, station_id)
    title = await roles.staff_title(context.tx, station)
    said = role_name(context.words, role, title)
    text = context.words.say("<b>Link into a role: {role}, {station}</b>", role=said, station=station.name)
    at = station.id
    chosen = (
        tuple(Key(ticked(days_label(context.words, n), n == days), RoleTerms(role, at, n, uses)) for n in DAYS),
        tuple(Key(ticked(uses_label(context.words, n), n == uses), RoleTerms(role, at, days, n)) for n in ROLE_USES),
    )
    make = Key(context.words.label("Make the link"), MakeRoleLink(role, at, days, uses))
    home = await choice_of(context, "i", 0, role.value, at) or InviteForRole(role)
    return terms(context.words, text, (*chosen, (make, back_to(context.words, home))))


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
    return show_link(context, link, role_for(context.words, role, station.name, title))


@journey.on(OpenLinks)
async def show_open_links(context: Context) -> Screen:
    return open_links(context.words, await invitations.open_invitations(context))


@journey.on(WithdrawLink)
async def withdraw(context: Context, invitation: int) -> Screen:
    await invitations.withdraw_invitation(context, invitation)
    context.toast(context.words.label("That link no longer works."))
    return await show_open_links(context)


@journey.start_link(invitations.TEAM_PREFIX)
async def join(context: Context) -> Screen | None:
    joined = await invitations.join_by_invitation(context, context.rest)
    if isinstance(joined, Refusal):
        context.refuse(joined)
        return None
    context.work.viewer = await renewed(context)
    return menu_views.menu(context.words, visible(context.viewer), first=joined_line(context.words, joined))


@journey.start_link(invitations.ROLE_PREFIX)
async def accept(context: Context) -> Screen | None:
    taken = await invitations.accept_role(context, context.rest)
    if isinstance(taken, Refusal):
        context.refuse(taken)
        return None
    context.work.viewer = await renewed(context)
    return menu_views.menu(context.words, visible(context.viewer), first=role_taken(context.words, taken))


DAYS = (1, 7, 30)


def home(words: Words, viewer: Viewer) -> Screen:
    keys = [Key(words.label("Into a team"), InviteTeams(0))]
    if may_grant_somewhere(viewer):
        keys.append(Key(words.label("For a role"), InviteForRole(None)))
    keys.append(Key(words.label("My links"), OpenLinks()))
    text = words.say("<b>Whom would you like to invite?</b> I make a link that you can send to them.")
    return Screen(text, in_rows(keys))


def which_team(words: Words, found: list[Team], page: int) -> Screen:
    back = (back_to(words, InviteHome()),)
    if not found:
        return Screen(words.say("There is no team here yet: /teams"), (back,))
    rows = paged(
        found, page, lambda team: Key(f"{team.name} · {team.station}", InviteIntoTeam(team.id, 7, 20)), InviteTeams
    )
    return Screen(words.say("Into which team?"), (*rows, back))


def which_role(words: Words, title: str) -> Screen:
    keys = [(Key(role_name(words, role, title), BrowseStations("i", 0, role.value, 0, 0)),) for role in GRANTABLE]
    return Screen(words.say("For which role?"), (*keys, (back_to(words, InviteHome()),)))


def team_terms(
    words: Words, team: Team, days: int, uses: int, terms_of: Terms = InviteIntoTeam, home: Button | None = None
) -> Screen:
    """Three rows of choices, the chosen ones marked. ``home``: where one came from."""
    text = words.say("<b>Link into {team}</b>", team=team.name)
    chosen = (
        tuple(Key(ticked(days_label(words, n), n == days), terms_of(team.id, n, uses)) for n in DAYS),
        tuple(Key(ticked(uses_label(words, n), n == uses), terms_of(team.id, days, n)) for n in TEAM_USES),
    )
    make = Key(words.label("Make the link"), MakeTeamLink(team.id, days, uses))
    return terms(words, text, (*chosen, (make, back_to(words, home or InviteTeams(0)))))


def made(words: Words, link: NewLink, bot_name: str, what: str) -> Screen:
    """``what``: the team, or role and station, as plain text."""
    url = f"https://t.me/{bot_name}?start={link.payload}"
    lines = [
        words.say("🔗 <b>Your link: {what}</b>", what=what),
        Markup("<code>{}</code>").format(url),
        words.say(
            "Works until {time}, for {people}.",
            time=words.moment(link.expires_at),
            people=uses_label(words, link.uses),
        ),
        words.say("Send it now: I don't keep it and can't show it again."),
    ]
    copy, withdraw = Key(words.label("Copy link"), copy=url), Key(words.label("Withdraw"), WithdrawLink(link.id))
    return Screen(LINE.join(lines), ((copy, withdraw),))


def open_links(words: Words, found: list[OpenInvitation]) -> Screen:
    back = (back_to(words, InviteHome()),)
    if not found:
        return Screen(words.say("None of your links works any more."), (back,))
    lines = [words.say("<b>Your links that still work</b>")]
    lines += [Markup("{}. {}").format(at, link_line(words, one)) for at, one in enumerate(found, 1)]
    keys = [
        Key(words.label("Withdraw no. {n}", n=at), WithdrawLink(one.invitation.id)) for at, one in enumerate(found, 1)
    ]
    rows = [tuple(keys[at : at + 2]) for at in range(0, len(keys), 2)]
    return Screen(LINE.join(lines), (*rows, back))


def joined_line(words: Words, team: Team) -> Markup:
    """The first line of what somebody sees who came by a link."""
    return words.say("🎉 <b>You are in {team} now.</b>", team=team.name)


def role_taken(words: Words, taken: RoleTaken) -> Markup:
    role = role_name(words, taken.role, taken.title)
    return words.say("🎉 <b>You are now {role} for {station}.</b>", role=role, station=taken.station.name)


def terms(words: Words, text: Markup, keys: tuple[tuple[Key, ...], ...]) -> Screen:
    ask = words.say("How long shall it work, and for how many people?")
    return Screen(LINE.join([text, ask]), keys)


def days_label(words: Words, n: int) -> str:
    return str(words.say_n("{n} day", "{n} days", n))


def uses_label(words: Words, n: int) -> str:
    return str(words.say_n("{n} person", "{n} people", n))


def link_line(words: Words, one: OpenInvitation) -> Markup:
    held = one.invitation
    what = one.team or role_for(words, Role(held.role or ""), one.station or "", one.title)
    left = words.say_n("{n} use left", "{n} uses left", held.uses_left)
    return words.say("{what}: {left}, until {day}", what=what, left=left, day=words.day(held.expires_at))


def role_for(words: Words, role: Role, station: str, title: str) -> str:
    return words.label("{role}, {station}", role=role_name(words, role, title), station=station)
