"""How many scheduled events have been claimed."""

from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("SELECT cast(count(*) AS bigint) AS n FROM occurrence")
async def happened(tx: Tx) -> int:  # type: ignore[empty-body]  # the text above it is what it does
    """All of them, ever."""
