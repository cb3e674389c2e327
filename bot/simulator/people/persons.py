"""A person with a phone: every act puts the raw update into the queue that Telegram would send, and nothing else.

Acts are synchronous. What the bot makes of them shows later in `messages`; `Simulator.wait_for_change` tells when.
"""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.simulator.methods.sending import forward_origin
from bot.simulator.people.chats import Document, Message, SimChat, User
from bot.simulator.people.keyboards import Button
from bot.simulator.people.presses import CallbackAnswer, Press
from bot.simulator.text import composing
from bot.simulator.world import World

MAX_TEXT = 4096
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class SimPerson:
    """One human. `language` is the client's language code and may be changed at any time."""

    def __init__(self, world: World, user: User, phone: str | None) -> None:
        self.world = world
        self.user = user
        self.phone = phone or f"+86138{user['id'] % 10**8:08d}"
        self.chat = SimChat(user["id"], "private", {k: v for k, v in user.items() if k in {"first_name", "username"}})
        world.users[self.id] = user
        world.chats[self.id] = self.chat
        self.presses: list[Press] = []
        self.note = ""  # who this is in the story ("social worker"), for the page alone

    @property
    def id(self) -> int:
        """The Telegram id, also of the private chat."""
        return int(self.user["id"])

    @property
    def name(self) -> str:
        """First name."""
        return str(self.user["first_name"])

    @property
    def language(self) -> str:
        """The client's language code."""
        return str(self.user["language_code"])

    @language.setter
    def language(self, code: str) -> None:
        self.user = self.world.users[self.id] = {**self.user, "language_code": code}
        self.world.changed(self.chat)

    @property
    def messages(self) -> list[Message]:
        """The private chat as this person sees it."""
        return self.chat.visible()

    @property
    def last(self) -> Message | None:
        """The newest message of the bot."""
        return next((message for message in reversed(self.messages) if message.by_bot), None)

    def buttons(self) -> list[str]:
        """Inline labels of the newest message that has any."""
        return next((message.buttons for message in reversed(self.messages) if message.inline), [])

    def reply_buttons(self) -> list[str]:
        """Labels of the reply keyboard that is open."""
        rows = (self.chat.keyboard or {}).get("keyboard", [])
        return [button["text"] for row in rows for button in row]

    def commands(self) -> list[dict[str, str]]:
        """The command menu of this person's private chat."""
        return self.world.commands.shown(self.id, self.language)

    def send(self, text: str, *, reply_to: Message | None = None, chat: SimChat | None = None) -> Message:
        """Type a text; a phone cuts what is longer than one message. The last piece is returned."""
        if not text.strip():
            raise ValueError("a phone sends no empty text")
        pieces = [text[start : start + MAX_TEXT] for start in range(0, len(text), MAX_TEXT)]
        sent = [self._say(composing.text_content(piece), chat, reply_to=reply_to) for piece in pieces if piece.strip()]
        return sent[-1]

    def start(self, payload: str | None = None) -> Message:
        """Press Start, perhaps through a link t.me/<bot>?start=<payload>."""
        return self.send(f"/start {payload}" if payload else "/start")

    def open_link(self, url: str) -> Message | None:
        """Tap a link; only links to this bot do anything."""
        parts = urlsplit(url if "://" in url else f"https://{url}")
        username = str(self.world.bot["username"]).lower()
        if parts.netloc not in {"t.me", "telegram.me"} or parts.path.strip("/").lower() != username:
            return None
        payload = parse_qs(parts.query).get("start", [""])[0]
        if not _PAYLOAD.fullmatch(payload):
            return None  # td's LinkManager: then it is a link to the chat alone, and nothing is sent
        return self.start(payload or None)

    def press(self, label_or_data: str, *, message: Message | None = None) -> Press:
        """Press an inline button: on `message`, else on the newest message in the private chat that has it."""
        searched = [message] if message is not None else list(reversed(self.messages))
        for candidate in searched:
            button = candidate.button(label_or_data)
            if button is not None:
                return self.press_button(candidate, button)
        shown = [candidate.buttons for candidate in searched if candidate.inline][:3]
        raise LookupError(f"{self.name} sees no button {label_or_data!r}; newest first: {shown}")

    def forge(self, data: str, *, message: Message | None = None) -> Press:
        """Send callback data that no button offers, as a tampered client would."""
        return self._query(message or self.last, "", data)

    def press_reply_button(self, label: str) -> Message:
        """Press a button of the reply keyboard, with what it asks for."""
        keyboard = self.chat.keyboard or {}
        buttons = [button for row in keyboard.get("keyboard", []) for button in row if button["text"] == label]
        if not buttons:
            raise LookupError(f"{self.name} sees no reply button {label!r}, only {self.reply_buttons()}")
        asking = next((m for m in reversed(self.messages) if m.order is keyboard), None)
        if keyboard.get("one_time_keyboard"):
            self.chat.keyboard = None
        if buttons[0].get("request_contact"):
            return self._say(composing.contact_content(self.phone, self.name, self.id), None, reply_to=asking)
        if buttons[0].get("request_location"):
            return self._say(composing.location_content(22.5431, 114.0579), None, reply_to=asking)
        return self.send(label)

    def send_voice(self, seconds: int = 3, *, chat: SimChat | None = None) -> Message:
        """Hold the microphone."""
        content, document = composing.voice_content(self.world.files, seconds)
        return self._say(content, chat, document=document)

    def send_photo(self, caption: str | None = None, *, chat: SimChat | None = None) -> Message:
        """Send a photo."""
        content, document = composing.photo_content(self.world.files, caption)
        return self._say(content, chat, document=document)

    def send_document(self, name: str, data: bytes, caption: str | None = None, *, mime: str = "") -> Message:
        """Send a file to the bot."""
        document = Document(name, data, mime or "application/octet-stream")
        return self._say(composing.document_content(self.world.files, document, caption), None, document=document)

    def send_location(self, latitude: float, longitude: float) -> Message:
        """Send a place."""
        return self._say(composing.location_content(latitude, longitude), None)

    def send_contact(self, user_id: int | None, phone: str, name: str = "") -> Message:
        """Send any contact card, one's own or somebody else's."""
        return self._say(composing.contact_content(phone, name or self.name, user_id), None)

    def edit(self, message: Message, text: str) -> None:
        """Change an own message."""
        message.content = composing.text_content(text)
        message.edited_at = self.world.now
        self.world.changed(message=message)
        if self._heard(message):
            self.world.updates.push("edited_message", message.for_bot())

    def forward(self, message: Message, to_chat: SimChat | None = None) -> Message:
        """Forward; buttons that call the bot do not travel, keyboards of nothing but links do."""
        content = {k: v for k, v in message.content.items() if k != "reply_to_message"}
        links = all("url" in button for row in message.inline for button in row)
        return self._say({**content, **forward_origin(message)}, to_chat, inline=message.inline if links else [])

    def block(self) -> None:
        """Block the bot."""
        if not self.chat.blocked:
            self.chat.blocked = True
            self._membership("member", "kicked")

    def unblock(self) -> None:
        """Unblock the bot."""
        if self.chat.blocked:
            self.chat.blocked = False
            self._membership("kicked", "member")

    def deactivate(self) -> None:
        """Delete the account; nobody is told."""
        self.chat.deactivated = True
        self.world.changed(self.chat)

    def _say(self, content: dict[str, Any], chat: SimChat | None, **facts: Any) -> Message:
        place = chat or self.chat
        if place is self.chat:
            self.unblock()
            place.started = True
        message = self.world.post(place, self.user, content, **facts)
        if self._heard(message):
            self.world.updates.push("message", message.for_bot())
        return message

    def _heard(self, message: Message) -> bool:
        """Privacy mode: in groups a bot hears commands, mentions of itself and answers to itself only."""
        chat = message.chat
        if chat.kind == "private":
            return True
        if chat.bot_status not in {"member", "administrator"} or chat.migrated_to is not None:
            return False
        if chat.members.get(self.world.bot["id"]) == "administrator":
            return True
        name = f"@{self.world.bot['username']}".lower()
        answers = message.reply_to is not None and message.reply_to.by_bot
        return answers or _is_command_for(message.text, name) or name in message.text.lower()

    def press_button(self, message: Message, button: Button) -> Press:
        """Press exactly this button of this message."""
        if "callback_data" in button:
            return self._query(message, button["text"], button["callback_data"])
        press = Press("", self.id, message, button["text"], "", self.world.clock())
        if "url" in button:
            press.give(CallbackAnswer(url=button["url"]))
            self.open_link(button["url"])
        else:
            press.give(CallbackAnswer(text=str(button.get("copy_text", {}).get("text", ""))))
        return press

    def _query(self, message: Message | None, label: str, data: str) -> Press:
        press = self.world.press(self.id, message, label, data)
        self.presses.append(press)
        chat_id = message.chat.id if message else self.id
        query = {"id": press.id, "from": self.user, "chat_instance": str(-(7 * 10**17) - chat_id), "data": data}
        self.world.updates.push("callback_query", {**query, **({"message": message.for_bot()} if message else {})})
        self.world.changed(message.chat if message else self.chat)
        return press

    def _membership(self, before: str, after: str) -> None:
        changed: dict[str, Any] = {"chat": self.chat.for_bot(), "from": self.user, "date": self.world.now}
        changed["old_chat_member"] = _bot_member(self.world.bot, before)
        changed["new_chat_member"] = _bot_member(self.world.bot, after)
        self.world.updates.push("my_chat_member", changed)
        self.world.changed(self.chat)


def _bot_member(bot: User, status: str) -> dict[str, Any]:
    return {"user": bot, "status": status, **({"until_date": 0} if status == "kicked" else {})}


def _is_command_for(text: str, name: str) -> bool:
    first = text.split(maxsplit=1)[0].lower() if text else ""
    return first.startswith("/") and ("@" not in first or first.endswith(name))
