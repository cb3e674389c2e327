"""Lists of people are brought by staff; whom a row may be put where is asked again of each row."""

from bot.ground.viewer import STAFF, Viewer
from bot.rosters.rules import Roster


def may_bring(viewer: Viewer) -> bool:
    return viewer.registered and viewer.has(*STAFF)


def may_see(viewer: Viewer, roster: Roster) -> bool:
    """Nobody sees what somebody else has brought."""
    return may_bring(viewer) and roster.person_id == viewer.id
