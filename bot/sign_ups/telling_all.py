"""When everybody of an activity hears of a change, and under which subject."""

from bot.activities.rules import Shift
from bot.ground.times import HOUR
from bot.sign_ups.telling import awake_at
from bot.stations.rows import settings_of
from bot.store.transaction import Tx


def subject(activity_id: int) -> str:
    return f"activity:{activity_id}"


async def leaving(tx: Tx, shift: Shift, now: int) -> int:
    """Not in quiet hours, unless it would come too late then or cannot wait."""
    if shift.starts_at - now <= (await settings_of(tx, shift.station_id)).urgent_cancel_hours * HOUR:
        return now
    return await awake_at(tx, shift, now)
