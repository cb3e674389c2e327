"""Check-in codes. What is short-lived needs no salt: by the time it could be guessed from here it has run out."""

from bot.ground.tries import WINDOW
from bot.invitations.rows import fingerprint
from bot.roll_call.codes import REMEMBERED, SECONDS, Code, Way
from bot.store.transaction import Tx


async def add_code(tx: Tx, shift_id: int, way: Way, code: str, *, by: int, now: int) -> Code:
    """Good from now on."""
    made = Code(shift_id, way, now, now + SECONDS[way])
    await tx.change("forget_check_in_codes", shift_id=shift_id, before=now - REMEMBERED)
    await tx.change(
        "add_check_in_code",
        shift_id=shift_id,
        way=way,
        code_hash=fingerprint(code),
        starts_at=made.starts_at,
        ends_at=made.ends_at,
        by=by,
    )
    return made


async def codes(tx: Tx, code: str, now: int) -> list[Code]:
    """What this code is or was lately good for, the newest first."""
    rows = await tx.rows("check_in_codes", code_hash=fingerprint(code), since=now - REMEMBERED)
    return [Code(row["shift_id"], Way(row["way"]), row["starts_at"], row["ends_at"]) for row in rows]


async def wrong_lately(tx: Tx, telegram_id: int, what: str, now: int) -> int:
    """How many wrong codes count towards the pause."""
    return len(await tx.rows("wrong_tries_since", telegram_id=telegram_id, what=what, since=now - WINDOW))
