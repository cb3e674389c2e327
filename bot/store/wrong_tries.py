"""Wrong codes by Telegram account, of whoever: guessing needs no registration. ``what`` tells kinds of codes apart."""

from bot.ground.tries import HORIZON, paused_until
from bot.store.transaction import Tx


async def note_wrong_try(tx: Tx, telegram_id: int, what: str, now: int) -> None:
    """Do not raise a refusal after it: that would roll the note back."""
    await tx.change("forget_wrong_tries", telegram_id=telegram_id, horizon=now - HORIZON)
    await tx.change("note_wrong_try", telegram_id=telegram_id, what=what, now=now)


async def pause_of(tx: Tx, telegram_id: int, what: str, now: int) -> int | None:
    """Until when no code of this kind is looked at; None where one may be tried."""
    rows = await tx.rows("wrong_tries_since", telegram_id=telegram_id, what=what, since=now - HORIZON)
    return paused_until([row["at"] for row in rows], now)
