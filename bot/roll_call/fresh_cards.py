"""Called by whatever changes a roll-call. Several changes within a second are one edit, for they share a key."""

from bot import telling
from bot.ground import notices
from bot.roll_call import card_message_rows as roll_cards
from bot.store.transaction import Tx


async def changed(tx: Tx, shift_id: int, now: int, *, by: int) -> None:
    """Every open card but that of ``by``, who sees the answer to the own press, is made anew."""
    for one in await roll_cards.shown(tx, shift_id):
        if one.person_id == by:
            continue
        await telling.tell(
            tx,
            notices.RollCallFresh(shift_id, one.message_id),
            one.person_id,
            key=f"roll_call_fresh:shift:{shift_id}:person:{one.person_id}:message:{one.message_id}:{now}",
            subject=f"shift:{shift_id}",
            now=now,
            due_at=now + 1,
            silent=True,
        )
