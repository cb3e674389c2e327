"""Whatever the simulator sends to a bot has the shape that the reference gives it: no member too many, none missing."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.simulator.people.groups import SimGroup
from bot.simulator.people.persons import SimPerson
from bot.simulator.rules.values import complaints
from bot.simulator.server import Simulator
from tests.simulator.api.test_polling import keyboard
from tests.simulator.client import BotClient

Act = Callable[[SimPerson, SimGroup], object]
CONTACTS = {"keyboard": [[{"text": "My number", "request_contact": True}]], "one_time_keyboard": True}


def everything(anna: SimPerson, team: SimGroup) -> None:
    """All acts that there are, in an order in which each can be done."""
    first = anna.start("a_1")
    anna.send("see /mine, @liandong_demo_bot, #x and https://a.example", reply_to=first)
    anna.press("Go")
    anna.forge("x")
    anna.press_reply_button("My number")
    anna.send_voice(4)
    anna.send_photo("me")
    anna.send_document("a.csv", b"a", "hours")
    anna.send_location(22.5, 114.0)
    anna.send_contact(9, "+1")
    anna.send_contact(None, "+1")
    anna.edit(first, "other")
    for message in list(anna.messages):
        anna.forward(message)
    anna.block()
    anna.unblock()
    in_groups(anna, team)


def in_groups(anna: SimPerson, team: SimGroup) -> None:
    team.set_bot_status("administrator", anna)
    anna.send("/mine", chat=team)
    anna.press("Go", message=team.messages[0])
    team.send_anonymously("x")
    team.forward_from_channel("News", "x")
    bo = SimPerson(anna.world, {"id": 77, "is_bot": False, "first_name": "Bo", "language_code": "en"}, None)
    team.join(bo)
    team.leave(bo)
    for status in ("member", "left", "member", "kicked", "member"):
        team.set_bot_status(status, anna)
    team.migrate(-1009)


@pytest.fixture
async def updates(bot: BotClient, sim: Simulator, anna: SimPerson) -> list[dict[str, Any]]:
    team = sim.group("Team", [anna], group_id=-77)
    channel = sim.channel("News")
    for chat in (anna.id, team.id):
        await bot.ok("sendMessage", chat_id=chat, text="<b>x</b>", parse_mode="HTML", reply_markup=keyboard("Go"))
    await bot.ok("sendMessage", chat_id=anna.id, text="Your number?", reply_markup=CONTACTS)
    everything(anna, team)
    channel.post("news")
    anna.forward(channel.messages[0])
    return list(await bot.ok("getUpdates"))


async def test_every_update_has_the_shape_of_the_reference(updates: list[dict[str, Any]]) -> None:
    assert len(updates) > 40
    assert {words for update in updates for words in complaints("Update", update)} == set()


@pytest.mark.parametrize(
    ("method", "kind", "params"),
    [
        ("getMe", "User", {}),
        ("getChat", "ChatFullInfo", {"chat_id": -77}),
        ("getChatAdministrators", "Array of ChatMember", {"chat_id": -77}),
        ("getChatMember", "ChatMember", {"chat_id": -77, "user_id": 7000000001}),
        ("getWebhookInfo", "WebhookInfo", {}),
        ("getMyCommands", "Array of BotCommand", {}),
        ("getMyName", "BotName", {}),
        ("getMyDescription", "BotDescription", {}),
        ("getMyShortDescription", "BotShortDescription", {}),
        ("sendVenue", "Message", {"chat_id": -77, "latitude": 1, "longitude": 1, "title": "t", "address": "a"}),
        ("sendPhoto", "Message", {"chat_id": -77, "photo": "SIMFILE00000001"}),
        ("sendVoice", "Message", {"chat_id": -77, "voice": "SIMFILE00000001"}),
        ("sendDocument", "Message", {"chat_id": -77, "document": "SIMFILE00000001", "caption": "c"}),
        ("copyMessage", "MessageId", {"chat_id": -77, "from_chat_id": -77, "message_id": 3}),
        ("forwardMessage", "Message", {"chat_id": -77, "from_chat_id": -77, "message_id": 3}),
        ("getFile", "File", {"file_id": "SIMFILE00000001"}),
        ("setWebhook", "True", {"url": ""}),
        ("leaveChat", "True", {"chat_id": -77}),
    ],
)
async def test_every_result_has_the_shape_of_the_reference(
    bot: BotClient, sim: Simulator, anna: SimPerson, method: str, kind: str, params: dict[str, Any]
) -> None:
    sim.group("Team", [anna], group_id=-77)
    anna.send_photo()
    await bot.ok("sendMessage", chat_id=-77, text="x", reply_markup=keyboard("Go"))
    await bot.ok("pinChatMessage", chat_id=anna.id, message_id=1)

    assert complaints(kind, await bot.ok(method, **params)) == ()
