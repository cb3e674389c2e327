"""Which messages show a roll-call's card: nobody else knows, for Telegram lists no messages."""

from bot.roll_call.shown import OpenCard
from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("""
INSERT INTO roll_card (shift_id, person_id, message_id, page, shown)
VALUES (:shift_id, :person_id, :message_id, :page, 1)
ON CONFLICT (shift_id, person_id) DO UPDATE SET
    message_id = excluded.message_id, page = excluded.page, shown = excluded.shown
""")
async def show(tx: Tx, shift_id: int, person_id: int, message_id: int, page: int) -> None:
    """The card stands in this message now."""


@sql("""
INSERT INTO roll_card (shift_id, person_id, message_id, page, shown)
VALUES (:shift_id, :person_id, :message_id, 0, 0)
ON CONFLICT (shift_id, person_id) DO UPDATE SET
    message_id = excluded.message_id, page = excluded.page, shown = excluded.shown
""")
async def cover(tx: Tx, shift_id: int, person_id: int, message_id: int) -> None:
    """The message shows something else of the same roll-call."""


@sql("""
SELECT person_id, message_id, page FROM roll_card WHERE shift_id = :shift_id AND shown = 1
UNION
SELECT o.person_id, max(o.message_id) AS message_id, 0 AS page FROM outbox o
WHERE o.subject = :subject AND o.kind IN ('roll_call_card', 'roll_call_handed', 'call:sendMessage') AND o.state = 'sent'
    AND o.message_id IS NOT NULL AND o.person_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM roll_card c
        WHERE c.shift_id = :shift_id AND c.person_id = o.person_id AND c.message_id >= o.message_id)
GROUP BY o.person_id
ORDER BY 1, 2
""")
async def roll_cards_shown(tx: Tx, *, shift_id: int, subject: str) -> list[OpenCard]:
    """Where the card stands: as pressed last, or as it came by itself or was asked for and was not pressed yet."""


async def shown(tx: Tx, shift_id: int) -> list[OpenCard]:
    return await roll_cards_shown(tx, shift_id=shift_id, subject=f"shift:{shift_id}")


@sql("DELETE FROM roll_card WHERE person_id = :person_id")
async def erase_roll_cards(tx: Tx, *, person_id: Value) -> int:
    """In which messages the person had a roll-call open."""
