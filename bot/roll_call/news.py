"""Called by whatever changes a roll-call. Several changes within a second are one edit, for they share a key."""

from bot import telling
from bot.roll_call import card_rows as roll_cards
from bot.store.transaction import Tx

FRESH = "roll_call_fresh"
USEFUL = 15 * 60  # seconds; who looks later presses something first


async def changed(tx: Tx, shift_id: int, now: int, *, by: int) -> None:
    """Every open card but that of ``by``, who sees the answer to the own press, is made anew."""
    for one in await roll_cards.shown(tx, shift_id):
        if one.person_id == by:
            continue
        await telling.queue_notice(
            tx,
            kind=FRESH,
            key=f"{FRESH}:shift:{shift_id}:person:{one.person_id}:message:{one.message_id}:{now}",
            person_id=one.person_id,
            subject=f"shift:{shift_id}",
            facts={"shift": shift_id, "message": one.message_id},
            now=now,
            due_at=now + 1,
            expires_at=now + USEFUL,
            class_="reply",
            silent=True,
        )
