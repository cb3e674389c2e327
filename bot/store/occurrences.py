"""An event that was scheduled happens once, because its key can be claimed once."""

from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("INSERT INTO occurrence (key, done_at) VALUES (:key, :now) ON CONFLICT (key) DO NOTHING")
async def claim(tx: Tx, key: str, now: int) -> bool:
    """Makes a scheduled event happen once. False where somebody has done it already. Undone with the transaction."""
