"""Trainings that activities may ask for. Staff record them, never their own."""

from bot.desk import Desk, note
from bot.ground.refusals import NotFound
from bot.ground.text import line
from bot.members.acts import NAME_LIMIT, reached
from bot.people import qualification_rows as qualifications
from bot.people.permissions import may_qualify
from bot.store.transaction import Tx


async def add_training(desk: Desk, *, person_id: int, name: str) -> str:
    """The name as recorded. Raises NotFound, EmptyText, TextTooLong."""
    if not may_qualify(desk.viewer, await reached(desk, person_id)):
        raise NotFound
    training = line("training", name, NAME_LIMIT)
    await qualifications.add_qualification(
        desk.tx, person_id=person_id, name=training, recorded_by=desk.viewer.id, now=desk.now
    )
    await note(desk, "training_added", f"person:{person_id}")
    return training


async def remove_training(desk: Desk, *, person_id: int, name: str) -> None:
    """Raises NotFound."""
    if not may_qualify(desk.viewer, await reached(desk, person_id)):
        raise NotFound
    if not await qualifications.remove_qualification(desk.tx, person_id, name):
        raise NotFound
    await note(desk, "training_removed", f"person:{person_id}")


async def known_trainings(tx: Tx) -> tuple[str, ...]:
    """Those recorded most, to choose from: an activity asks for one by its exact name."""
    return await qualifications.known_qualifications(tx)
