"""A link can give nothing that its maker may not give by hand."""

from bot.ground.viewer import STAFF, Role, Viewer
from bot.people.permissions import may_grant


def may_invite(viewer: Viewer) -> bool:
    """Open the choice of links."""
    return viewer.registered and (viewer.has(*STAFF) or viewer.is_captain())


def may_invite_to_role(viewer: Viewer, role: Role, path: str) -> bool:
    return may_grant(viewer, role, path)


def may_withdraw_invitation(viewer: Viewer, created_by: int | None) -> bool:
    """One's own links only; those of others run out."""
    return viewer.registered and viewer.id == created_by


def may_invite_to_team(viewer: Viewer, team_id: int, path: str) -> bool:
    """Make a link into the team."""
    return viewer.registered and (viewer.holds(path, *STAFF) or viewer.is_captain(team_id))
