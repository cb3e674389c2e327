"""The commands Telegram shows in a chat are a person's own: they follow role and language, and nobody presses for that."""

from bot.storage import outbox
from bot.storage.transaction import Tx

KIND = "menu"


async def refresh(tx: Tx, person_id: int, now: int) -> None:
    """Call it where a role, a captain's mark or a language changes; the menu is made when it leaves."""
    await outbox.queue_notice(
        tx,
        kind=KIND,
        key=f"menu:person:{person_id}:{now}",
        person_id=person_id,
        subject=f"menu:person:{person_id}",
        facts={"person": person_id},
        now=now,
        silent=True,
    )
