"""What people hear of becoming captain or staff lead of a team, if it is still true."""

from bot.ground import notices
from bot.leading.team_succession import teams_for_now
from bot.roles import last_looks
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.teams.rules import Team
from bot.wire.rendering import Telling
from handlers.links.teams import ChooseLead
from handlers.talk.journeys import Journey

journey = Journey()
MOST = 8
"""So many teams have a button; all of them stand under /teams."""


@journey.notice(notices.CaptainMade)
async def show_captain_made(to: Telling, team: int) -> Screen | None:
    return to.say(captain_made, await last_looks.team_standing(to.tx, to.person_id, team, "captain"))


@journey.notice(notices.CaptainDismissed)
async def show_captain_dismissed(to: Telling, team: int) -> Screen | None:
    return to.say(captain_dismissed, await last_looks.team_standing(to.tx, to.person_id, team, "no_captain"))


@journey.notice(notices.TeamLead)
async def show_team_lead(to: Telling, team: int) -> Screen | None:
    return to.say(team_lead, await last_looks.team_standing(to.tx, to.person_id, team, "lead"))


@journey.notice(notices.TeamsForNow)
async def show_teams_for_now(to: Telling, teams: str, again: int) -> Screen | None:
    found = await teams_for_now(to.tx, [int(team) for team in teams.split(",")], person_id=to.person_id)
    return lead_for_now(to.words, found, again=bool(again)) if found else None


def captain_made(words: Words, team: str) -> Screen:
    """To the new captain."""
    text = words.say("⭐ You are now captain of <b>{team}</b>.", team=team)
    more = words.say("You can sign members up, take the roll and see the list: /teams, /rollcall")
    return Screen(LINE.join([text, more]))


def captain_dismissed(words: Words, team: str) -> Screen:
    """To the former captain."""
    return Screen(words.say("You are no longer captain of <b>{team}</b>. Thank you for leading it!", team=team))


def team_lead(words: Words, team: str) -> Screen:
    """To the social worker."""
    return Screen(words.say("You are now the staff lead of <b>{team}</b>: /teams", team=team))


def lead_for_now(words: Words, teams: list[Team], *, again: bool) -> Screen:
    """To who leads them only because somebody's role ended: at once, and again while it is so."""
    names = words.list([team.name for team in teams])
    if again:
        text = words.say("🤝 <b>For now you still lead: {names}</b>. Keep it so, or name another lead?", names=names)
    else:
        first = words.say("🤝 <b>You are the staff lead for now: {names}</b>", names=names)
        why = words.say("Whoever led before has no such role any more. Keep it so, or name another lead.")
        text = LINE.join([first, why])
    return Screen(text, tuple((team_key(words, team),) for team in teams[:MOST]))


def team_key(words: Words, team: Team) -> Key:
    return Key(words.label("{team}: another lead", team=team.name[:30]), ChooseLead(team.id, 0))
