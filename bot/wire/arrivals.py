"""What Telegram hands over, before anybody trusts it: any JSON at all may stand where an update should.

A lane is whose order an update belongs to. Anonymous admins, channels and 777000 are never persons: their lane is
the chat.
"""

import json
import re
from typing import Any

from bot.storage.inbox import Arrival

NEVER_PERSONS = {777000, 1087968824, 136817688}  # Telegram itself, GroupAnonymousBot, Channel_Bot
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def arrival(update: Any) -> Arrival | None:
    """The update as it will be kept, without NUL and lone surrogates; None for what has no number to be kept by."""
    update_id = update.get("update_id") if isinstance(update, dict) else None
    if not isinstance(update_id, int) or isinstance(update_id, bool) or not 0 <= update_id < 2**62:
        return None
    return Arrival(update_id, lane(update), storable(update))


def storable(update: Any) -> str:
    raw = json.dumps(update, ensure_ascii=False, separators=(",", ":"))
    if "\\u0000" in raw:
        raw = NUL.sub(r"\1", raw)
    return raw.encode("utf-8", "ignore").decode()


def lane(update: dict[str, Any]) -> int:
    """0 where neither a sender nor a chat can be made out."""
    body = body_of(update)
    return sender(body) or chat(body)


def client_language(update: dict[str, Any]) -> str | None:
    """What the sender's app speaks, as Telegram says it."""
    user = body_of(update).get("from")
    code = user.get("language_code") if isinstance(user, dict) else None
    return code if isinstance(code, str) else None


def body_of(update: dict[str, Any]) -> dict[str, Any]:
    """What the update is about, whatever its kind."""
    bodies = (body for kind, body in update.items() if kind != "update_id" and isinstance(body, dict))
    return next(bodies, {})


def sender(body: dict[str, Any]) -> int:
    """The human who acts, 0 for nobody that could be a person."""
    user = body.get("from")
    if "sender_chat" in body or not isinstance(user, dict) or user.get("is_bot"):
        return 0
    found = number(user.get("id"))
    return 0 if found in NEVER_PERSONS else found


def chat(body: dict[str, Any]) -> int:
    message = body.get("message")
    found = body.get("chat") or (message.get("chat") if isinstance(message, dict) else None)
    return number(found.get("id")) if isinstance(found, dict) else 0


def number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**62 else 0
