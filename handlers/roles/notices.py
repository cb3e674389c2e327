"""What people hear of roles given and withdrawn, if it is still so."""

from bot.ground import notices
from bot.ground.viewer import Role
from bot.roles import last_looks
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.talk.journeys import Journey
from handlers.talk.role_words import role_name

journey = Journey()


@journey.notice(notices.RoleGiven)
async def show_role_given(to: Telling, role: str, station: int) -> Screen | None:
    """Nothing, where the opposite has happened since."""
    name, title, held = await last_looks.holds_role(to.tx, to.person_id, Role(role), station)
    return role_given(to.words, Role(role), name, title) if held else None


@journey.notice(notices.RoleWithdrawn)
async def show_role_withdrawn(to: Telling, role: str, station: int) -> Screen | None:
    """Nothing, where the opposite has happened since."""
    name, title, held = await last_looks.holds_role(to.tx, to.person_id, Role(role), station)
    return role_withdrawn(to.words, Role(role), name, title) if not held else None


def role_given(words: Words, role: Role, station: str, title: str) -> Screen:
    """To the person."""
    text = words.say(
        "👋 You are now <b>{role}</b> for {station}. Your menu has grown: see /menu.",
        role=role_name(words, role, title),
        station=station,
    )
    return Screen(text)


def role_withdrawn(words: Words, role: Role, station: str, title: str) -> Screen:
    """To the person."""
    text = words.say(
        "You are no longer {role} for {station}. Thank you for what you did.",
        role=role_name(words, role, title),
        station=station,
    )
    return Screen(text)
