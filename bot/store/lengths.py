"""Lengths of time that are kept as the instant at which they end. When the clock goes back they end that much earlier.

Decision 0033 lists them. An instant that people were told (the end of an offer, a deadline, a reminder's hour) is none.
"""

from bot.ground.tries import HORIZON
from bot.store.asking import sql
from bot.store.transaction import Tx

LONGEST_WAIT = 3600
"""Seconds: nothing in the outbox is postponed for longer."""


@sql("""
UPDATE outbox SET not_before = NULL WHERE bot_id = :bot_id AND state = 'pending' AND not_before > :latest
""")
async def end_impossible_waits(tx: Tx, *, bot_id: int, latest: int) -> int:
    """Nothing waits that long: the clock went back while nobody looked."""


@sql("""
UPDATE outbox SET due_at = :now
WHERE bot_id = :bot_id AND state = 'pending' AND due_at > :now AND due_at <= created_at
""")
async def due_at_once(tx: Tx, *, now: int, bot_id: int) -> int:
    """What was to leave at once when it was queued, by a clock that went back since."""


@sql("DELETE FROM wrong_try WHERE at > :now")
async def forget_future_tries(tx: Tx, *, now: int) -> int:
    """Of a time that has not come yet, by a clock that went back while nobody looked."""


@sql("""
UPDATE outbox SET not_before = not_before - :step WHERE bot_id = :bot_id AND state = 'pending' AND not_before > :now
""")
async def shorten_waits(tx: Tx, *, step: int, bot_id: int, now: int) -> int:
    """The clock went back: whoever waits for a length of time waits no longer for that."""


@sql("UPDATE wrong_try SET at = at - :step WHERE at > :since")
async def age_wrong_tries(tx: Tx, *, step: int, since: int) -> int:
    """The clock went back: a pause that has begun ends when it would have ended."""


@sql("""
SELECT 1 AS yes FROM outbox WHERE id = (SELECT max(id) FROM outbox) AND created_at > :now
""")
async def was_ahead(tx: Tx, *, now: int) -> bool:
    """The last message was queued by a clock that went back since."""


async def mend(tx: Tx, bot_id: int, now: int, step: int = 0) -> None:
    """The clock shows `now`, and went back by `step` seconds; 0 where nobody knows whether it did, as at a start.

    What no length can explain is over: a wait beyond the longest, what was due at once before it was queued.
    """
    if step:
        await shorten_waits(tx, bot_id=bot_id, now=now, step=step)
        await age_wrong_tries(tx, step=step, since=now - HORIZON)
    await end_impossible_waits(tx, bot_id=bot_id, latest=now + LONGEST_WAIT)
    await due_at_once(tx, bot_id=bot_id, now=now)
    await forget_future_tries(tx, now=now)
