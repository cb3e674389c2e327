"""People in activities, and what waits to be told to them."""

from bot.activities import rows as activities
from bot.desk import Seated
from bot.ground.times import DAY
from bot.sign_ups.acts import sign_up
from bot.store import outbox_leaving as leaving
from tests.helpers.offers import morning, offer
from tests.helpers.town import NOW, Town


async def full_house(town: Town, capacity: int = 2, **other: object) -> int:
    """A shift of the first team for two, with Anna and Ben in it and Cora waiting."""
    shift_id = await offer(town, morning(capacity=capacity), **other)
    for name in ("anna", "ben", "cora"):
        await sign_up(Seated(town.tx, await town.viewer(name), NOW), shift_id=shift_id)
    return shift_id


async def queued(town: Town, kind: str) -> dict[str, int]:
    """Names of who will get such a notice, and when it is due."""
    names = {id: name for name, id in town.people.items()}
    rows = await leaving.due(town.tx, 0, NOW + 30 * DAY, 1000)
    return {names[row["person_id"]]: row["due_at"] for row in rows if row["kind"] == kind and row["person_id"] in names}


async def activity_of(town: Town, shift_id: int) -> int:
    shift = await activities.get_shift(town.tx, shift_id)
    assert shift is not None
    return shift.activity_id
