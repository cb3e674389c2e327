"""Teams as a volunteer sees them in settings."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.teams.rules import Team, WayIn
from handlers.links.joining import Change, JoinTeam, LeaveTeam, MakeHome, OpenTeams, OwnTeam
from handlers.links.menu import Do
from handlers.talk.menu_screens import do

PAGE = 8


def own_teams(words: Words, mine: tuple[Team, ...], home_id: int | None) -> Screen:
    """The home team carries a star."""
    text = words.say("Your teams. The one with ⭐ is meant where nothing else is said.")
    if not mine:
        text = words.say("You are in no team yet.")
    rows = [(Key(("⭐ " if team.id == home_id else "") + team.name, OwnTeam(team.id)),) for team in mine]
    last = (Key(words.label("Join a team"), OpenTeams(0, 0)), Key(words.label("Back"), Change("")))
    return Screen(text, (*rows, last))


def own_team(words: Words, team: Team, *, home: bool) -> Screen:
    text = words.say("<b>{team}</b> · {station}", team=team.name, station=team.station)
    last = (Key(words.label("Leave"), LeaveTeam(team.id, False)), Key(words.label("Back"), Change("teams")))
    make = Key(words.label("Make it my main team"), MakeHome(team.id))
    return Screen(text, (last,) if home else ((make,), last))


def sure_to_leave(words: Words, team: Team) -> Screen:
    text = words.say("Leave <b>{team}</b>? Your sign-ups and hours stay as they are.", team=team.name)
    stay = Key(words.label("No, I'll stay"), OwnTeam(team.id))
    return Screen(text, ((stay, Key(words.label("Yes, leave"), LeaveTeam(team.id, True))),))


def open_teams(words: Words, found: list[Team], page: int) -> Screen:
    if not found:
        text = words.say("There is no open team to join now. Your social worker can invite you with a link.")
        return Screen(text, ((Key(words.label("Back"), Change("teams")),),))
    back = Key(words.label("Back"), Change("teams"))
    return Screen(words.say("Which team would you like to join?"), team_rows(found, page, 0, back))


def team_rows(found: Sequence[Team], page: int, shift: int, way_out: Key) -> Rows:
    """Eight a page, and a way out below."""
    here = found[page * PAGE : (page + 1) * PAGE]
    rows = [(Key(f"{team.name} · {team.station}", JoinTeam(team.id, shift)),) for team in here]
    turn = [Key("‹", OpenTeams(page - 1, shift))] if page > 0 else []
    turn += [Key("›", OpenTeams(page + 1, shift))] if len(found) > (page + 1) * PAGE else []
    return (*rows, (*turn, way_out))


def first_team(words: Words, greeting: Markup, found: list[Team]) -> Screen:
    """After joining the bot without a link to anything."""
    lines = [
        greeting,
        words.say("Which team would you like to join?"),
        words.say("Most activities are for a team; its members hear of them at once."),
    ]
    return Screen(Markup("\n").join(lines), team_rows(found, 0, 0, Key(words.label("Not now"), Do("menu"))))


def in_first_team(words: Words, team: Team) -> Screen:
    text = words.say("✅ You are in <b>{team}</b> now. We'll tell you of its new activities.", team=team.name)
    return Screen(text, ((do(words, "activities"), do(words, "menu")),))


def way_in(words: Words, way: WayIn, shift: int, page: int) -> Screen:
    """For somebody who holds the link of an activity but is not in its audience."""
    others = Key(words.label("See other activities"), Do("activities"))
    text = words.say("<b>This activity is for {audience}.</b>", audience=way.audience)
    if len(way.teams) > 1:
        ask = words.say("Which team would you like to join? Then you can sign up.")
        return Screen(Markup("\n").join([text, ask]), team_rows(way.teams, page, shift, others))
    team = way.teams[0]
    ask = words.say("{team} takes everybody. Join it, then you can sign up.", team=team.name)
    join = Key(words.label("Join {team}", team=team.name), JoinTeam(team.id, shift))
    return Screen(Markup("\n").join([text, ask]), ((join,), (others,)))


def team_joined(words: Words, team: Team) -> str:
    return words.label("You are in {team} now.", team=team.name)


def team_left(words: Words, team: Team) -> str:
    return words.label("You have left {team}.", team=team.name)
