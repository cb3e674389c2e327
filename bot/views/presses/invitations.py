"""Presses of /invite. The terms travel in the button; a link is made only by the last press."""

from bot.views.buttons import Button


class InviteHome(Button, verb="zih"):
    """The choice of what to invite to."""


class InviteTeams(Button, verb="zit"):
    page: int


class InviteIntoTeam(Button, verb="zii"):
    """The terms, to be changed or taken."""

    team: int
    days: int
    uses: int


class MakeTeamLink(Button, verb="zim"):
    team: int
    days: int
    uses: int


class InviteForRole(Button, verb="zir"):
    """``role`` '' asks which; then where."""

    role: str


class RoleTerms(Button, verb="zie"):
    role: str
    station: int
    days: int
    uses: int


class MakeRoleLink(Button, verb="zil"):
    role: str
    station: int
    days: int
    uses: int


class OpenLinks(Button, verb="zio"):
    """The viewer's own links that still work."""


class WithdrawLink(Button, verb="ziw"):
    invitation: int
