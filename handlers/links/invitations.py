"""Presses of /invite. The terms travel in the button; a link is made only by the last press."""

from typing import Annotated

from bot.ground.viewer import Role
from bot.people.permissions import GRANTABLE
from bot.speech.buttons import Button
from bot.speech.parts import Id, OneOf, Page, Whole

LinkDays = Annotated[int, Whole(1, 90)]
LinkUses = Annotated[int, Whole(1, 200)]
Given = Annotated[Role, OneOf(GRANTABLE)]


class InviteHome(Button, verb="zih"):
    """The choice of what to invite to."""


class InviteTeams(Button, verb="zit"):
    page: Page


class InviteIntoTeam(Button, verb="zii"):
    """The terms, to be changed or taken."""

    team: Id
    days: LinkDays
    uses: LinkUses


class MakeTeamLink(Button, verb="zim"):
    team: Id
    days: LinkDays
    uses: LinkUses


class InviteForRole(Button, verb="zir"):
    """``role`` '' asks which; then where."""

    role: Given | None


class RoleTerms(Button, verb="zie"):
    role: Given
    station: Id
    days: LinkDays
    uses: LinkUses


class MakeRoleLink(Button, verb="zil"):
    role: Given
    station: Id
    days: LinkDays
    uses: LinkUses


class OpenLinks(Button, verb="zio"):
    """The viewer's own links that still work."""


class WithdrawLink(Button, verb="ziw"):
    invitation: Id
