"""One message is seen by two sides: `for_bot()` is what the API shows, the properties are what a person sees.

`version` is the simulator's change counter at the last change; a page asks for what is newer than it has.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.simulator.html_writing import to_html
from bot.simulator.keyboards import Button, Rows

if TYPE_CHECKING:  # a message knows its chat and a chat its messages
    from bot.simulator.chats import SimChat

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
