"""Taking a roll and closing it are two acts: a captain takes it, and only staff's closing brings hours."""

from collections.abc import Collection

from bot.activities.permissions import STAFF, may_manage
from bot.activities.rules import Activity
from bot.ground.viewer import Viewer


def may_take_roll(viewer: Viewer, activity: Activity, helpers: Collection[int], captain_id: int | None) -> bool:
    """Who manages the activity, the captains of its team, and the captain it was handed to, while still a captain."""
    if may_manage(viewer, activity, helpers):
        return True
    of_team = activity.team_id is not None and viewer.is_captain(activity.team_id)
    return viewer.registered and (of_team or (viewer.id == captain_id and viewer.is_captain()))


def may_close_roll(viewer: Viewer, activity: Activity) -> bool:
    """The lead, or staff of the station. What others finish waits for one of them."""
    if not viewer.registered:
        return False
    return viewer.holds(activity.station_path, *STAFF) or (viewer.id == activity.lead_id and viewer.has(*STAFF))


def may_hand_roll(viewer: Viewer, activity: Activity, helpers: Collection[int]) -> bool:
    """Give the roll-call to a captain."""
    return may_manage(viewer, activity, helpers)
