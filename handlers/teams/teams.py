"""/teams: the list, a team's card, its members, and everything that may be changed about it."""

from typing import Literal

from bot.ground.text import line
from bot.members import acts as people
from bot.people import drafting
from bot.people.consent import AgeBand
from bot.teams import acts as teams
from bot.teams.rules import NAME_LIMIT, Team
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_command, on_press
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
from handlers.talk import forms
from handlers.teams import screens as views

NEW, RENAME, MANAGED = "team_new", "team_name", "managed_new"


async def start(context: Context) -> None:
    """Who has one team only, such as a captain, is shown its card."""
    found = await teams.teams_in_sight(context.tx, context.viewer)
    if len(found) == 1 and not teams.may_create_somewhere(context.viewer):
        await show_team(context, found[0].id)
    else:
        show_list(context, found, 0)


def show_list(context: Context, found: list[Team], page: int) -> None:
    may_create = teams.may_create_somewhere(context.viewer)
    context.show(views.team_list(context.words, found, page, may_create=may_create))


async def turn(context: Context, page: int) -> None:
    show_list(context, await teams.teams_in_sight(context.tx, context.viewer), page)


async def show_team(context: Context, team_id: int) -> None:
    card = await teams.team_card(context.tx, context.viewer, team_id)
    context.show(views.team_card(context.words, card, context.viewer))


async def open_team(context: Context, team: int) -> None:
    await show_team(context, team)


async def new_team(context: Context, kind: Literal[""]) -> None:
    teams.check_creator(context.viewer)
    context.show(views.which_kind(context.words))


async def name_here(context: Context, subject: int, detail: Detail, station_id: int) -> None:
    """The kind and the station are known; the name is typed."""
    teams.known_kind(detail)
    station = await teams.creating_at(context.tx, context.viewer, station_id)
    fields = {"station": station.id, "kind": detail}
    await drafting.start(context.tx, context.viewer, context.now, NEW, "name", fields)
    context.show(views.ask_name(context.words, station.name))


async def typed_new(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, NEW)
    made = await teams.create_team(
        context.tx,
        context.viewer,
        context.now,
        station_id=draft.fields["station"],
        name=context.rest,
        kind=draft.fields["kind"],
    )
    await drafting.finish(context.tx, context.viewer, NEW)
    await show_team(context, made)


async def members(context: Context, team: int, page: int) -> None:
    card = await teams.team_card(context.tx, context.viewer, team)
    context.show(views.members(context.words, card, page, context.viewer))


async def show_member(context: Context, team_id: int, person_id: int) -> None:
    team, one = await teams.member(context.tx, context.viewer, team_id, person_id)
    context.show(views.member(context.words, team, one, context.viewer))


async def open_member(context: Context, team: int, person: int) -> None:
    await show_member(context, team, person)


async def captain(context: Context, team: int, person: int, captain: bool) -> None:
    act = teams.make_captain if captain else teams.dismiss_captain
    await act(context.tx, context.viewer, context.now, team, person)
    await show_member(context, team, person)


async def take_out(context: Context, team_id: int, person: int, sure: bool) -> None:
    if not sure:
        team, one = await teams.member(context.tx, context.viewer, team_id, person)
        context.show(views.sure_to_take_out(context.words, team, one))
        return
    await teams.take_out(context.tx, context.viewer, context.now, team_id, person)
    await members(context, team_id, 0)


async def show_changing(context: Context, team_id: int) -> None:
    team = await teams.changed(context.tx, context.viewer, team_id)
    context.show(views.changing(context.words, team, context.viewer))


async def change(context: Context, team: int) -> None:
    await show_changing(context, team)


async def rename(context: Context, team_id: int) -> None:
    team = await teams.changed(context.tx, context.viewer, team_id)
    await drafting.start(context.tx, context.viewer, context.now, RENAME, "name", {"team": team.id})
    context.show(views.ask_new_name(context.words, team))


async def typed_name(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, RENAME)
    team = await teams.changed(context.tx, context.viewer, draft.fields["team"])
    after = line("team", context.rest, NAME_LIMIT)
    context.send(await forms.propose(context, RENAME, what="name", before=team.name, after=after))


async def take_name(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, RENAME)
    await teams.rename_team(context.tx, context.viewer, context.now, draft.fields["team"], context.rest)
    await drafting.finish(context.tx, context.viewer, RENAME)
    await show_team(context, draft.fields["team"])


async def switch_open(context: Context, team: int, open: bool) -> None:
    await teams.set_open(context.tx, context.viewer, context.now, team, open)
    await show_changing(context, team)


async def switch_kind(context: Context, team: int, kind: TeamKind) -> None:
    await teams.set_kind(context.tx, context.viewer, context.now, team, kind)
    await show_changing(context, team)


async def choose_lead(context: Context, team_id: int, page: int) -> None:
    possible = await teams.possible_leads(context.tx, context.viewer, team_id)
    team = await teams.seen(context.tx, context.viewer, team_id)
    context.show(views.choose_lead(context.words, team, possible, page))


async def appoint(context: Context, team: int, person: int) -> None:
    await teams.appoint_lead(context.tx, context.viewer, context.now, team, person)
    await show_changing(context, team)


async def add_managed(context: Context, team_id: int) -> None:
    team = await people.adding_to(context.tx, context.viewer, team_id)
    await drafting.start(context.tx, context.viewer, context.now, MANAGED, "name", {"team": team.id})
    context.show(managed_views.ask_name(context.words, team))


async def typed_managed(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, MANAGED)
    team = await people.adding_to(context.tx, context.viewer, draft.fields["team"])
    name, taken = await people.managed_name(context.tx, team, context.rest)
    await drafting.advance(context.tx, draft, context.now, step="age", name=name)
    context.show(managed_views.ask_age(context.words, team, name, taken=taken))


async def managed_age(context: Context, band: AgeBand) -> None:
    draft = await drafting.find(context.tx, context.viewer, MANAGED)
    team_id, name = draft.fields["team"], draft.fields.get("name", "")
    await people.add_managed(
        context.tx, context.viewer, context.now, team_id=team_id, name=name, age_band=band, again=True
    )
    await drafting.finish(context.tx, context.viewer, MANAGED)
    card = await teams.team_card(context.tx, context.viewer, team_id)
    context.toast(managed_views.added(context.words, card.team, name))
    context.show(views.members(context.words, card, 0, context.viewer))


ROUTES: list[Route] = [
    on_command("teams", start),
    on_press(ListTeams, turn),
    on_press(OpenTeam, open_team),
    on_press(NewTeam, new_team),
    on_press(TeamMembers, members),
    on_press(OpenMember, open_member),
    on_press(MarkCaptain, captain),
    on_press(TakeOut, take_out),
    on_press(ChangeTeam, change),
    on_press(RenameTeam, rename),
    on_press(SwitchOpen, switch_open),
    on_press(SwitchKind, switch_kind),
    on_press(ChooseLead, choose_lead),
    on_press(AppointLead, appoint),
    on_press(AddManaged, add_managed),
    on_press(ManagedAge, managed_age),
    Form(NEW, typed_new),
    Form(RENAME, typed_name, sure=take_name),
    Form(MANAGED, typed_managed),
]
