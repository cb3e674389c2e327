"""A word passed on is answered by the one it went to, and by nobody else."""

from bot.ground.viewer import Viewer
from bot.messages.passing_on_rules import Passed


def may_answer(viewer: Viewer, said: Passed) -> bool:
    """Answer a word that was passed on."""
    return viewer.registered and viewer.id == said.lead_id and said.state == "passed"
