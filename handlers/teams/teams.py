"""/teams: the list, a team's card, its members, and everything that may be changed about it."""

from typing import Literal

from bot.ground.text import line
from bot.members import acts as people
from bot.people import drafting
from bot.people.consent import AgeBand
from bot.speech.screens import Screen
from bot.teams import acts as teams
from bot.teams.rules import NAME_LIMIT, Team
from bot.wire.context import Context
from handlers.links.members import AddManaged, ManagedAge
from handlers.links.stations import Detail
from handlers.links.teams import (
    AppointLead,
    ChangeTeam,
    ChooseLead,
    ListTeams,
    MarkCaptain,
    NewTeam,
    OpenMember,
    OpenTeam,
    RenameTeam,
    SwitchKind,
    SwitchOpen,
    TakeOut,
    TeamKind,
    TeamMembers,
)
from handlers.members import managed as managed_views
from handlers.stations.tree import picked
from handlers.talk import forms
from handlers.talk.journeys import Journey
from handlers.teams import screens as views

journey = Journey()

NEW, RENAME, MANAGED = "team_new", "team_name", "managed_new"


@journey.command("teams")
async def start(context: Context) -> Screen:
    """Who has one team only, such as a captain, is shown its card."""
    found = await teams.teams_in_sight(context)
    if len(found) == 1 and not teams.may_create_somewhere(context.viewer):
        return await show_team(context, found[0].id)
    return show_list(context, found, 0)


def show_list(context: Context, found: list[Team], page: int) -> Screen:
    may_create = teams.may_create_somewhere(context.viewer)
    return views.team_list(context.words, found, page, may_create=may_create)


@journey.on(ListTeams)
async def turn(context: Context, page: int) -> Screen:
    return show_list(context, await teams.teams_in_sight(context), page)


@journey.on(OpenTeam)
async def show_team(context: Context, team_id: int) -> Screen:
    card = await teams.team_card(context, team_id)
    return views.team_card(context.words, card, context.viewer)


@journey.on(NewTeam)
async def new_team(context: Context, kind: Literal[""]) -> Screen:
    teams.check_creator(context.viewer)
    return views.which_kind(context.words)


@picked("t")
async def name_here(context: Context, subject: int, detail: Detail, station_id: int) -> Screen:
    """The kind and the station are known; the name is typed."""
    teams.known_kind(detail)
    station = await teams.creating_at(context, station_id)
    fields = {"station": station.id, "kind": detail}
    await drafting.start(context, NEW, "name", fields)
    return views.ask_name(context.words, station.name)


@journey.typed(NEW)
async def typed_new(context: Context) -> Screen:
    draft = await drafting.find(context, NEW)
    made = await teams.create_team(
        context,
        station_id=draft.fields["station"],
        name=context.rest,
        kind=draft.fields["kind"],
    )
    await drafting.finish(context, NEW)
    return await show_team(context, made)


@journey.on(TeamMembers)
async def members(context: Context, team: int, page: int) -> Screen:
    card = await teams.team_card(context, team)
    return views.members(context.words, card, page, context.viewer)


@journey.on(OpenMember)
async def show_member(context: Context, team_id: int, person_id: int) -> Screen:
    team, one = await teams.member(context, team_id, person_id)
    return views.member(context.words, team, one, context.viewer)


@journey.on(MarkCaptain)
async def captain(context: Context, team: int, person: int, captain: bool) -> Screen:
    act = teams.make_captain if captain else teams.dismiss_captain
    await act(context, team, person)
    return await show_member(context, team, person)


@journey.on(TakeOut)
async def take_out(context: Context, team_id: int, person: int, sure: bool) -> Screen:
    if not sure:
        team, one = await teams.member(context, team_id, person)
        return views.sure_to_take_out(context.words, team, one)
    await teams.take_out(context, team_id, person)
    return await members(context, team_id, 0)


@journey.on(ChangeTeam)
async def show_changing(context: Context, team_id: int) -> Screen:
    team = await teams.changed(context, team_id)
    return views.changing(context.words, team, context.viewer)


@journey.on(RenameTeam)
async def rename(context: Context, team_id: int) -> Screen:
    team = await teams.changed(context, team_id)
    await drafting.start(context, RENAME, "name", {"team": team.id})
    return views.ask_new_name(context.words, team)


@journey.typed(RENAME)
async def typed_name(context: Context) -> None:
    draft = await drafting.find(context, RENAME)
    team = await teams.changed(context, draft.fields["team"])
    after = line("team", context.rest, NAME_LIMIT)
    context.send(await forms.propose(context, RENAME, what="name", before=team.name, after=after))


@journey.sure(RENAME)
async def take_name(context: Context) -> Screen:
    draft = await drafting.find(context, RENAME)
    await teams.rename_team(context, draft.fields["team"], context.rest)
    await drafting.finish(context, RENAME)
    return await show_team(context, draft.fields["team"])


@journey.on(SwitchOpen)
async def switch_open(context: Context, team: int, open: bool) -> Screen:
    await teams.set_open(context, team, open)
    return await show_changing(context, team)


@journey.on(SwitchKind)
async def switch_kind(context: Context, team: int, kind: TeamKind) -> Screen:
    await teams.set_kind(context, team, kind)
    return await show_changing(context, team)


@journey.on(ChooseLead)
async def choose_lead(context: Context, team_id: int, page: int) -> Screen:
    possible = await teams.possible_leads(context, team_id)
    team = await teams.seen(context, team_id)
    return views.choose_lead(context.words, team, possible, page)


@journey.on(AppointLead)
async def appoint(context: Context, team: int, person: int) -> Screen:
    await teams.appoint_lead(context, team, person)
    return await show_changing(context, team)


@journey.on(AddManaged)
async def add_managed(context: Context, team_id: int) -> Screen:
    team = await people.adding_to(context, team_id)
    await drafting.start(context, MANAGED, "name", {"team": team.id})
    return managed_views.ask_name(context.words, team)


@journey.typed(MANAGED)
async def typed_managed(context: Context) -> Screen:
    draft = await drafting.find(context, MANAGED)
    team = await people.adding_to(context, draft.fields["team"])
    name, taken = await people.managed_name(context.tx, team, context.rest)
    await drafting.advance(context.tx, draft, context.now, step="age", name=name)
    return managed_views.ask_age(context.words, team, name, taken=taken)


@journey.on(ManagedAge)
async def managed_age(context: Context, band: AgeBand) -> Screen:
    draft = await drafting.find(context, MANAGED)
    team_id, name = draft.fields["team"], draft.fields.get("name", "")
    await people.add_managed(context, team_id=team_id, name=name, age_band=band, again=True)
    await drafting.finish(context, MANAGED)
    card = await teams.team_card(context, team_id)
    context.toast(managed_views.added(context.words, card.team, name))
    return views.members(context.words, card, 0, context.viewer)
