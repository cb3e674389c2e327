"""A person is reached through ties: the stations of their teams and roles. Who has none ties to the root station.

What a role may do on a station it may do on all below; a captain only ever acts for the own team.
"""

from bot.ground.frozen import Frozen
from bot.ground.viewer import OFFICE, STAFF, Role, Viewer

GRANTABLE = (Role.SOCIAL_WORKER, Role.COORDINATOR)
"""Administrators come from the console only."""


class Ties(Frozen):
    """Where a person belongs; ``paths`` is never empty."""

    person_id: int
    paths: frozenset[str]
    team_ids: frozenset[int]
    managed: bool


def may_find_people(viewer: Viewer) -> bool:
    """Search by name or number."""
    return viewer.registered and viewer.has(*STAFF)


def may_see_person(viewer: Viewer, ties: Ties) -> bool:
    """Open the card: staff of the person's stations, captains of the person's teams."""
    return viewer.registered and (_is_staff_for(viewer, ties) or _is_captain_of(viewer, ties))


def may_see_phone(viewer: Viewer, ties: Ties) -> bool:
    """Read the number; each look is noted. A captain sees none beyond the own team."""
    return may_see_person(viewer, ties)


def may_record_consent(viewer: Viewer, ties: Ties) -> bool:
    """Enter a guardian's signed form; nobody for themselves."""
    return viewer.registered and viewer.id != ties.person_id and _is_staff_for(viewer, ties)


def may_qualify(viewer: Viewer, ties: Ties) -> bool:
    """Record and remove trainings; nobody their own."""
    return viewer.registered and viewer.id != ties.person_id and _is_staff_for(viewer, ties)


def may_edit_managed(viewer: Viewer, ties: Ties) -> bool:
    """Name and age of somebody without Telegram; who has it says that alone."""
    return ties.managed and may_see_person(viewer, ties)


def may_set_age(viewer: Viewer, ties: Ties, *, minor: bool) -> bool:
    """Of somebody without Telegram; of a minor with one, staff too: minors do not say themselves that they grew up."""
    return may_edit_managed(viewer, ties) or (minor and may_end_minority(viewer, ties))


def may_end_minority(viewer: Viewer, ties: Ties) -> bool:
    """Record that somebody under 18 is an adult; nobody of themselves."""
    return viewer.registered and viewer.id != ties.person_id and _is_staff_for(viewer, ties)


def may_add_managed(viewer: Viewer, team_id: int, path: str) -> bool:
    """Add somebody without Telegram to a team of the station with this path."""
    return viewer.registered and (viewer.holds(path, *STAFF) or viewer.is_captain(team_id))


def may_see_roles(viewer: Viewer, ties: Ties) -> bool:
    """See what roles somebody holds."""
    return viewer.registered and _is_staff_for(viewer, ties)


def may_grant_somewhere(viewer: Viewer) -> bool:
    return viewer.registered and viewer.has(*OFFICE)


def may_grant(viewer: Viewer, role: Role, path: str) -> bool:
    """Give a role on the station with this path."""
    return viewer.registered and role in GRANTABLE and viewer.holds(path, *OFFICE)


def may_withdraw(viewer: Viewer, role: Role, path: str) -> bool:
    """Take a role back; an administrator's only by an administrator."""
    takers = (Role.ADMINISTRATOR,) if role is Role.ADMINISTRATOR else OFFICE
    return viewer.registered and viewer.holds(path, *takers)


def _is_staff_for(viewer: Viewer, ties: Ties) -> bool:
    return any(viewer.holds(path, *STAFF) for path in ties.paths)


def _is_captain_of(viewer: Viewer, ties: Ties) -> bool:
    return any(viewer.is_captain(team_id) for team_id in ties.team_ids)


def may_keep_own_data(viewer: Viewer) -> bool:
    return viewer.registered
