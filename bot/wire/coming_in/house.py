"""What Telegram tells about chats themselves: blocked, unblocked, moved, thrown out. No handler has to know."""

from typing import Any

from bot.call_list import rows as call_list
from bot.people import reachable_rows
from bot.store import outbox_leaving as leaving
from bot.store.transaction import Row, Tx
from bot.teams import rows
from bot.wire.coming_in.arrivals import chat
from bot.wire.reading import number

GONE = {"kicked", "left"}


async def keep_house(tx: Tx, bot_id: int, row: Row, update: dict[str, Any], now: int) -> None:
    """Before the update is routed; most updates need nothing of it."""
    membership, message = update.get("my_chat_member"), update.get("message")
    if isinstance(membership, dict):
        await changed_membership(tx, bot_id, membership, now)
    elif isinstance(message, dict) and "migrate_to_chat_id" in message:
        await moved_group(tx, bot_id, chat(message), number(message["migrate_to_chat_id"]) or 0)
    elif row["unreachable_at"] is not None or row["strikes"]:
        await reachable_rows.mark_reachable(tx, row["lane"])
    if row["sought"] and in_hand(update):
        await call_list.hear_from(tx, row["id"], now)


def in_hand(update: dict[str, Any]) -> bool:
    """Whoever wrote or pressed looks at the bot's chat; who only unblocked it, or wrote in a group, may not."""
    message = update.get("message")
    return "callback_query" in update or (isinstance(message, dict) and chat(message) > 0)


async def changed_membership(tx: Tx, bot_id: int, membership: dict[str, Any], now: int) -> None:
    chat_id = chat(membership)
    gone = (membership.get("new_chat_member") or {}).get("status") in GONE
    if chat_id < 0 and gone:
        await rows.forget_team_chat(tx, chat_id)
    elif chat_id > 0 and gone:
        await reachable_rows.mark_unreachable(tx, chat_id, now)
        await leaving.drop_for_chat(tx, bot_id, chat_id, "blocked")
    elif chat_id > 0:
        await reachable_rows.mark_reachable(tx, chat_id)


async def moved_group(tx: Tx, bot_id: int, from_id: int, to_id: int) -> None:
    """A group became a supergroup: what waits for it goes to the new id. A second telling changes nothing."""
    if from_id and to_id:
        await leaving.retarget(tx, bot_id, from_id, to_id)
        await rows.move_team_chat(tx, from_id, to_id)
