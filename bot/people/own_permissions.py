"""One's own data: to see, correct, take along and erase. Only whoever has joined has any."""

from bot.ground.viewer import Viewer


def may_keep_own_data(viewer: Viewer) -> bool:
    return viewer.registered
