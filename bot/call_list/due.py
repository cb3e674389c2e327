"""What was not delivered is named within half a minute, and those who lead are told once it is gathered."""

from bot.call_list import undelivered
from bot.store.ticks import AT_ONCE, Due, Tick
from bot.store.transaction import Tx


async def name_them(tx: Tx, now: int) -> int:
    return await undelivered.name_them(tx, now, AT_ONCE)


async def tell(tx: Tx, now: int) -> int:
    return await undelivered.tell(tx, now, AT_ONCE)


async def next_due(tx: Tx, now: int) -> list[Due]:
    return [Due(at, "call_list", 1) for at in await undelivered.next_told(tx, now)]


async def watch(tx: Tx, now: int) -> str:
    """Until they are reached, or what it is about is over."""
    people = await undelivered.waiting(tx, now)
    return f"{people} people wait to be phoned" if people > 1 else "1 person waits to be phoned" if people else ""


TICKS = [
    Tick("undelivered", 15, name_them),
    Tick("calls", 15, tell, next_due, watch),
]
