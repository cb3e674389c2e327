"""A process that was replaced may wake up again: every result it brings is compared with the epoch first."""

from bot.store.transaction import Tx


async def raise_epoch(tx: Tx, bot_id: int, now: int) -> int:
    """This process is the bot's from now on; the number is its own."""
    epoch: int = await tx.value("raise_epoch", bot_id=bot_id, now=now)
    return epoch


async def epoch_of_bot(tx: Tx, bot_id: int) -> int | None:
    """None before its first start."""
    epoch: int | None = await tx.value("epoch_of_bot", bot_id=bot_id)
    return epoch


async def newest_epoch(tx: Tx) -> int:
    """Of the bot that started last on this database; 0 before any has."""
    return int(await tx.value("newest_epoch") or 0)
