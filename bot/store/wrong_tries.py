"""Wrong codes by Telegram account, of whoever: guessing needs no registration. ``what`` tells kinds of codes apart."""

from bot.ground.tries import HORIZON, paused_until
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


@sql("DELETE FROM wrong_try WHERE telegram_id = :telegram_id AND at <= :horizon")
async def forget_wrong_tries(tx: Tx, *, telegram_id: int, horizon: int) -> int:
    """What is too old to matter."""


@sql("INSERT INTO wrong_try (telegram_id, what, at) VALUES (:telegram_id, :what, :now)")
async def note_wrong_try_statement(tx: Tx, *, telegram_id: int, what: str, now: int) -> int:
    """A code that was not right."""


async def note_wrong_try(tx: Tx, telegram_id: int, what: str, now: int) -> None:
    """Do not raise a refusal after it: that would roll the note back."""
    await forget_wrong_tries(tx, telegram_id=telegram_id, horizon=now - HORIZON)
    await note_wrong_try_statement(tx, telegram_id=telegram_id, what=what, now=now)


@sql("""
SELECT at FROM wrong_try WHERE telegram_id = :telegram_id AND what = :what AND at > :since ORDER BY at, id
""")
async def wrong_tries_since(tx: Tx, *, telegram_id: int, what: str, since: int) -> list[Row]:
    """When wrong codes of this kind came from this account, the oldest first."""


async def pause_of(tx: Tx, telegram_id: int, what: str, now: int) -> int | None:
    """Until when no code of this kind is looked at; None where one may be tried."""
    rows = await wrong_tries_since(tx, telegram_id=telegram_id, what=what, since=now - HORIZON)
    return paused_until([row["at"] for row in rows], now)
