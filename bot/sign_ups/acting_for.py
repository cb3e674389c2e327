"""Whom somebody acts for is looked at as of now, and by nobody's authority but the one who acts."""

from bot.desk import Desk
from bot.ground.refusals import NotFound
from bot.ground.viewer import Viewer
from bot.people.notice_readers import reader
from bot.sign_ups.permissions import may_act_for

PRESENT = frozenset({"active", "managed"})


async def seen_as(desk: Desk, person_id: int) -> Viewer:
    """The person with their teams. Raises NotFound for who is not there any more."""
    if person_id == desk.viewer.id:
        return desk.viewer
    person = await reader(desk.tx, person_id, desk.viewer.zone)
    if person is None or person.person.state not in PRESENT:
        raise NotFound
    return person


async def acted_for(desk: Desk, person_id: int) -> Viewer:
    """As `seen_as`. Raises NotFound too where the viewer may not act for this person."""
    person = await seen_as(desk, person_id)
    if not may_act_for(desk.viewer, person.person, person.memberships):
        raise NotFound
    return person
