"""What a person is shown, as plain data; ``params`` turns it into what the Bot API wants."""

from collections.abc import Awaitable, Callable
from typing import Any

from markupsafe import Markup

from bot.ground.frozen import Frozen
from bot.paper.orders import Order
from bot.speech.buttons import Button

NOTHING, LINE = Markup(), Markup("\n")


class Key(Frozen):
    """One button under a message: a press, or a link, or text to copy."""

    label: str
    press: Button | None = None
    url: str | None = None
    copy: str | None = None

    def as_dict(self) -> dict[str, Any]:
        if self.press is not None:
            return {"text": self.label, "callback_data": self.press.pack()}
        if self.url is not None:
            return {"text": self.label, "url": self.url}
        return {"text": self.label, "copy_text": {"text": self.copy}}


Rows = tuple[tuple[Key, ...], ...]


class Screen(Frozen):
    """A message: its first line is the conclusion, its keys are few, the good one left."""

    text: Markup
    keys: Rows = ()
    silent: bool = False
    contact: str | None = None  # label of a reply key that shares the person's own phone number
    drop_reply_keys: bool = False

    def params(self) -> dict[str, Any]:
        made: dict[str, Any] = {
            "text": str(self.text),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        markup = self.markup()
        if markup is not None:
            made["reply_markup"] = markup
        if self.silent:
            made["disable_notification"] = True
        return made

    def markup(self) -> dict[str, Any] | None:
        if self.keys:
            return {"inline_keyboard": [[key.as_dict() for key in row] for row in self.keys]}
        if self.contact is not None:
            key = {"text": self.contact, "request_contact": True}
            return {"keyboard": [[key]], "one_time_keyboard": True, "resize_keyboard": True}
        return {"remove_keyboard": True} if self.drop_reply_keys else None


class Place(Frozen):
    """A venue on the map."""

    title: str
    address: str
    latitude: float
    longitude: float

    def params(self) -> dict[str, Any]:
        return {"title": self.title, "address": self.address, "latitude": self.latitude, "longitude": self.longitude}


class Copied(Frozen):
    """Somebody's message, copied by the bot: voice, photo or text."""

    from_chat: int
    message_id: int

    def params(self) -> dict[str, Any]:
        return {"from_chat_id": self.from_chat, "message_id": self.message_id}


class File(Frozen):
    """A document or a picture made when it leaves; never stored."""

    name: str
    content: bytes
    caption: Markup = NOTHING
    picture: bool = False

    def params(self) -> dict[str, Any]:
        return {"caption": str(self.caption), "parse_mode": "HTML"}


class Paper(Frozen):
    """A picture, a page for print or a workbook, made elsewhere when it leaves. ``instead``: where it cannot be.
    ``asked``: somebody waits for it, and sees meanwhile that it is being made.
    """

    name: str
    order: Order
    caption: Markup
    instead: Markup
    asked: bool = True

    @property
    def action(self) -> str:
        """What the chat says meanwhile."""
        return "upload_photo" if self.order.form == "png" else "upload_document"


class Looked(Frozen):
    """A file that somebody sent, looked at elsewhere when the answer to it leaves.

    ``order`` makes the order out of the file; ``say`` words what came of it (in an open transaction), or None: it could
    not be fetched or looked at.
    """

    file_id: str
    order: Callable[[bytes], Order]
    say: Callable[[Any, bytes | None], Awaitable[Screen]]


class InPlace(Frozen):
    """A screen for a message that is there already; where it is gone, nothing."""

    screen: Screen
    message_id: int


class CommandMenu(Frozen):
    """The commands that Telegram lists in one private chat, or wherever there is no other list: names, what they do."""

    chat: int | None
    commands: tuple[tuple[str, str], ...]
    client: str = ""  # two letters; '' for any language that has no list of its own

    def params(self) -> dict[str, Any]:
        made: dict[str, Any] = {"commands": [{"command": name, "description": about} for name, about in self.commands]}
        if self.chat is not None:
            made["scope"] = {"type": "chat", "chat_id": self.chat}
        return {**made, "language_code": self.client} if self.client else made


Answer = Screen | Place | Copied | CommandMenu
"""What an answer may be: it is stored as a ready call until it has left."""
Shown = Answer | File | InPlace
"""What a notice may be: it is made when it leaves, so it can be a file, or an edit that is worth no message."""
Worded = Shown | Paper | Looked
"""The same before what is heavy of it is made."""


def method(shown: Answer | File) -> str:
    """The Bot API method that sends it anew."""
    if isinstance(shown, File):
        return "sendPhoto" if shown.picture else "sendDocument"
    methods = {Screen: "sendMessage", Place: "sendVenue", Copied: "copyMessage", CommandMenu: "setMyCommands"}
    return methods[type(shown)]
