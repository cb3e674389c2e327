"""Which messages show a roll-call's card: nobody else knows, for Telegram lists no messages."""

from bot.roll_call.looks import OpenCard
from bot.store.transaction import Tx


async def show(tx: Tx, shift_id: int, person_id: int, message_id: int, page: int) -> None:
    await tx.change("show_roll_card", shift_id=shift_id, person_id=person_id, message_id=message_id, page=page)


async def cover(tx: Tx, shift_id: int, person_id: int, message_id: int) -> None:
    await tx.change("cover_roll_card", shift_id=shift_id, person_id=person_id, message_id=message_id)


async def shown(tx: Tx, shift_id: int) -> list[OpenCard]:
    rows = await tx.rows("roll_cards_shown", shift_id=shift_id, subject=f"shift:{shift_id}")
    return [OpenCard(row["person_id"], row["message_id"], row["page"]) for row in rows]
