"""The file leaves as a notice: it is made when it goes, from the shift as it is then."""

from bot.telling import queue_notice
from bot.ground.viewer import Viewer
from bot.sign_ups.looking import seen_shift
from bot.store.transaction import Tx


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
