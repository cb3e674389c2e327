"""/teams: the list, a team's card, its members, and everything that may be changed about it."""

from typing import Literal

from markupsafe import Markup

from bot.ground.text import line
from bot.ground.viewer import Holder, Viewer
from bot.invitations.permissions import may_invite_to_team
from bot.rosters.permissions import may_bring
from bot.speech.buttons import Button
from bot.speech.pages import in_a_row, in_rows, paged, up_to
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.teams import acts as teams
from bot.teams import permissions as may
from bot.teams.rules import NAME_LIMIT, Team, TeamCard
from bot.wire.context import Context
from handlers.links.invitations import InviteHere
from handlers.links.rosters import BringList
from handlers.links.stations import BrowseStations, Detail
from handlers.links.teams import (
    AppointLead,
    AskKind,
    AskOpen,
    ChangeTeam,
    ChooseLead,
    ListTeams,
    NewTeam,
    OpenTeam,
    RenameTeam,
    SwitchKind,
    SwitchOpen,
    TeamKind,
    TeamMembers,
)
from handlers.stations.tree import choice_of, picked
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.role_words import TEAM_KINDS
from handlers.talk.ways import back_to, ticked

journey = Journey()
DAYS, USES = 7, 20
"""The terms that a link begins with."""
NEW = Question[int, str]("team_new", "station kind")
RENAME = Question[int]("team_name", "team")


@journey.command("teams")
async def start(context: Context) -> Screen:
    """Who has one team only, such as a captain, is shown its card."""
    found = await teams.teams_in_sight(context, up_to(0))
    if len(found) == 1 and not teams.may_create_somewhere(context.viewer):
        return await show_team(context, found[0].id)
    return show_list(context, found, 0)


def show_list(context: Context, found: list[Team], page: int) -> Screen:
    may_create = teams.may_create_somewhere(context.viewer)
    return team_list(context.words, found, page, may_create=may_create, brings=may_bring(context.viewer))


@journey.on(ListTeams)
async def turn(context: Context, page: int) -> Screen:
    return show_list(context, await teams.teams_in_sight(context, up_to(page)), page)


@journey.on(OpenTeam)
async def show_team(context: Context, team_id: int) -> Screen:
    return team_card(context.words, await teams.team_card(context, team_id), context.viewer)


@journey.on(NewTeam)
async def new_team(context: Context, kind: Literal[""]) -> Screen:
    teams.check_creator(context.viewer)
    return which_kind(context.words)


@picked("t")
async def name_here(context: Context, subject: int, detail: Detail, station_id: int) -> Screen:
    """The kind and the station are known; the name is typed."""
    teams.known_kind(detail)
    station = await teams.creating_at(context, station_id)
    home = await choice_of(context, "t", 0, detail, station.id) or ListTeams(0)
    return await ask(context, NEW, ask_name(context.words, station.name, home), station.id, detail)


@journey.answer(NEW)
async def typed_new(context: Context, name: str, station: int, kind: str) -> Screen:
    return await show_team(context, await teams.create_team(context, station_id=station, name=name, kind=kind))


@journey.on(ChangeTeam)
async def show_changing(context: Context, team_id: int) -> Screen:
    return changing(context.words, await teams.changed(context, team_id), context.viewer)


@journey.on(RenameTeam)
async def rename(context: Context, team_id: int) -> Screen:
    team = await teams.changed(context, team_id)
    return await ask(context, RENAME, ask_new_name(context.words, team), team.id)


async def name_of(context: Context, team_id: int) -> str:
    return (await teams.changed(context, team_id)).name


@journey.replaces(RENAME, "called", before=name_of, read=lambda typed: line("team", typed, NAME_LIMIT))
async def take_name(context: Context, name: str, team: int) -> Screen:
    await teams.rename_team(context, team, name)
    return await show_team(context, team)


@journey.on(AskOpen)
async def ask_open(context: Context, team_id: int) -> Screen:
    """What looks like a value is looked at first, and changed by the next press."""
    return choose_open(context.words, await teams.seen(context, team_id))


@journey.on(AskKind)
async def ask_kind(context: Context, team_id: int) -> Screen:
    return choose_kind(context.words, await teams.seen(context, team_id))


@journey.on(SwitchOpen)
async def switch_open(context: Context, team: int, open: bool) -> Screen:
    await teams.set_open(context, team, open)
    return await show_changing(context, team)


@journey.on(SwitchKind)
async def switch_kind(context: Context, team: int, kind: TeamKind) -> Screen:
    await teams.set_kind(context, team, kind)
    return await show_changing(context, team)


@journey.on(ChooseLead)
async def show_choose_lead(context: Context, team_id: int, page: int) -> Screen:
    possible = await teams.possible_leads(context, team_id)
    return choose_lead(context.words, await teams.seen(context, team_id), possible, page)


@journey.on(AppointLead)
async def appoint(context: Context, team: int, person: int) -> Screen:
    await teams.appoint_lead(context, team, person)
    return await show_changing(context, team)


def team_list(words: Words, found: list[Team], page: int, *, may_create: bool, brings: bool = False) -> Screen:
    text = words.say("<b>Teams</b>") if found else words.say("There is no team here yet.")
    rows = paged(found, page, lambda team: Key(f"{team.name} · {team.station}", OpenTeam(team.id)), ListTeams)
    new = (Key(words.label("New team"), NewTeam("")),) if may_create else ()
    bring = (Key(words.label("Bring a list"), BringList(0)),) if brings and found else ()
    return Screen(text, (*rows, *in_a_row(*new, *bring)))


def team_card(words: Words, card: TeamCard, viewer: Viewer) -> Screen:
    team = card.team
    heading = words.say("<b>{team}</b> · {station}", team=team.name, station=team.station)
    text = LINE.join([heading, *facts(words, card)])
    their_members = Key(words.label("Members"), TeamMembers(team.id, 0))
    keys = [their_members]
    if may_invite_to_team(viewer, team.id, team.path):
        keys.append(Key(words.label("Invite"), InviteHere(team.id, DAYS, USES)))
    if may.may_change_team(viewer, team.lead_id, team.path):
        keys.append(Key(words.label("Change"), ChangeTeam(team.id)))
    keys.append(Key(words.label("All teams"), ListTeams(0)))
    return Screen(text, in_rows(keys))


def changing(words: Words, team: Team, viewer: Viewer) -> Screen:
    """A list: each row is one thing about the team, and changes it."""
    joining = Key(
        words.label("Joining: open to everybody") if team.open else words.label("Joining: by invitation only"),
        AskOpen(team.id),
    )
    kind = Key(words.label("Kind: {kind}", kind=team_kind_name(words, team.kind)), AskKind(team.id))
    rows = [Key(words.label("Name: {name}", name=team.name), RenameTeam(team.id)), joining, kind]
    if may.may_appoint_lead(viewer, team.path):
        rows.append(Key(words.label("Staff lead: {name}", name=team.lead or "–"), ChooseLead(team.id, 0)))
    rows.append(back_to(words, OpenTeam(team.id)))
    text = words.say("<b>{team}</b>: press what you want to change.", team=team.name)
    return Screen(text, tuple((row,) for row in rows))


def choose_open(words: Words, team: Team) -> Screen:
    """The one that holds is marked, and pressing it changes nothing."""
    text = words.say("Who may join <b>{team}</b>?", team=team.name)
    everybody = Key(ticked(words.label("Everybody"), team.open), SwitchOpen(team.id, True))
    invited = Key(ticked(words.label("By invitation only"), not team.open), SwitchOpen(team.id, False))
    return Screen(text, ((everybody,), (invited,), (back_to(words, ChangeTeam(team.id)),)))


def choose_kind(words: Words, team: Team) -> Screen:
    about = words.say("A service team has single volunteers; a partner group comes from a company or school.")
    text = LINE.join([words.say("<b>What kind of team is {team}?</b>", team=team.name), about])
    rows = tuple(
        (Key(ticked(team_kind_name(words, kind), kind == team.kind), SwitchKind(team.id, kind)),) for kind in TEAM_KINDS
    )
    return Screen(text, (*rows, (back_to(words, ChangeTeam(team.id)),)))


def choose_lead(words: Words, team: Team, possible: list[Holder], page: int) -> Screen:
    back = (back_to(words, ChangeTeam(team.id)),)
    if not possible:
        text = words.say("There is no staff lead for this station yet. Give somebody the role first: /people")
        return Screen(text, (back,))
    rows = paged(
        possible,
        page,
        lambda one: Key(one.name, AppointLead(team.id, one.person_id)),
        lambda to: ChooseLead(team.id, to),
    )
    text = words.say("Who is the staff lead of <b>{team}</b>?", team=team.name)
    return Screen(text, (*rows, back))


def which_kind(words: Words) -> Screen:
    """A new team begins with its kind; the station and the name follow."""
    about = words.say("A service team has single volunteers; a partner group comes from a company or school.")
    text = LINE.join([words.say("<b>What kind of team?</b>"), about])
    keys = tuple((Key(team_kind_name(words, kind), BrowseStations("t", 0, kind, 0, 0)),) for kind in TEAM_KINDS)
    return Screen(text, (*keys, (back_to(words, ListTeams(0)),)))


def ask_name(words: Words, station: str, home: Button) -> Screen:
    text = words.say("What is the new team of <b>{station}</b> called? Please type the name.", station=station)
    return Screen(text, ((back_to(words, home),),))


def ask_new_name(words: Words, team: Team) -> Screen:
    text = words.say("What should <b>{team}</b> be called from now on? Please type the name.", team=team.name)
    return Screen(text, ((back_to(words, ChangeTeam(team.id)),),))


def facts(words: Words, card: TeamCard) -> list[Markup]:
    team = card.team
    lead = words.say("Staff lead: {name}", name=team.lead) if team.lead else words.say("⚠️ No staff lead yet")
    names = [captain.name for captain in card.captains]
    captains = words.say("Captains: {names}", names=words.list(names)) if names else words.say("No captain yet")
    joining = words.say("open to everybody") if team.open else words.say("by invitation only")
    return [
        words.say("{kind}, {joining}", kind=team_kind_name(words, team.kind), joining=joining),
        lead,
        captains,
        words.say_n("{n} member", "{n} members", len(card.members)),
    ]


def team_kind_name(words: Words, kind: str) -> str:
    return words.label(TEAM_KINDS[kind])
