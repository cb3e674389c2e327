"""The file leaves as a notice: it is made when it goes, from the shift as it is then."""

from bot.desk import Desk
from bot.ground import notices
from bot.sign_ups.looking import seen_shift
from bot.telling import tell


async def ask_for_file(desk: Desk, *, shift_id: int) -> None:
    """Raises NotRegistered, NotFound."""
    await seen_shift(desk, shift_id)
    await tell(
        desk.tx,
        notices.Calendar(shift_id),
        desk.viewer.id,
        key=f"calendar:shift:{shift_id}:person:{desk.viewer.id}:{desk.now}",
        subject=f"shift:{shift_id}",
        now=desk.now,
    )
