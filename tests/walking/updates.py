"""What people send, as Telegram hands it over."""

from itertools import count
from typing import Any

from bot.ground.frozen import Frozen

Update = dict[str, Any]
GROUP = {"id": -5_000_000_001, "type": "group", "title": "The team"}
NUMBERS = count(500_000_001)
BOT = {"id": 7_000_000_001, "is_bot": True, "first_name": "liandong", "username": "liandong_bot"}


class Who(Frozen):
    """Somebody with a phone."""

    telegram_id: int
    name: str
    client: str  # the language of the app

    @property
    def user(self) -> dict[str, Any]:
        return {"id": self.telegram_id, "is_bot": False, "first_name": self.name, "language_code": self.client}

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.telegram_id, "type": "private", "first_name": self.name}


def update(**what: Any) -> Update:
    return {"update_id": next(NUMBERS), **what}


def message(who: Who, now: int, chat: dict[str, Any] | None = None, **content: Any) -> Update:
    number = next(NUMBERS)
    return update(message={"message_id": number, "date": now, "chat": chat or who.chat, "from": who.user, **content})


def said(who: Who, now: int, text: str, chat: dict[str, Any] | None = None) -> Update:
    content: dict[str, Any] = {"text": text}
    if text.startswith("/"):
        content["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    return message(who, now, chat, **content)


def voice(who: Who, now: int) -> Update:
    file = {"file_id": "voice", "file_unique_id": "voice", "duration": 3, "mime_type": "audio/ogg", "file_size": 9000}
    return message(who, now, voice=file)


def place(who: Who, now: int) -> Update:
    return message(who, now, location={"latitude": 22.5431, "longitude": 114.0579})


def contact(who: Who, now: int) -> Update:
    card = {"phone_number": "+8613800138000", "first_name": who.name, "user_id": who.telegram_id}
    return message(who, now, contact=card)


def press(who: Who, now: int, data: str, message_id: int, chat: dict[str, Any] | None = None) -> Update:
    """On a card of the bot's."""
    card = {"message_id": message_id, "date": now, "chat": chat or who.chat, "from": BOT, "text": "a card"}
    number = next(NUMBERS)
    return update(
        callback_query={"id": str(number), "from": who.user, "chat_instance": "1", "data": data, "message": card}
    )
