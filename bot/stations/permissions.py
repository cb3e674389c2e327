"""The tree belongs to coordinators and administrators: their station and all below it, never beside or above."""

from bot.ground.viewer import OFFICE, Viewer


def may_see_stations(viewer: Viewer) -> bool:
    return viewer.registered and viewer.has(*OFFICE)


def may_see_station(viewer: Viewer, path: str) -> bool:
    """The card and the settings."""
    return viewer.registered and viewer.holds(path, *OFFICE)


def may_add_station(viewer: Viewer, parent_path: str) -> bool:
    """A new one under this one."""
    return viewer.registered and viewer.holds(parent_path, *OFFICE)


def may_change_station(viewer: Viewer, path: str) -> bool:
    """Name, zone, preset, settings."""
    return viewer.registered and viewer.holds(path, *OFFICE)
