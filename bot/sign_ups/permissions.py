"""Signing up for someone is no power over them: who may do it for a person may also withdraw it, and is told so."""

from collections.abc import Collection, Sequence

from bot.activities.permissions import STAFF, may_manage
from bot.activities.rules import Activity
from bot.ground.viewer import Membership, Person, Viewer


def may_sign_up_others(viewer: Viewer, activity: Activity, helpers: Collection[int] = ()) -> bool:
    """Captains their teams, staff the people of their stations, whoever manages the activity anybody they know."""
    return viewer.registered and (viewer.is_captain() or viewer.has(*STAFF) or may_manage(viewer, activity, helpers))


def may_act_for(viewer: Viewer, person: Person, memberships: Sequence[Membership]) -> bool:
    """For oneself, for whom one manages, as captain of one of their teams, as staff of a station they belong to."""
    if not viewer.registered:
        return False
    if viewer.id in {person.id, person.managed_by_id}:
        return True
    return any(viewer.is_captain(own.team_id) or viewer.holds(own.path, *STAFF) for own in memberships)


def may_reserve_for(viewer: Viewer, team_id: int, team_path: str) -> bool:
    """Hold places for a group team, and name who comes."""
    return viewer.registered and (viewer.is_captain(team_id) or viewer.holds(team_path, *STAFF))
