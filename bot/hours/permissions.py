"""A lead verifies only while still staff: being named on an old activity gives nothing by itself."""

from bot.ground.viewer import Role, Viewer

STAFF = (Role.SOCIAL_WORKER, Role.COORDINATOR, Role.ADMINISTRATOR)


def may_verify(viewer: Viewer, *, path: str, lead_id: int | None, person_id: int | None) -> bool:
    """The lead of the activity (or of the team), or a social worker above; nobody their own."""
    if person_id is not None and viewer.id == person_id:
        return False
    return viewer.holds(path, *STAFF) or (viewer.id == lead_id and viewer.has(*STAFF))


def highest_role(viewer: Viewer, *, path: str) -> Role:
    """Of the roles that hold on this station; long days need more than the lowest."""
    for role in (Role.ADMINISTRATOR, Role.COORDINATOR):
        if viewer.holds(path, role):
            return role
    return Role.SOCIAL_WORKER


def may_see_station(viewer: Viewer, *, path: str) -> bool:
    """The hours of a whole station are for those who answer for it."""
    return viewer.holds(path, Role.COORDINATOR, Role.ADMINISTRATOR)


def may_see_team(viewer: Viewer, *, path: str, team_id: int) -> bool:
    """Captains see their own team, staff the teams of their stations."""
    return viewer.holds(path, *STAFF) or viewer.is_captain(team_id)
