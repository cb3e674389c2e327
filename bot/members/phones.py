"""A phone number is never shown without a note of who looked at whose, and why."""

from bot.desk import Desk
from bot.ground.refusals import NotFound
from bot.members import finding_rows as finding
from bot.people import rows as people
from bot.people.permissions import may_see_phone
from bot.store.audit import notes
from bot.store.transaction import Tx


async def look_at_phone(desk: Desk, person_id: int) -> str | None:
    """The number, or None where none is kept. Raises NotFound, NoDataKey."""
    if not may_see_phone(desk.viewer, await finding.ties_of(desk.tx, person_id)):
        raise NotFound
    return await noted_look(desk.tx, desk.viewer.id, desk.now, person_id, because="card")


async def noted_look(tx: Tx, actor_id: int, now: int, person_id: int, *, because: str) -> str | None:
    """For who has been let in by another rule, such as the lead of an activity; ``because`` is a code.

    Raises NotFound, NoDataKey.
    """
    phone = await people.phone_of(tx, person_id)
    if phone is not None:
        await notes.note(
            tx, at=now, actor_id=actor_id, act="phone_seen", subject=f"person:{person_id}", facts={"because": because}
        )
    return phone
