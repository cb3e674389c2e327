"""A word passed on is answered by the one it went to, and by nobody else."""

from bot.domain.passing_on import Passed
from bot.domain.people import Viewer


def may_answer(viewer: Viewer, said: Passed) -> bool:
    return viewer.registered and viewer.id == said.lead_id and said.state == "passed"
