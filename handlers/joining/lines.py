"""Teams as a volunteer sees them in settings."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.people.consent import EXACT, AgeBand
from bot.people.notice_choices import Silenced
from bot.speech.pages import in_rows, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from bot.teams.rules import Team, WayIn
from handlers.links.joining import Change, JoinTeam, OpenTeams, SettingsPart, TellAge
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


AGE_LABELS = {
    AgeBand.UNDER_14: later("Under 14"),
    AgeBand.TEEN: later("14–17"),
    AgeBand.MIDDLE: later("18–59"),
    AgeBand.SENIOR: later("60 or over"),
}


NOTICES = {
    Silenced.RECRUITING: later("New activities"),
    Silenced.EARLY: later("Reminder 3 days before"),
    Silenced.SHORT: later("Reminder 2 hours before"),
    Silenced.DIGEST: later("Weekly summary"),
}


def back(words: Words, part: SettingsPart = "") -> Key:
    return Key(words.label("Back"), Change(part))


def off_list(words: Words, silenced: frozenset[Silenced]) -> Markup:
    named = [words.say(text) for notice, text in NOTICES.items() if notice in silenced]
    return words.list(named) if named else words.say("none")


def ask_age(words: Words, *, ask_guardian: bool = False) -> Screen:
    """``ask_guardian``: goes on to a parent or guardian where one is needed."""
    text = words.say("Which age group are you in? Some activities and rules depend on it.")
    keys = [Key(words.label(AGE_LABELS[band]), TellAge(band, ask_guardian)) for band in EXACT]
    return Screen(text, in_rows(keys))
