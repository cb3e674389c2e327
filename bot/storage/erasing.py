"""What belongs to one person across all tables, in order to take it away."""

from bot.storage.transaction import Tx


async def live_sign_ups_ahead(tx: Tx, person_id: int, now: int) -> list[tuple[int, int]]:
    """Sign-up and shift, by shift."""
    rows = await tx.rows("live_sign_ups_ahead", person_id=person_id, now=now)
    return [(row["id"], row["shift_id"]) for row in rows]
