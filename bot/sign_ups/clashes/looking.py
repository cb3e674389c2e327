"""What else somebody is down for when a notice leaves."""

from bot.sign_ups.clashes.rows import overlaps
from bot.sign_ups.clashes.rules import Overlap
from bot.sign_ups.shown import SignUpLook
from bot.store.transaction import Tx


async def elsewhere(tx: Tx, look: SignUpLook | None) -> Overlap | None:
    """The first of it at the time of this sign-up."""
    if look is None:
        return None
    shift = look.shift
    hours = {"starts_at": shift.starts_at, "ends_at": shift.ends_at}
    found = await overlaps(tx, look.sign_up.person_id, shift_id=shift.id, **hours)
    return found[0] if found else None
