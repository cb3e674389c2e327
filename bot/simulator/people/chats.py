"""A private chat's id is the person's id; message ids are one sequence for all private chats and basic groups of a bot.

Supergroups and channels count for themselves. A message is seen by two sides: `for_bot()` is what the API shows, the
other properties are what a person sees. `version` is the change counter at the last change: ask for what is newer.
"""

from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import ApiError, bad_request, forbidden
from bot.simulator.people.keyboards import Button, Rows
from bot.simulator.people.labels import shown_labels
from bot.simulator.text.writing import to_html

User = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as the receiver can save it."""

    name: str
    data: bytes
    mime: str


@dataclass(slots=True, eq=False)
class Message:
    """A message in a chat; `date` in seconds since 1970 by the simulator's clock."""

    id: int
    chat: "SimChat"
    sender: User | None
    date: int
    content: dict[str, Any]
    inline: Rows = field(default_factory=list)
    order: dict[str, Any] | None = None
    silent: bool = False
    protected: bool = False
    by_bot: bool = False
    reply_to: "Message | None" = None
    edited_at: int | None = None
    deleted: bool = False
    document: Document | None = None
    version: int = 0

    @property
    def text(self) -> str:
        """What is read: the text, or the caption of a file."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> list[dict[str, Any]]:
        """Entities of the text or caption."""
        return list(self.content.get("entities") or self.content.get("caption_entities") or [])

    @property
    def html(self) -> str:
        """The text with its entities as HTML."""
        return to_html(self.text, self.entities)

    @property
    def buttons(self) -> list[str]:
        """Labels of the inline keyboard, row by row, flat."""
        return [button["text"] for row in self.inline for button in row]

    @property
    def shown_labels(self) -> list[list[str]]:
        """Labels of the inline keyboard as a phone cuts them, row by row."""
        return shown_labels(self.inline)

    @property
    def edited(self) -> bool:
        """Whether Telegram shows "edited" on it."""
        return self.edited_at is not None

    def button(self, label_or_data: str) -> Button | None:
        """The inline button with exactly this label, else with this callback data."""
        flat = [button for row in self.inline for button in row]
        named = (button for button in flat if button["text"] == label_or_data)
        return next(named, next((button for button in flat if button.get("callback_data") == label_or_data), None))

    def for_bot(self, *, with_reply: bool = True) -> dict[str, Any]:
        """The Message object of the Bot API."""
        shown: dict[str, Any] = {"message_id": self.id, "date": self.date, "chat": self.chat.for_bot()}
        if self.sender is not None:
            shown["from"] = self.sender
        shown.update(self.content)
        if self.edited_at is not None:
            shown["edit_date"] = self.edited_at
        if self.protected:
            shown["has_protected_content"] = True
        if self.inline:
            shown["reply_markup"] = {"inline_keyboard": self.inline}
        if with_reply and self.reply_to is not None and not self.reply_to.deleted:
            shown["reply_to_message"] = self.reply_to.for_bot(with_reply=False)
        return shown


class SimChat:
    """A conversation: its messages in order, and whether the bot may write into it."""

    def __init__(self, chat_id: int, kind: str, facts: dict[str, Any]) -> None:
        self.id = chat_id
        self.kind = kind
        self.facts = facts
        self.messages: list[Message] = []
        self.by_id: dict[int, Message] = {}
        self.members: dict[int, str] = {}
        self.pinned: list[int] = []
        self.keyboard: dict[str, Any] | None = None
        self.bot_status = "member"
        self.started = kind != "private"
        self.blocked = False
        self.deactivated = False
        self.migrated_to: int | None = None
        self.version = 0
        self.action: str | None = None

    def for_bot(self) -> dict[str, Any]:
        """The Chat object of the Bot API."""
        return {"id": self.id, "type": self.kind, **self.facts}

    def add(self, message: Message) -> None:
        """Append; a reply keyboard that comes with it takes effect."""
        self.messages.append(message)
        self.by_id[message.id] = message
        if message.order is not None:
            self._obey(message.order)

    def find(self, message_id: int) -> Message | None:
        """The message, unless it was deleted."""
        message = self.by_id.get(message_id)
        return None if message is None or message.deleted else message

    def visible(self) -> list[Message]:
        """What is on the screen, oldest first."""
        return [message for message in self.messages if not message.deleted]

    def refusal(self) -> ApiError | None:
        """Why the bot cannot write here, in Telegram's words."""
        if self.kind == "private":
            return self._private_refusal()
        if self.migrated_to is not None:
            words = "group chat was upgraded to a supergroup chat"
            return bad_request(words, {"migrate_to_chat_id": self.migrated_to})
        place = "supergroup chat" if self.kind == "supergroup" else f"{self.kind} chat"
        if self.bot_status == "kicked":
            return forbidden(f"bot was kicked from the {place}")
        return forbidden(f"bot is not a member of the {place}") if self.bot_status == "left" else None

    def _private_refusal(self) -> ApiError | None:
        if self.deactivated:
            return forbidden("user is deactivated")
        if self.blocked:
            return forbidden("bot was blocked by the user")
        return None if self.started else forbidden("bot can't initiate conversation with a user")

    def _obey(self, order: dict[str, Any]) -> None:
        if "keyboard" in order:
            self.keyboard = order
        elif order.get("remove_keyboard"):
            self.keyboard = None
