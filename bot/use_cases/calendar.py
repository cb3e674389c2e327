"""The file leaves as a notice: it is made when it goes, from the shift as it is then."""

from bot.domain.people import Viewer
from bot.storage.outbox import queue_notice
from bot.storage.transaction import Tx
from bot.use_cases.activities import seen_shift


async def ask_for_file(tx: Tx, viewer: Viewer, now: int, *, shift_id: int) -> None:
    """Raises NotRegistered, NotFound."""
    await seen_shift(tx, viewer, shift_id)
    await queue_notice(
        tx,
        kind="calendar",
        key=f"calendar:shift:{shift_id}:person:{viewer.id}:{now}",
        person_id=viewer.id,
        subject=f"shift:{shift_id}",
        facts={"shift": shift_id},
        now=now,
        class_="reply",
    )
