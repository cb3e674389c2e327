"""What people hear of roles given and withdrawn, if it is still so."""

from bot.ground import notices
from bot.ground.viewer import Role
from bot.roles import standing
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.roles import screens as views
from handlers.talk.journeys import Journey

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
