"""A person whom somebody else acts for is looked at as a viewer, but never acts: no roles go with them."""

from bot.domain.people import Viewer
from bot.domain.permissions.sign_ups import may_act_for
from bot.domain.refusals import NotFound
from bot.storage import people, teams
from bot.storage.transaction import Tx

PRESENT = frozenset({"active", "managed"})


async def seen_as(tx: Tx, viewer: Viewer, person_id: int) -> Viewer:
    """The person with their teams. Raises NotFound for who is not there any more."""
    if person_id == viewer.id:
        return viewer
    person = await people.person(tx, person_id)
    if person.state not in PRESENT:
        raise NotFound
    return Viewer(
        person=person,
        telegram_id=person.telegram_id or 0,
        language=person.language or viewer.language,
        zone=viewer.zone,
        memberships=tuple(await teams.memberships_of(tx, person_id)),
    )


async def acted_for(tx: Tx, viewer: Viewer, person_id: int) -> Viewer:
    """As `seen_as`. Raises NotFound too where the viewer may not act for this person."""
    person = await seen_as(tx, viewer, person_id)
    if not may_act_for(viewer, person.person, person.memberships):
        raise NotFound
    return person
