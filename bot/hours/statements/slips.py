"""What whoever looks after people without phones is asked to agree to for them, to hand over or to read aloud.

A slip is what was asked at one instant about one shift of all whom one person looks after.
"""

from bot.desk import Desk
from bot.ground.refusals import NotFound
from bot.hours import booking
from bot.hours.statements import acts
from bot.hours.statements import rows as hours_statements
from bot.hours.statements.rules import Slip, StatementState


async def look(desk: Desk, *, shift_id: int, asked_at: int) -> Slip:
    """Raises NotFound where the viewer looks after nobody on it."""
    found = await hours_statements.in_care(desk.tx, desk.viewer.id, shift_id=shift_id, asked_at=asked_at)
    looks = []
    for statement in found:
        record = await booking.known(desk.tx, statement.record_id)
        if not record.reversed:
            looks.append(await acts.shown(desk, statement, record))
    if not looks:
        raise NotFound
    return Slip(shift_id, asked_at, tuple(looks))


async def to_ask(desk: Desk, *, shift_id: int, asked_at: int) -> Slip | None:
    """As it leaves: None once all of it was answered. Raises NotFound."""
    slip = await look(desk, shift_id=shift_id, asked_at=asked_at)
    return slip if slip.open else None


async def agree(desk: Desk, *, shift_id: int, asked_at: int) -> Slip:
    """*All right*: for each who was asked and has not answered. Raises NotFound."""
    slip = await look(desk, shift_id=shift_id, asked_at=asked_at)
    for one in slip.open:
        await acts.step(desk.tx, one.statement, StatementState.AGREED, desk.now, question="")
    return await look(desk, shift_id=shift_id, asked_at=asked_at)
