"""Whatever people and groups do here, the library that bots are written with reads it as what it is."""

from collections.abc import Callable
from typing import Any

import pytest
from telegram import Bot, Update

from bot.simulator.people.groups import SimGroup
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator

Act = Callable[[SimPerson, SimGroup], object]
GROUP = -77


def case(name: str, act: Act, path: str, expected: object) -> Any:
    return pytest.param(act, path, expected, id=name)


def at(update: dict[str, Any], path: str) -> Any:
    """The value at a dotted path of what the library says it has read."""
    value: Any = update
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else value[step]
    return value


@pytest.mark.parametrize(
    ("act", "path", "expected"),
    [
        case("text", lambda a, g: a.send("hi"), "message.text", "hi"),
        case("start", lambda a, g: a.start("x"), "message.entities.0.type", "bot_command"),
        case("voice", lambda a, g: a.send_voice(4), "message.voice.duration", 4),
        case("photo", lambda a, g: a.send_photo("me"), "message.caption", "me"),
        case("document", lambda a, g: a.send_document("a.csv", b"a"), "message.document.file_name", "a.csv"),
        case("location", lambda a, g: a.send_location(22.5, 114.0), "message.location.longitude", 114.0),
        case("contact", lambda a, g: a.send_contact(9, "+1"), "message.contact.user_id", 9),
        case("edit", lambda a, g: a.edit(a.messages[0], "x"), "edited_message.text", "x"),
        case("forward", lambda a, g: a.forward(a.messages[0]), "message.forward_origin.type", "user"),
        case("block", lambda a, g: a.block(), "my_chat_member.new_chat_member.status", "kicked"),
        case("forged press", lambda a, g: a.forge("x"), "callback_query.data", "x"),
        case("group command", lambda a, g: a.send("/mine", chat=g), "message.chat.id", GROUP),
        case("anonymous", lambda a, g: g.send_anonymously("x"), "message.sender_chat.id", GROUP),
        case("channel's copy", lambda a, g: g.forward_from_channel("N", "x"), "message.is_automatic_forward", True),
        case("promotion", lambda a, g: g.set_bot_status("administrator", a), "my_chat_member.chat.id", GROUP),
        case("kicked", lambda a, g: g.set_bot_status("kicked", a), "my_chat_member.new_chat_member.status", "kicked"),
        case("migration", lambda a, g: g.migrate(-1001), "message.migrate_to_chat_id", -1001),
        case("somebody leaves", lambda a, g: g.leave(a), "message.left_chat_member.first_name", "Anna"),
    ],
)
async def test_the_library_reads_every_kind_of_update(
    sim: Simulator, anna: SimPerson, act: Act, path: str, expected: object
) -> None:
    group = sim.group("Team", [anna], group_id=GROUP)

    act(anna, group)

    async with Bot(sim.token, base_url=f"{sim.api_url}/bot") as library:
        update = (await library.get_updates())[0]
    assert isinstance(update, Update)
    assert at(update.to_dict(), path) == expected
