"""A press is most of what comes in, and most of a press is the card under which it was made: that is not kept.

Kept is who pressed what, where, under which card, and whether that is a text or a picture. The library's reader looks
for a hundred fields of a message, and its constructors set them all. Here only those are set that have come: whoever
asks for another finds it as it is in a sample, which the library has made.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from telegram import CallbackQuery, Chat, Message, TelegramObject, Update, User
from telegram.constants import ChatType

T = TypeVar("T", bound=TelegramObject)

PRESS = {"update_id", "callback_query"}
CARD = ("message_id", "date", "chat", "message_thread_id", "is_topic_message")
QUERY = {"id", "from", "message", "inline_message_id", "chat_instance", "data"}
NEEDED_OF_USER = {"id", "first_name", "is_bot"}
CHAT_TYPES: dict[str, str] = {one.value: one for one in ChatType}
put = object.__setattr__  # what is made here is frozen from the first moment


def sparing(sample: T) -> type[T]:
    """Of its kind, with its fields for whatever is not set."""
    kind = type(sample)
    return type(kind.__name__, (kind,), {"__slots__": (), "__getattr__": lambda _, name: getattr(sample, name)})


def fields_of(kind: type[TelegramObject]) -> frozenset[str]:
    """Those that a JSON object may name."""
    named = {name for one in kind.__mro__ for name in getattr(one, "__slots__", ())}
    return frozenset(name for name in named if not name.startswith("_") and name != "api_kwargs")


OF_USER, OF_CHAT = fields_of(User), fields_of(Chat)
SOMEBODY, SOMEWHERE = User(1, "", False), Chat(1, ChatType.PRIVATE)
SpareUser, SpareChat = sparing(SOMEBODY), sparing(SOMEWHERE)
SpareCard = sparing(Message(1, datetime.fromtimestamp(0, UTC), SOMEWHERE))
SpareQuery, SpareUpdate = sparing(CallbackQuery("", SOMEBODY, "")), sparing(Update(1))


def made(kind: type[T], fields: Mapping[str, Any], *identity: object) -> T:
    """``identity``: what the library compares it by."""
    one = kind.__new__(kind)
    for name, value in fields.items():
        put(one, name, value)
    put(one, "_id_attrs", identity)
    return one


def kept(update: dict[str, Any]) -> dict[str, Any]:
    """The update without the text, the entities and the keyboard of the card that was pressed."""
    query = update.get("callback_query")
    card = query.get("message") if isinstance(query, dict) else None
    if not isinstance(query, dict) or not isinstance(card, dict):
        return update
    bare = {name: card[name] for name in CARD if name in card}
    if isinstance(card.get("text"), str):
        bare["text"] = ""
    return {**update, "callback_query": {**query, "message": bare}}


def pressed(update: dict[str, Any]) -> Update | None:
    """An update that ``shapes.fits``; None for what is no press, or one of a kind that the library should read."""
    if update.keys() != PRESS:
        return None
    query = update["callback_query"]
    if not query.keys() <= QUERY or "data" not in query or "chat_instance" not in query:
        return None
    parts = {**query, "from_user": user_of(query["from"])}
    del parts["from"]
    if "message" in query:
        parts["message"] = card_of(query["message"])
    found = made(SpareQuery, parts, query["id"])
    return made(SpareUpdate, {"update_id": update["update_id"], "callback_query": found}, update["update_id"])


def user_of(user: dict[str, Any]) -> User:
    """By the library where there is more to it, or less."""
    if not NEEDED_OF_USER <= user.keys() <= OF_USER:
        return User.de_json(user, None)
    return made(SpareUser, user, user["id"])


def chat_of(chat: dict[str, Any]) -> Chat:
    if not chat.keys() <= OF_CHAT:
        return Chat.de_json(chat, None)
    return made(SpareChat, {**chat, "type": CHAT_TYPES.get(chat["type"], chat["type"])}, chat["id"])


def card_of(card: dict[str, Any]) -> Message:
    """Also one that Telegram does not know any more (``date`` 0): so the library reads it."""
    chat = chat_of(card["chat"])
    fields = {name: card[name] for name in CARD if name in card}
    if "text" in card:
        fields["text"] = card["text"]
    return made(
        SpareCard, {**fields, "chat": chat, "date": datetime.fromtimestamp(card["date"], UTC)}, card["message_id"], chat
    )
