"""Teams as a volunteer sees them in settings."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.speech.pages import turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.teams.rules import Team, WayIn
from handlers.links.joining import JoinTeam, OpenTeams
from handlers.links.menu import Do

PAGE = 8


def team_rows(found: Sequence[Team], page: int, shift: int, way_out: Key) -> Rows:
    """Eight a page, and a way out below."""
    here = found[page * PAGE : (page + 1) * PAGE]
    rows = [(Key(f"{team.name} · {team.station}", JoinTeam(team.id, shift)),) for team in here]
    turn = turns(page, len(found) > (page + 1) * PAGE, lambda to: OpenTeams(to, shift))
    return (*rows, (*turn, way_out))


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
