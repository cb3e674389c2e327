"""One's own teams: the one that is home, leaving one, and joining another."""

from bot.joining import own_teams
from bot.people.viewing import renewed
from bot.speech.pages import up_to
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.teams.rules import Team
from bot.wire.context import Context
from handlers.activities.activities import show_shift
from handlers.joining import lines as team_views
from handlers.joining.lines import saved_line, team_rows, teams
from handlers.links.joining import Change, JoinTeam, LeaveTeam, MakeHome, OpenTeams, OwnTeam
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do
from handlers.talk.ways import back_to

journey = Journey()


@journey.on(OwnTeam)
async def show_own_team(context: Context, team_id: int) -> Screen:
    team = await own_teams.own_team(context, team_id)
    home = context.viewer.person.home_team_id == team.id
    return own_team(context.words, team, home=home)


@journey.on(MakeHome)
async def make_home(context: Context, team: int) -> Screen:
    await own_teams.make_home(context, team)
    context.toast(saved_line(context.words))
    return await teams(context)


@journey.on(LeaveTeam)
async def leave(context: Context, team_id: int, sure: bool) -> Screen:
    if not sure:
        team = await own_teams.own_team(context, team_id)
        return sure_to_leave(context.words, team)
    team = await own_teams.leave_team(context, team_id)
    context.toast(context.words.label("You have left {team}.", team=team.name))
    return await teams(context)


@journey.on(OpenTeams)
async def show_open_teams(context: Context, page_id: int, shift: int) -> Screen:
    page = page_id
    if shift:
        return team_views.way_in(context.words, await own_teams.way_in(context, shift, up_to(page)), shift, page)
    return open_teams(context.words, await own_teams.open_teams(context, up_to(page)), page)


@journey.on(JoinTeam)
async def join_team(context: Context, team_id: int, shift: int) -> Screen:
    """On to what the team was joined for; who was in none before is told what it is good for."""
    alone = context.viewer.alone
    team = await own_teams.join_open_team(context, team_id)
    context.work.viewer = await renewed(context)
    context.toast(context.words.label("You are in {team} now.", team=team.name))
    if shift:
        return await show_shift(context, shift)
    if alone:
        return in_first_team(context.words, team)
    return await teams(context)


def own_team(words: Words, team: Team, *, home: bool) -> Screen:
    text = words.say("<b>{team}</b> · {station}", team=team.name, station=team.station)
    last = (Key(words.label("Leave"), LeaveTeam(team.id, False)), back_to(words, Change("teams")))
    make = Key(words.label("Make it my main team"), MakeHome(team.id))
    return Screen(text, (last,) if home else ((make,), last))


def sure_to_leave(words: Words, team: Team) -> Screen:
    text = words.say("Leave <b>{team}</b>? Your sign-ups and hours stay as they are.", team=team.name)
    stay = Key(words.label("No, I'll stay"), OwnTeam(team.id))
    return Screen(text, ((stay, Key(words.label("Yes, leave the team"), LeaveTeam(team.id, True))),))


def open_teams(words: Words, found: list[Team], page: int) -> Screen:
    if not found:
        text = words.say("There is no open team to join now. Your social worker can invite you with a link.")
        return Screen(text, ((back_to(words, Change("teams")),),))
    back = back_to(words, Change("teams"))
    return Screen(words.say("Which team would you like to join?"), team_rows(found, page, 0, back))


def in_first_team(words: Words, team: Team) -> Screen:
    text = words.say("✅ You are in <b>{team}</b> now. We'll tell you of its new activities.", team=team.name)
    return Screen(text, ((do(words, "activities"), do(words, "menu")),))
