"""Nobody needs a role to choose a team of their own, but only open teams take everybody."""

from bot.ground.viewer import Viewer
from bot.teams.rules import Team


def may_join(viewer: Viewer, team: Team) -> bool:
    """Without an invitation."""
    return viewer.registered and team.open and team.closed_at is None and team.kind == "service"
