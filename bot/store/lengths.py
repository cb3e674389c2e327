"""Lengths of time that are kept as the instant at which they end. When the clock goes back they end that much earlier.

Decision 0033 lists them. An instant that people were told (the end of an offer, a deadline, a reminder's hour) is none.
"""

from bot.ground.tries import HORIZON
from bot.store.transaction import Tx

LONGEST_WAIT = 3600
"""Seconds: nothing in the outbox is postponed for longer."""


async def mend(tx: Tx, bot_id: int, now: int, step: int = 0) -> None:
    """The clock shows `now`, and went back by `step` seconds; 0 where nobody knows whether it did, as at a start.

    What no length can explain is over: a wait beyond the longest, what was due at once before it was queued.
    """
    if step:
        await tx.change("shorten_waits", bot_id=bot_id, now=now, step=step)
        await tx.change("age_wrong_tries", step=step, since=now - HORIZON)
    await tx.change("end_impossible_waits", bot_id=bot_id, latest=now + LONGEST_WAIT)
    await tx.change("due_at_once", bot_id=bot_id, now=now)
    await tx.change("forget_future_tries", now=now)
