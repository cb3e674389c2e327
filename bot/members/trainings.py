"""Trainings that activities may ask for. Staff record them, never their own."""

from bot.ground.refusals import NotFound
from bot.ground.text import line
from bot.ground.viewer import Viewer
from bot.members.acts import NAME_LIMIT, reached
from bot.people import qualifications
from bot.people.permissions import may_qualify
from bot.store import audit
from bot.store.transaction import Tx


async def add_training(tx: Tx, viewer: Viewer, now: int, *, person_id: int, name: str) -> str:
    """The name as recorded. Raises NotFound, EmptyText, TextTooLong."""
    if not may_qualify(viewer, await reached(tx, viewer, person_id)):
        raise NotFound
    training = line("training", name, NAME_LIMIT)
    await qualifications.add_qualification(tx, person_id=person_id, name=training, recorded_by=viewer.id, now=now)
    await audit.note(tx, at=now, actor_id=viewer.id, act="training_added", subject=f"person:{person_id}")
    return training


async def remove_training(tx: Tx, viewer: Viewer, now: int, *, person_id: int, name: str) -> None:
    """Raises NotFound."""
    if not may_qualify(viewer, await reached(tx, viewer, person_id)):
        raise NotFound
    if not await qualifications.remove_qualification(tx, person_id, name):
        raise NotFound
    await audit.note(tx, at=now, actor_id=viewer.id, act="training_removed", subject=f"person:{person_id}")


async def known_trainings(tx: Tx) -> tuple[str, ...]:
    """Those recorded most, to choose from: an activity asks for one by its exact name."""
    return await qualifications.known_qualifications(tx)
