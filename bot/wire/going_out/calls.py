"""Ready Bot API calls. ``chat_id`` stands apart from the other parameters: a group may get another id meanwhile."""

from typing import Any

from markupsafe import Markup

from bot.ground.frozen import Frozen, replace
from bot.ground.graphemes import MESSAGE_LIMIT, split_html
from bot.ground.json_text import written
from bot.speech.screens import File, InPlace, Screen, Shown, method
from bot.store.outbox import Queued

PREFIX = "call:"
DAY = 86_400
REPLY_SECONDS = 900  # after a quarter of an hour nobody waits for an answer any more
NO_CHAT = {"setMyCommands", "deleteMyCommands"}  # their scope names the chat
EDITS = {"editMessageText", "editMessageReplyMarkup", "editMessageCaption"}
SOUNDLESS = EDITS | NO_CHAT  # nothing arrives that could ring: they do not know the parameter


class Call(Frozen):
    """``repeatable``: a second time changes nothing, so an unknown outcome is simply tried again."""

    method: str
    chat_id: int
    params: dict[str, Any]
    file: File | None = None
    repeatable: bool = False
    dispensable: bool = False  # an edit that is worth no new message where its card is gone
    subject: str | None = None  # what it shows, where its message must be found again


class NotStored(TypeError):
    """Only a notice carries a file, or edits a card by itself: an answer is stored as text until it has left."""


def calls_for(shown: Shown, chat_id: int) -> list[Call]:
    """The messages that show it: several where the text is longer than a message may be, keys under the last."""
    if isinstance(shown, InPlace):
        edit = edit_of(shown.screen, chat_id, shown.message_id)
        return [replace(edit, dispensable=True)] if edit else []
    if not isinstance(shown, Screen) or len(shown.text) <= MESSAGE_LIMIT:
        return [Call(method(shown), chat_id, shown.params(), shown if isinstance(shown, File) else None)]
    *first, last = split_html(str(shown.text))
    bare = Screen(Markup(), silent=shown.silent)
    screens = [*(replace(bare, text=Markup(part)) for part in first), replace(shown, text=Markup(last))]  # noqa: S704  # parts of what was safe
    return [Call("sendMessage", chat_id, screen.params()) for screen in screens]


def edit_of(screen: Screen, chat_id: int, message_id: int) -> Call | None:
    """The edit that shows it in place; None where only a new message can."""
    if screen.contact or screen.drop_reply_keys or len(screen.text) > MESSAGE_LIMIT:
        return None
    return Call("editMessageText", chat_id, {**screen.params(), "message_id": message_id}, repeatable=True)


def as_row(call: Call, key: str, person_id: int, now: int) -> Queued:
    """As the outbox keeps it. Raises NotStored for what it cannot keep."""
    if call.file is not None or call.dispensable:
        raise NotStored(call.method)
    return Queued(
        key=key,
        kind=PREFIX + call.method,
        class_="edit" if call.repeatable else "reply",
        chat_id=call.chat_id,
        person_id=person_id or None,
        payload=written(call.params),
        expires_at=now + (DAY if call.repeatable else REPLY_SECONDS),
        subject=call.subject,
    )


def body_of(call_method: str, chat_id: int, payload: str) -> bytes:
    """The JSON body, without reading what is stored."""
    if call_method in NO_CHAT:
        return payload.encode()
    comma = "" if payload == "{}" else ","
    return f'{{"chat_id":{chat_id}{comma}{payload[1:]}'.encode()
