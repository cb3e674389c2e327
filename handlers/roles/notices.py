"""What people hear of roles given and withdrawn, and of becoming captain or staff lead of a team, if it still holds."""

from bot.ground import notices
from bot.ground.viewer import Role
from bot.roles import standing
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.roles import screens as views
from handlers.talk.journeys import Journey
from handlers.teams import screens as teams

journey = Journey()


@journey.notice(notices.RoleGiven)
async def role_given(to: Telling, role: str, station: int) -> Screen | None:
    """Nothing, where the opposite has happened since."""
    name, title, held = await standing.holds_role(to.tx, to.person_id, Role(role), station)
    return views.role_given(to.words, Role(role), name, title) if held else None


@journey.notice(notices.RoleWithdrawn)
async def role_withdrawn(to: Telling, role: str, station: int) -> Screen | None:
    """Nothing, where the opposite has happened since."""
    name, title, held = await standing.holds_role(to.tx, to.person_id, Role(role), station)
    return views.role_withdrawn(to.words, Role(role), name, title) if not held else None


@journey.notice(notices.CaptainMade)
async def captain_made(to: Telling, team: int) -> Screen | None:
    return to.say(teams.captain_made, await standing.team_standing(to.tx, to.person_id, team, "captain"))


@journey.notice(notices.CaptainDismissed)
async def captain_dismissed(to: Telling, team: int) -> Screen | None:
    return to.say(teams.captain_dismissed, await standing.team_standing(to.tx, to.person_id, team, "no_captain"))


@journey.notice(notices.TeamLead)
async def team_lead(to: Telling, team: int) -> Screen | None:
    return to.say(teams.team_lead, await standing.team_standing(to.tx, to.person_id, team, "lead"))
