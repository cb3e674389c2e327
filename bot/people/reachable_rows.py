"""Whether Telegram can bring somebody a message: it says no at once, or three times over three days."""

from collections.abc import Sequence

from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("UPDATE person SET unreachable_at = :now WHERE telegram_id = :telegram_id AND unreachable_at IS NULL")
async def mark_unreachable(tx: Tx, telegram_id: int, now: int) -> bool:
    """Telegram said that nothing can be delivered to this person. Sign-ups stay."""


@sql("""
UPDATE person SET unreachable_at = NULL, strikes = 0, first_strike_at = NULL WHERE telegram_id = :telegram_id
""")
async def mark_reachable(tx: Tx, telegram_id: int) -> None:
    """The person wrote or unblocked the bot: messages arrive again."""


@sql("""
UPDATE person SET strikes = strikes + 1, first_strike_at = coalesce(first_strike_at, :now)
WHERE telegram_id = :telegram_id AND unreachable_at IS NULL
  AND (strikes = 0 OR first_strike_at + strikes * 129600 <= :now)
""")
async def strike_statement(tx: Tx, *, now: int, telegram_id: int) -> int:
    """A refusal that is no proof; the second counts after 36 hours, the third after 72."""


@sql("""
UPDATE person SET unreachable_at = :now WHERE telegram_id = :telegram_id AND unreachable_at IS NULL AND strikes >= 3
""")
async def third_strike(tx: Tx, *, now: int, telegram_id: int) -> bool:
    """Three refusals over three days are proof enough."""


async def strike(tx: Tx, telegram_id: int, now: int) -> bool:
    """True when this was the third over three days, and the person is unreachable from now on."""
    await strike_statement(tx, telegram_id=telegram_id, now=now)
    return await third_strike(tx, telegram_id=telegram_id, now=now)


@sql("""
UPDATE person SET strikes = 0, first_strike_at = NULL WHERE telegram_id = :telegram_id AND strikes > 0
""")
async def forgive_strikes_statement(tx: Tx, *, telegram_id: Value) -> None:
    """Something was delivered after all."""


async def forgive_strikes(tx: Tx, telegram_ids: Sequence[int]) -> None:
    await forgive_strikes_statement.many(tx, [{"telegram_id": one} for one in telegram_ids])
