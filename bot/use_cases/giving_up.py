"""Everything a person holds ahead, given up at once: after erasure, and when a guardian takes consent back."""

from bot.domain.sign_ups import Reason
from bot.storage import erasing, sign_ups
from bot.storage.transaction import Tx
from bot.use_cases.withdrawing import give_up


async def give_up_all(tx: Tx, person_id: int, now: int, *, by: int | None, reason: Reason) -> int:
    """How many; each place goes to the next in line. The person is locked by the caller."""
    held = await erasing.live_sign_ups_ahead(tx, person_id, now)
    for sign_up_id, shift_id in held:
        await tx.lock("shift", shift_id)
        await give_up(tx, await sign_ups.known(tx, sign_up_id), now=now, by=by, reason=reason)
    return len(held)
