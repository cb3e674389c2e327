"""An event that was scheduled happens once, because its key can be claimed once."""

from bot.store.transaction import Tx


async def claim(tx: Tx, key: str, now: int) -> bool:
    """False when somebody has done it already. Undone with the transaction."""
    return await tx.change("claim_occurrence", key=key, now=now) == 1
