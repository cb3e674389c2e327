"""A world as plain JSON and back, so that chats outlive the process. What the bot's calls and presses were is not kept.

Ids go on a good way above the kept ones: the bot may have seen more than was written down before a crash.
"""

from typing import TYPE_CHECKING, Any

from bot.simulator.people.chats import Message, SimChat
from bot.simulator.people.groups import SimGroup
from bot.simulator.people.persons import SimPerson

if TYPE_CHECKING:
    from bot.simulator.server import Simulator

Json = dict[str, Any]
FORMAT = 1
SKIPPED = 1000
_FLAGS = ("id", "date", "content", "inline", "order", "silent", "protected", "by_bot", "edited_at", "deleted")
_CHAT = ("started", "blocked", "deactivated", "pinned", "bot_status")


def kept(sim: "Simulator") -> Json:
    """All that a person sees on the phones, and what waits for the bot."""
    return {
        "format": FORMAT,
        "world": sim.world.kept(),
        "people": [_person(person) for person in sim.people],
        "groups": [_group(group) for group in sim.groups],
    }


def recall(sim: "Simulator", found: Json) -> None:
    """Into a simulator that nobody has used yet. LookupError where another version of the program wrote it."""
    if found.get("format") != FORMAT:
        raise LookupError("kept in another format")
    sim.world.recall(found["world"], SKIPPED)
    for line in found["people"]:
        user = line["user"]
        person = sim.person(
            user["first_name"],
            language=user["language_code"],
            user_id=user["id"],
            username=user.get("username"),
            phone=line["phone"],
            note=line["note"],
        )
        _recall_chat(sim, person.chat, line["chat"])
    by_id = {person.id: person for person in sim.people}
    for line in found["groups"]:
        group = sim.group(
            line["title"],
            [by_id[member] for member in line["people"]],
            group_id=line["id"],
            supergroup=line["supergroup"],
        )
        _recall_chat(sim, group, line["chat"])


def _person(person: SimPerson) -> Json:
    return {"user": person.user, "phone": person.phone, "note": person.note, "chat": _chat(person.chat)}


def _group(group: SimGroup) -> Json:
    people = [person.id for person in group.people]
    supergroup = group.kind == "supergroup"
    return {"id": group.id, "title": group.title, "people": people, "supergroup": supergroup, "chat": _chat(group)}


def _chat(chat: SimChat) -> Json:
    keyboard = next((m.id for m in reversed(chat.messages) if chat.keyboard and m.order is chat.keyboard), None)
    return {
        **{name: getattr(chat, name) for name in _CHAT},
        "keyboard": keyboard,
        "messages": [_message(message) for message in chat.messages],
    }


def _message(message: Message) -> Json:
    facts = {name: getattr(message, name) for name in _FLAGS}
    return {**facts, "sender": message.sender, "reply_to": message.reply_to.id if message.reply_to else None}


def _recall_chat(sim: "Simulator", chat: SimChat, line: Json) -> None:
    for name in _CHAT:
        setattr(chat, name, line[name])
    for facts in line["messages"]:
        message = Message(
            **{name: facts[name] for name in _FLAGS},
            chat=chat,
            sender=facts["sender"],
            reply_to=chat.by_id.get(facts["reply_to"]),
            document=sim.world.files.find(_file_id(facts["content"])),
        )
        chat.add(message)
        sim.world.changed(message=message)
    asking = chat.by_id.get(line["keyboard"])
    chat.keyboard = asking.order if asking else None


def _file_id(content: Json) -> str:
    photo = content.get("photo")
    file = photo[-1] if photo else content.get("document") or content.get("voice") or {}
    return str(file.get("file_id", ""))
