"""A social worker acts for a station and all below it, a helper for one activity; the audience looks and signs up."""

from collections.abc import Collection

from bot.activities.rules import Activity, Audience
from bot.ground.viewer import Role, Viewer

STAFF = (Role.SOCIAL_WORKER, Role.COORDINATOR, Role.ADMINISTRATOR)
ABOVE = (Role.COORDINATOR, Role.ADMINISTRATOR)


def may_post(viewer: Viewer, station_path: str) -> bool:
    """Post activities for a station, and lead them."""
    return viewer.registered and viewer.holds(station_path, *STAFF)


def may_post_anywhere(viewer: Viewer) -> bool:
    return viewer.registered and viewer.has(*STAFF)


def may_manage(viewer: Viewer, activity: Activity, helpers: Collection[int] = ()) -> bool:
    """See who takes part, edit, hold, close, cancel, message them. A lead who is no longer staff may not."""
    return viewer.registered and (viewer.id in helpers or viewer.holds(activity.station_path, *STAFF))


def may_hand_over(viewer: Viewer, activity: Activity) -> bool:
    """Give the activity to another lead, and name helpers: the lead's and the station's, not a helper's."""
    return viewer.registered and viewer.holds(activity.station_path, *STAFF)


def may_see_phones(viewer: Viewer, activity: Activity) -> bool:
    """Read the numbers of everybody who takes part; a captain who helps sees none beyond the own team."""
    return viewer.registered and viewer.holds(activity.station_path, *STAFF)


def may_list_for_insurer(viewer: Viewer, activity: Activity) -> bool:
    """Give an insurer the names of everybody who takes part: staff, not who only helps."""
    return viewer.registered and viewer.holds(activity.station_path, *STAFF)


def may_cancel_for_station(viewer: Viewer, station_path: str) -> bool:
    """Cancel what other leads of the station offer today."""
    return viewer.registered and viewer.holds(station_path, *ABOVE)


def may_broadcast(viewer: Viewer, station_path: str) -> bool:
    """Write to a team of the station, or to everybody of the station."""
    return viewer.registered and viewer.holds(station_path, *STAFF)


def in_audience(viewer: Viewer, activity: Activity) -> bool:
    """Told of it, and may sign up."""
    if activity.audience == Audience.EVERYONE:
        return True
    if activity.audience == Audience.TEAM:
        return viewer.in_team(activity.team_id)
    return any(membership.path.startswith(activity.station_path) for membership in viewer.memberships)


def may_see(viewer: Viewer, activity: Activity, helpers: Collection[int] = ()) -> bool:
    """Open its card: the audience, the station's other people (who get the reason why not), and who manages it."""
    return viewer.registered and (
        in_audience(viewer, activity)
        or any(membership.station_id == activity.station_id for membership in viewer.memberships)
        or may_manage(viewer, activity, helpers)
    )
