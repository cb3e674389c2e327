"""What people hear of becoming captain or staff lead of a team, if it is still true."""

from bot.ground import notices
from bot.roles import standing
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.talk.journeys import Journey
from handlers.teams import screens as teams

journey = Journey()


@journey.notice(notices.CaptainMade)
async def captain_made(to: Telling, team: int) -> Screen | None:
    return to.say(teams.captain_made, await standing.team_standing(to.tx, to.person_id, team, "captain"))


@journey.notice(notices.CaptainDismissed)
async def captain_dismissed(to: Telling, team: int) -> Screen | None:
    return to.say(teams.captain_dismissed, await standing.team_standing(to.tx, to.person_id, team, "no_captain"))


@journey.notice(notices.TeamLead)
async def team_lead(to: Telling, team: int) -> Screen | None:
    return to.say(teams.team_lead, await standing.team_standing(to.tx, to.person_id, team, "lead"))
