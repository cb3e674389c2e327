"""Whom somebody acts for is looked at as of now, and by nobody's authority but the one who acts."""

from bot.ground.refusals import NotFound
from bot.ground.viewer import Viewer
from bot.people.readers import reader
from bot.sign_ups.permissions import may_act_for
from bot.store.transaction import Tx

PRESENT = frozenset({"active", "managed"})


async def seen_as(tx: Tx, viewer: Viewer, person_id: int) -> Viewer:
    """The person with their teams. Raises NotFound for who is not there any more."""
    if person_id == viewer.id:
        return viewer
    person = await reader(tx, person_id, viewer.zone)
    if person is None or person.person.state not in PRESENT:
        raise NotFound
    return person


async def acted_for(tx: Tx, viewer: Viewer, person_id: int) -> Viewer:
    """As `seen_as`. Raises NotFound too where the viewer may not act for this person."""
    person = await seen_as(tx, viewer, person_id)
    if not may_act_for(viewer, person.person, person.memberships):
        raise NotFound
    return person
