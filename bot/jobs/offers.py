"""Offers that nobody answered go on to the next in line; when a shift begins its line is closed."""

from bot.jobs.table import AT_ONCE, Due, Tick
from bot.storage import sign_ups
from bot.storage.transaction import Tx
from bot.use_cases.offers import close_lines, expire_offers
from bot.use_cases.promotion import fill_everywhere


async def expire(tx: Tx, now: int) -> int:
    return await expire_offers(tx, now, AT_ONCE)


async def close(tx: Tx, now: int) -> int:
    return await close_lines(tx, now, AT_ONCE)


async def next_due(tx: Tx, now: int) -> list[Due]:
    return [Due(at, "offer_ends", 1) for at in await sign_ups.offer_ends(tx, now)]


TICKS = [
    Tick("offers", 15, expire, next_due),
    Tick("closed lines", 60, close),
    Tick("free places", 60, fill_everywhere),
]
