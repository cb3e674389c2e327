"""What people hear of becoming captain or staff lead of a team, if it is still true."""

from bot.ground import notices
from bot.roles import last_looks
from bot.speech.screens import LINE, Screen
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.CaptainMade)
async def show_captain_made(to: Telling, team: int) -> Screen | None:
    return to.say(captain_made, await last_looks.team_standing(to.tx, to.person_id, team, "captain"))


@journey.notice(notices.CaptainDismissed)
async def show_captain_dismissed(to: Telling, team: int) -> Screen | None:
    return to.say(captain_dismissed, await last_looks.team_standing(to.tx, to.person_id, team, "no_captain"))


@journey.notice(notices.TeamLead)
async def show_team_lead(to: Telling, team: int) -> Screen | None:
    return to.say(team_lead, await last_looks.team_standing(to.tx, to.person_id, team, "lead"))


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
