"""Buttons of /invite. The terms travel in the button; a link is made only by the last press."""

from typing import Annotated

from bot.ground.viewer import Role
from bot.people.permissions import GRANTABLE
from bot.speech.buttons import Link
from bot.speech.parts import Id, OneOf, Page, Whole

LinkDays = Annotated[int, Whole(1, 90)]
LinkUses = Annotated[int, Whole(1, 200)]
Given = Annotated[Role, OneOf(GRANTABLE)]
InviteHome = Link[()]("zih")
"""The choice of what to invite to."""
InviteTeams = Link[Page]("zit", "page")
InviteIntoTeam = Link[Id, LinkDays, LinkUses]("zii", "team days uses")
"""The terms, to be changed or taken."""
InviteHere = Link[Id, LinkDays, LinkUses]("zij", "team days uses")
"""The same from the team's card, to which *Back* leads."""
MakeTeamLink = Link[Id, LinkDays, LinkUses]("zim", "team days uses")
InviteForRole = Link[Given | None]("zir", "role")
"""``role`` '' asks which; then where."""
RoleTerms = Link[Given, Id, LinkDays, LinkUses]("zie", "role station days uses")
MakeRoleLink = Link[Given, Id, LinkDays, LinkUses]("zil", "role station days uses")
OpenLinks = Link[()]("zio")
"""The viewer's own links that still work."""
WithdrawLink = Link[Id]("ziw", "invitation")
