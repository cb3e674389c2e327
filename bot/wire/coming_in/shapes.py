"""What an update must look like before the library or a handler sees it: the parts that we read, with their types.

Anything else in it may be as it likes. What does not fit is dead: logged, told once, and nobody else is affected.
"""

from collections.abc import Callable, Mapping
from typing import Any

from bot.wire.reading import number

Check = Callable[[Any], bool]
LATEST = 2**33  # seconds since 1970: the year 2242
LONGEST_ID = 256  # characters of an id that is text
DEPTH = 8  # of replies to replies


def is_id(value: Any) -> bool:
    return number(value) is not None


def is_count(value: Any) -> bool:
    return number(value, 0) is not None


def is_instant(value: Any) -> bool:
    return number(value, 0) is not None and value < LATEST


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def is_text_id(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_ID


def is_name(value: Any) -> bool:
    return isinstance(value, str) and value.isidentifier() and value.isascii()


def list_of(needed: Mapping[str, Check], others: Mapping[str, Check]) -> Check:
    return lambda value: isinstance(value, list) and all(has(one, needed, others) for one in value)


def object_with(needed: Mapping[str, Check], others: Mapping[str, Check]) -> Check:
    return lambda value: has(value, needed, others)


def has(value: Any, needed: Mapping[str, Check], others: Mapping[str, Check]) -> bool:
    """An object with all that is needed, and with nothing of another type than it should have."""
    if not isinstance(value, dict) or not needed.keys() <= value.keys():
        return False
    for name, found in value.items():
        check = needed.get(name) or others.get(name)
        if check is not None and not check(found):
            return False
    return True


USER = object_with(
    {"id": is_id, "first_name": is_text},
    {"is_bot": is_flag, "last_name": is_text, "username": is_text, "language_code": is_text},
)
BOT = object_with({"id": is_id, "is_bot": is_flag, "first_name": is_text, "username": is_name}, {})
CHAT = object_with({"id": is_id, "type": is_text}, {"title": is_text, "username": is_text})
ENTITIES = list_of({"type": is_text, "offset": is_count, "length": is_count}, {})
CONTACT = object_with({"phone_number": is_text, "first_name": is_text}, {"user_id": is_id, "last_name": is_text})
DOCUMENT = object_with(
    {"file_id": is_text_id, "file_unique_id": is_text_id},
    {"file_name": is_text, "mime_type": is_text, "file_size": is_count},
)
CARD = {"message_id": is_count, "chat": CHAT, "date": is_instant}
WORDS: dict[str, Check] = {
    "from": USER, "sender_chat": CHAT, "edit_date": is_instant, "text": is_text, "caption": is_text,
    "entities": ENTITIES, "caption_entities": ENTITIES, "contact": CONTACT, "document": DOCUMENT,
    "migrate_to_chat_id": is_id, "migrate_from_chat_id": is_id, "message_thread_id": is_id,
}  # fmt: skip


def is_message(value: Any, depth: int = DEPTH) -> bool:
    if not has(value, CARD, WORDS):
        return False
    above = [value[name] for name in ("reply_to_message", "pinned_message") if name in value]
    return not above or (depth > 0 and all(is_message(one, depth - 1) for one in above))


PRESS = object_with(
    {"id": is_text_id, "from": USER}, {"data": is_text, "message": is_message, "inline_message_id": is_text_id}
)
MEMBER = object_with({"status": is_text, "user": USER}, {})
MEMBERSHIP = object_with({"chat": CHAT, "from": USER, "date": is_instant, "new_chat_member": MEMBER}, {})
KINDS: dict[str, Check] = {
    "message": is_message, "edited_message": is_message, "callback_query": PRESS, "my_chat_member": MEMBERSHIP,
}  # fmt: skip


def is_bot(value: Any) -> bool:
    """What getMe tells of us."""
    return BOT(value)


def fits(update: Any) -> bool:
    """Whether everything in it that we know has the type that it should have."""
    return has(update, {"update_id": is_count}, KINDS)
