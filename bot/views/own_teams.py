"""Teams as a volunteer sees them in settings."""

from bot.domain.teams import Team
from bot.views.presses.settings import Change, JoinTeam, LeaveTeam, MakeHome, OpenTeams, OwnTeam
from bot.views.screens import Key, Screen
from bot.views.words import Words

PAGE = 8


def own_teams(words: Words, mine: tuple[Team, ...], home_id: int | None) -> Screen:
    """The home team carries a star."""
    text = words.say("Your teams. The one with ⭐ is meant where nothing else is said.")
    if not mine:
        text = words.say("You are in no team yet.")
    rows = [(Key(("⭐ " if team.id == home_id else "") + team.name, OwnTeam(team.id)),) for team in mine]
    last = (Key(words.label("Join a team"), OpenTeams(0)), Key(words.label("Back"), Change("")))
    return Screen(text, (*rows, last))


def own_team(words: Words, team: Team, *, home: bool) -> Screen:
    text = words.say("<b>{team}</b> · {station}", team=team.name, station=team.station)
    last = (Key(words.label("Leave"), LeaveTeam(team.id, 0)), Key(words.label("Back"), Change("teams")))
    make = Key(words.label("Make it my main team"), MakeHome(team.id))
    return Screen(text, (last,) if home else ((make,), last))


def sure_to_leave(words: Words, team: Team) -> Screen:
    text = words.say("Leave <b>{team}</b>? Your sign-ups and hours stay as they are.", team=team.name)
    stay = Key(words.label("No, I'll stay"), OwnTeam(team.id))
    return Screen(text, ((stay, Key(words.label("Yes, leave"), LeaveTeam(team.id, 1))),))


def open_teams(words: Words, found: list[Team], page: int) -> Screen:
    """Eight a page."""
    if not found:
        text = words.say("There is no open team to join now. Your social worker can invite you with a link.")
        return Screen(text, ((Key(words.label("Back"), Change("teams")),),))
    here = found[page * PAGE : (page + 1) * PAGE]
    rows = [(Key(f"{team.name} · {team.station}", JoinTeam(team.id)),) for team in here]
    turn = [Key("‹", OpenTeams(page - 1))] if page > 0 else []
    turn += [Key("›", OpenTeams(page + 1))] if len(found) > (page + 1) * PAGE else []
    last = (*turn, Key(words.label("Back"), Change("teams")))
    return Screen(words.say("Which team would you like to join?"), (*rows, last))


def team_joined(words: Words, team: Team) -> str:
    return words.label("You are in {team} now.", team=team.name)


def team_left(words: Words, team: Team) -> str:
    return words.label("You have left {team}.", team=team.name)
