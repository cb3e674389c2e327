"""A process that was replaced may wake up again: every result it brings is compared with the epoch first."""

from typing import Any

from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("""
INSERT INTO process (bot_id, epoch, started_at) VALUES (:bot_id, 1, :now)
ON CONFLICT (bot_id) DO UPDATE SET epoch = process.epoch + 1, started_at = :now
RETURNING epoch
""")
async def raise_epoch(tx: Tx, bot_id: int, now: int) -> int:
    """This process is the bot's from now on, and the number is its own: of what an older one holds in flight the
    outcome is unknown.
    """


@sql("SELECT epoch FROM process WHERE bot_id = :bot_id")
async def epoch_of_bot(tx: Tx, bot_id: int) -> int | None:
    """Whose turn it is: a transaction of an older process must not have an effect. None before its first start."""


@sql("SELECT epoch FROM process ORDER BY started_at DESC, bot_id DESC LIMIT 1")
async def newest_epoch_statement(tx: Tx) -> Any:
    """Which start of which bot this is; none before the first."""


async def newest_epoch(tx: Tx) -> int:
    """Of the bot that started last on this database; 0 before any has."""
    return int(await newest_epoch_statement(tx) or 0)
