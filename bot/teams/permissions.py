"""Coordinators make teams; a team's own lead runs it; captains bring people in and change nothing else."""

from bot.ground.viewer import OFFICE, STAFF, Role, Viewer
from bot.teams.rules import Team


def may_see_teams(viewer: Viewer) -> bool:
    """Open the list: staff see their stations' teams, captains their own."""
    return viewer.registered and (viewer.has(*STAFF) or viewer.is_captain())


def may_see_team(viewer: Viewer, team_id: int, path: str) -> bool:
    """The card and the list of members."""
    return viewer.registered and (viewer.holds(path, *STAFF) or viewer.is_captain(team_id))


def may_create_team(viewer: Viewer, path: str) -> bool:
    return viewer.registered and viewer.holds(path, *OFFICE)


def may_change_team(viewer: Viewer, lead_id: int | None, path: str) -> bool:
    """Name, kind, open or closed, captains, who is in it. A lead who is no longer staff there may not."""
    is_lead = viewer.id == lead_id and viewer.holds(path, Role.SOCIAL_WORKER)
    return viewer.registered and (is_lead or viewer.holds(path, *OFFICE))


def may_appoint_lead(viewer: Viewer, path: str) -> bool:
    """Name the responsible social worker."""
    return viewer.registered and viewer.holds(path, *OFFICE)


def may_join(viewer: Viewer, team: Team) -> bool:
    """Without an invitation."""
    return viewer.registered and team.open and team.closed_at is None and team.kind == "service"
