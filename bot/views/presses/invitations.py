"""Presses of /invite. The terms travel in the button; a link is made only by the last press."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class InviteHome(Button, verb="zih"):
    """The choice of what to invite to."""


@dataclass(frozen=True, slots=True)
class InviteTeams(Button, verb="zit"):
    page: int


@dataclass(frozen=True, slots=True)
class InviteIntoTeam(Button, verb="zii"):
    """The terms, to be changed or taken."""

    team: int
    days: int
    uses: int


@dataclass(frozen=True, slots=True)
class MakeTeamLink(Button, verb="zim"):
    team: int
    days: int
    uses: int


@dataclass(frozen=True, slots=True)
class InviteForRole(Button, verb="zir"):
    """``role`` '' asks which; then where."""

    role: str


@dataclass(frozen=True, slots=True)
class RoleTerms(Button, verb="zie"):
    role: str
    station: int
    days: int
    uses: int


@dataclass(frozen=True, slots=True)
class MakeRoleLink(Button, verb="zil"):
    role: str
    station: int
    days: int
    uses: int


@dataclass(frozen=True, slots=True)
class OpenLinks(Button, verb="zio"):
    """The viewer's own links that still work."""


@dataclass(frozen=True, slots=True)
class WithdrawLink(Button, verb="ziw"):
    invitation: int
