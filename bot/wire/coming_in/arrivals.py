"""What Telegram hands over, before anybody trusts it: any JSON at all may stand where an update should.

What cannot be stored as it is (a number out of bounds, lists within lists without end) is kept under its number all the
same, without its words: so it becomes a dead update, of which its sender is told, and does not come again.

A lane is whose order an update belongs to. Anonymous admins, channels and 777000 are never persons: their lane is
the chat.
"""

import re
from typing import Any

from bot.ground.json_text import written
from bot.store.inbox import Arrival
from bot.wire.coming_in.presses import kept
from bot.wire.reading import number, too_deep

NEVER_PERSONS = {777000, 1087968824, 136817688}  # Telegram itself, GroupAnonymousBot, Channel_Bot
LONGEST_CODE = 35  # characters of a language's code, RFC 5646
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def arrival(update: Any) -> Arrival | None:
    """The update as it will be kept; None for what has no number to be kept by."""
    update_id = number(update.get("update_id"), 0) if isinstance(update, dict) else None
    if update_id is None:
        return None
    return Arrival(update_id, lane(update), storable(kept(update)) or remains(update))


def storable(update: Any) -> str:
    """Without NUL and lone surrogates; empty for what no database takes and no reader could read again."""
    try:
        raw = written(update)
    except (TypeError, ValueError, RecursionError):  # ODD, Infinity, too deep even to be written
        return ""
    if "\\u0000" in raw:
        raw = NUL.sub(r"\1", raw)
    return "" if too_deep(raw) else raw.encode("utf-8", "ignore").decode()


def remains(update: dict[str, Any]) -> str:
    """What is needed to tell its sender, and to end the waiting of a button that was pressed."""
    query, sender = update.get("callback_query"), {"language_code": client_language(update)}
    id = query.get("id") if isinstance(query, dict) else None
    if isinstance(id, str):
        return storable({"callback_query": {"from": sender, "id": id}})
    return storable({"message": {"from": sender}})


def lane(update: dict[str, Any]) -> int:
    """0 where neither a sender nor a chat can be made out."""
    body = body_of(update)
    return sender(body) or chat(body)


def client_language(update: dict[str, Any]) -> str | None:
    """What the sender's app speaks, as Telegram says it."""
    user = body_of(update).get("from")
    code = user.get("language_code") if isinstance(user, dict) else None
    return code if isinstance(code, str) and len(code) <= LONGEST_CODE else None


def body_of(update: dict[str, Any]) -> dict[str, Any]:
    """What the update is about, whatever its kind."""
    for kind, body in update.items():
        if isinstance(body, dict) and kind != "update_id":
            return body
    return {}


def sender(body: dict[str, Any]) -> int:
    """The human who acts, 0 for nobody that could be a person."""
    user = body.get("from")
    if "sender_chat" in body or not isinstance(user, dict) or user.get("is_bot"):
        return 0
    found = number(user.get("id"), 1) or 0
    return 0 if found in NEVER_PERSONS else found


def chat(body: dict[str, Any]) -> int:
    message = body.get("message")
    found = body.get("chat") or (message.get("chat") if isinstance(message, dict) else None)
    return (number(found.get("id")) or 0) if isinstance(found, dict) else 0
