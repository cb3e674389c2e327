"""What the page shows, as JSON. Everything here is a person's view: file bytes and button data stay on the server."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.simulator.calls import Call
from bot.simulator.people.chats import Message, SimChat
from bot.simulator.people.groups import SimGroup
from bot.simulator.people.persons import SimPerson

Json = dict[str, Any]
_SERVICE = ("new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id")
PREVIEW = 80


def person_line(person: SimPerson) -> Json:
    """A person in the side bar."""
    chat = person.chat
    return {
        "id": person.id,
        "name": person.name,
        "note": person.note,
        "language": person.language,
        "started": chat.started,
        "blocked": chat.blocked,
        "gone": chat.deactivated,
        **_chat_line(chat),
    }


def group_line(group: SimGroup) -> Json:
    """A group in the side bar."""
    return {
        "id": group.id,
        "name": group.title,
        "members": [person.id for person in group.people],
        "moved": group.migrated_to,
        **_chat_line(group),
    }


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which messages: changed after version `since`, older than the message `before`, the newest `last`. 0: any."""

    since: int = 0
    before: int = 0
    last: int = 0


def chat_view(chat: SimChat, wanted: Wanted, commands: Sequence[dict[str, str]]) -> Json:
    """The messages with all that surrounds them; `more` says whether there are older ones of the kind."""
    found = [message for message in chat.messages if _is_wanted(message, wanted)]
    shown = found[-wanted.last :] if wanted.last else found
    return {
        "id": chat.id,
        "version": chat.version,
        "messages": [_message(message) for message in shown],
        "more": len(shown) < len(found),
        "keyboard": _keyboard(chat),
        "commands": list(commands),
        "action": chat.action,
        "pinned": chat.pinned[-1:],
    }


def _is_wanted(message: Message, wanted: Wanted) -> bool:
    if wanted.before and message.id >= wanted.before:
        return False
    return message.version > wanted.since if wanted.since else not message.deleted


def call_line(call: Call) -> Json:
    """A line of the log: no parameters, they hold what people wrote."""
    return {
        "number": call.number,
        "method": call.method,
        "chat": call.chat,
        "status": call.status,
        "ms": call.milliseconds,
        "at": call.at,
        "words": call.description,
        "fault": call.fault,
    }


def _chat_line(chat: SimChat) -> Json:
    last = next((message for message in reversed(chat.messages) if not message.deleted), None)
    received = sum(1 for message in chat.messages if message.by_bot and not message.silent and not message.deleted)
    preview = {"text": last.text[:PREVIEW], "date": last.date, "kind": _kind(last)} if last else None
    return {"version": chat.version, "last": preview, "received": received}


def _message(message: Message) -> Json:
    if message.deleted:
        return {"id": message.id, "deleted": True}
    sender = message.content.get("sender_chat") or message.sender or {}
    shown: Json = {
        "id": message.id,
        "from": sender.get("id"),
        "name": sender.get("first_name") or sender.get("title") or "",
        "bot": message.by_bot,
        "date": message.date,
        "text": message.text,
        "entities": message.entities,
        "silent": message.silent,
        "edited": message.edited,
        "rows": [[_button(button) for button in row] for row in message.inline],
        "kind": _kind(message),
    }
    return {**shown, **_extras(message)}


def _extras(message: Message) -> Json:
    content, extras = message.content, dict[str, Any]()
    if message.reply_to is not None and not message.reply_to.deleted:
        author = (message.reply_to.sender or {}).get("first_name", "")
        extras["reply"] = {"id": message.reply_to.id, "name": author, "text": message.reply_to.text[:PREVIEW]}
    if "forward_origin" in content:
        origin = content["forward_origin"]
        extras["forwarded"] = (origin.get("sender_user") or {}).get("first_name") or origin.get("chat", {}).get("title")
    for name in ("venue", "location", "contact"):
        if name in content:
            extras[name] = content[name]
    if "voice" in content:
        extras["seconds"] = content["voice"]["duration"]
    file = content["photo"][-1] if "photo" in content else content.get("document")
    if file is not None:
        name = message.document.name if message.document else "file"
        extras["file"] = {"id": file["file_id"], "name": name, "size": file["file_size"]}
    return extras


def _kind(message: Message) -> str:
    content = message.content
    known = ("venue", "location", "contact", "voice", "photo", "document", *_SERVICE)
    return next((name for name in known if name in content), "text")


def _button(button: Json) -> Json:
    copied = button.get("copy_text", {}).get("text")
    return {"text": button["text"], "url": button.get("url"), "copy": copied}


def _keyboard(chat: SimChat) -> Json | None:
    if chat.keyboard is None:
        return None
    rows = [
        [
            {
                "text": button["text"],
                "asks": next((ask for ask in ("contact", "location") if button.get(f"request_{ask}")), None),
            }
            for button in row
        ]
        for row in chat.keyboard["keyboard"]
    ]
    return {"rows": rows, "hint": chat.keyboard.get("input_field_placeholder", "")}
