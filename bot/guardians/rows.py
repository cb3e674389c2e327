"""A wish is no sign-up: it holds no place, it is only where the way leads back to. One a person, the newest."""

from bot.store.transaction import Tx


async def keep(tx: Tx, person_id: int, shift_id: int, now: int) -> None:
    """In place of an older one."""
    await tx.change("keep_wish", person_id=person_id, shift_id=shift_id, now=now)


async def take(tx: Tx, person_id: int) -> int | None:
    """The shift, and it is forgotten; None where there was no wish."""
    row = await tx.row("take_wish", person_id=person_id)
    return None if row is None else int(row["shift_id"])
