"""A lead verifies only while still staff: being named on an old activity gives nothing by itself."""

from bot.domain.people import Role, Viewer

STAFF = (Role.SOCIAL_WORKER, Role.COORDINATOR, Role.ADMINISTRATOR)


def may_verify(viewer: Viewer, *, path: str, lead_id: int | None, person_id: int | None) -> bool:
    """The lead of the activity (or of the team), or a social worker above; nobody their own."""
    if person_id is not None and viewer.id == person_id:
        return False
    return viewer.holds(path, *STAFF) or (viewer.id == lead_id and viewer.has(*STAFF))


def may_verify_long_day(viewer: Viewer, *, path: str) -> bool:
    return viewer.holds(path, Role.COORDINATOR, Role.ADMINISTRATOR)


def may_verify_longest_day(viewer: Viewer, *, path: str) -> bool:
    return viewer.holds(path, Role.ADMINISTRATOR)
