"""What joining, settings and one's own teams have in common: teams, ages, notices, languages."""

from collections.abc import Collection, Sequence

from markupsafe import Markup

from bot.ground.paging import pages_of
from bot.joining import own_settings
from bot.people.ages import EXACT, AgeBand
from bot.people.notice_choices import Silenced
from bot.speech.pages import in_rows, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from bot.teams.rules import Team, WayIn
from bot.wire.context import Context
from handlers.links.joining import Change, JoinTeam, OpenTeams, OwnTeam, SettingsPart, TellAge
from handlers.links.menu import Do
from handlers.talk.age_words import AGE_LABELS
from handlers.talk.ways import back_to

PAGE = 8
OWN_NAMES = {"zh_Hans": "简体中文", "zh_Hant": "繁體中文", "en": "English"}
"""Each language in itself, whoever reads: that is how one finds it."""


def team_rows(found: Sequence[Team], page: int, shift: int, way_out: Key) -> Rows:
    """Eight a page, and a way out below."""
    here = found[page * PAGE : (page + 1) * PAGE]
    rows = [(Key(f"{team.name} · {team.station}", JoinTeam(team.id, shift)),) for team in here]
    turn = turns(page, len(found) > (page + 1) * PAGE, lambda to: OpenTeams(to, shift), pages_of(0, PAGE, len(found)))
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


NOTICES = {
    Silenced.RECRUITING: later("New activities"),
    Silenced.EARLY: later("Reminder 3 days before"),
    Silenced.SHORT: later("Reminder 2 hours before"),
    Silenced.DIGEST: later("Weekly summary"),
}


def back(words: Words, part: SettingsPart = "") -> Key:
    return back_to(words, Change(part))


def off_list(words: Words, silenced: frozenset[Silenced]) -> Markup:
    named = [words.say(text) for notice, text in NOTICES.items() if notice in silenced]
    return words.list(named) if named else words.say("none")


def ask_age(words: Words, bands: Collection[AgeBand], *, ask_guardian: bool = False) -> Screen:
    """``bands``: what this person is offered. ``ask_guardian``: it goes on to a parent or guardian."""
    text = words.say("Which age group are you in? Some activities and rules depend on it.")
    keys = [Key(words.label(AGE_LABELS[band]), TellAge(band, ask_guardian)) for band in EXACT if band in bands]
    return Screen(text, in_rows(keys))


async def teams(context: Context) -> Screen:
    mine = await own_settings.look(context)
    return own_teams_screen(context.words, mine.teams, mine.profile.home_team_id)


def own_teams_screen(words: Words, mine: tuple[Team, ...], home_id: int | None) -> Screen:
    """The home team carries a star."""
    text = words.say("Your teams. The one with ⭐ is meant where nothing else is said.")
    if not mine:
        text = words.say("You are in no team yet.")
    rows = [(Key(("⭐ " if team.id == home_id else "") + team.name, OwnTeam(team.id)),) for team in mine]
    last = (Key(words.label("Join a team"), OpenTeams(0, 0)), back_to(words, Change("")))
    return Screen(text, (*rows, last))


def saved_line(words: Words) -> str:
    return words.label("Saved")
