"""Updates that make no sense, by kind, as they go over the line: each id with each value that it cannot have."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from bot.simulator.people.persons import SimPerson

PLACE = "<here>"
VALUES: dict[str, str] = {
    "null": "null",
    "yes": "true",
    "a text": '"7"',
    "a list": "[7]",
    "an object": '{"id":7}',
    "a fraction": "7.5",
    "a whole fraction": "7.0",
    "1e30": "1e30",
    "1e400": "1e400",
    "Infinity": "Infinity",
    "NaN": "NaN",
    "2^52": str(2**52),
    "2^63": str(2**63),
    "-2^63-1": str(-(2**63) - 1),
    "5,000 digits": "9" * 5_000,
    "10,000 deep": "[" * 10_000 + "]" * 10_000,
    "100 deep": '{"a":' * 100 + "1" + "}" * 100,
}
PATHS: dict[str, tuple[str | int, ...]] = {
    "message": ("message",),
    "message's number": ("message", "message_id"),
    "message's chat": ("message", "chat", "id"),
    "message's time": ("message", "date"),
    "message's sender": ("message", "from", "id"),
    "message's channel": ("message", "sender_chat", "id"),
    "message's entities": ("message", "entities"),
    "place of a command": ("message", "entities", 0, "offset"),
    "length of a command": ("message", "entities", 0, "length"),
    "whose contact": ("message", "contact", "user_id"),
    "where a group moves": ("message", "migrate_to_chat_id"),
    "where a group came from": ("message", "migrate_from_chat_id"),
    "what is replied to": ("message", "reply_to_message", "message_id"),
    "edited message's chat": ("edited_message", "chat", "id"),
    "press": ("callback_query",),
    "press's sender": ("callback_query", "from", "id"),
    "pressed card": ("callback_query", "message", "message_id"),
    "pressed card's chat": ("callback_query", "message", "chat", "id"),
    "membership": ("my_chat_member",),
    "membership's chat": ("my_chat_member", "chat", "id"),
    "membership's sender": ("my_chat_member", "from", "id"),
    "member": ("my_chat_member", "new_chat_member"),
    "member's user": ("my_chat_member", "new_chat_member", "user", "id"),
}
TEXTS: dict[str, tuple[str | int, ...]] = {
    "text": ("message", "text"),
    "first name": ("message", "from", "first_name"),
    "contact's name": ("message", "contact", "first_name"),
    "pressed": ("callback_query", "data"),
    "press's number": ("callback_query", "id"),
    "member's state": ("my_chat_member", "new_chat_member", "status"),
}
NO_NUMBERS: tuple[str, ...] = (
    "null", "7", "true", '"x"', "[]", "{}", '{"message":{}}', '{"update_id":null}', '{"update_id":"7"}',
    '{"update_id":7.5}', '{"update_id":true}', '{"update_id":[7]}', '{"update_id":{}}', '{"update_id":-7}',
    '{"update_id":1e400}', '{"update_id":NaN}',
    *(f'{{"update_id":{value}}}' for value in (2**53, 2**63, VALUES["5,000 digits"], VALUES["10,000 deep"])),
)  # fmt: skip


def sound(kind: str, person: SimPerson) -> dict[str, Any]:
    """An update that would do something, were it not for one value in it."""
    user, chat = person.user, person.chat.for_bot()
    message = {"message_id": 1, "date": 1_800_000_000, "chat": chat, "from": user}
    command = [{"type": "bot_command", "offset": 0, "length": 6}]
    bodies: dict[str, dict[str, Any]] = {
        "message": {**message, "text": "/count", "entities": command},
        "edited_message": {**message, "text": "x"},
        "callback_query": {"id": "1", "from": user, "chat_instance": "1", "data": "t+:1", "message": message},
        "my_chat_member": {
            "chat": chat, "from": user, "date": 1_800_000_000,
            "old_chat_member": {"status": "member", "user": user},
            "new_chat_member": {"status": "member", "user": user},
        },
    }  # fmt: skip
    return {kind: bodies[kind]}


def put(update: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    """The same with a place for the value."""
    changed = copy.deepcopy(update)
    node: Any = changed
    for name in path[:-1]:
        if isinstance(node, dict) and name not in node:
            node[name] = {"first_name": "x", "phone_number": "1"} if name == "contact" else {"type": "private"}
        node = node[name]
    node[path[-1]] = PLACE
    return changed


def odd_updates(person: SimPerson) -> Iterator[tuple[str, str]]:
    """Name and JSON, with ``"update_id":%d`` still to be filled in."""
    for places, values in ((PATHS, VALUES), (TEXTS, {name: VALUES[name] for name in VALUES if name != "a text"})):
        for where, path in places.items():
            filled = json.dumps(put(sound(str(path[0]), person), path))
            for name, value in values.items():
                yield f"{where}: {name}", '{"update_id":%d,' + filled[1:].replace(f'"{PLACE}"', value)
