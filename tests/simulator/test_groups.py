"""Groups: whom the bot hears, who may be nobody, and what happens when a group changes its id."""

from typing import Any

import pytest

from bot.simulator.people.groups import SimGroup
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.client import BotClient


@pytest.fixture
def team(sim: Simulator, anna: SimPerson) -> SimGroup:
    return sim.group("Team One", [anna, sim.person("Bo")], group_id=-77)


async def test_privacy_mode_lets_commands_mentions_and_answers_through(
    bot: BotClient, anna: SimPerson, team: SimGroup
) -> None:
    await bot.ok("sendMessage", chat_id=-77, text="Question?")
    question = team.messages[-1]
    anna.send("small talk", chat=team)
    anna.send("/mine", chat=team)
    anna.send("/mine@liandong_demo_bot", chat=team)
    anna.send("/mine@other_bot", chat=team)
    anna.send("ask @liandong_demo_bot", chat=team)
    anna.send("answer", chat=team, reply_to=question)

    heard = [update["message"]["text"] for update in await bot.updates()]
    assert heard == ["/mine", "/mine@liandong_demo_bot", "ask @liandong_demo_bot", "answer"]


async def test_an_administrator_bot_hears_everything(bot: BotClient, anna: SimPerson, team: SimGroup) -> None:
    team.set_bot_status("administrator", anna)
    anna.send("small talk", chat=team)

    status, talk = await bot.updates()
    assert status["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert talk["message"]["text"] == "small talk"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        pytest.param("kicked", "bot was kicked from the group chat", id="kicked"),
        pytest.param("left", "bot is not a member of the group chat", id="removed"),
    ],
)
async def test_a_bot_that_is_out_is_refused_and_told(
    bot: BotClient, anna: SimPerson, team: SimGroup, status: str, words: str
) -> None:
    team.set_bot_status(status, anna)
    anna.send("/mine", chat=team)

    (update,) = await bot.updates()
    changed = update["my_chat_member"]
    assert (changed["old_chat_member"]["status"], changed["new_chat_member"]["status"]) == ("member", status)
    assert await bot.refusal("sendMessage", chat_id=-77, text="x") == (403, f"Forbidden: {words}")


async def test_migration_tells_both_ids_and_the_old_one_answers_400(
    bot: BotClient, anna: SimPerson, team: SimGroup
) -> None:
    upgraded = team.migrate(-1000000000077)

    to, origin = await bot.updates()
    assert (to["message"]["chat"]["id"], to["message"]["migrate_to_chat_id"]) == (-77, -1000000000077)
    assert (origin["message"]["chat"]["id"], origin["message"]["migrate_from_chat_id"]) == (-1000000000077, -77)
    assert await bot.call("sendMessage", chat_id=-77, text="x") == (
        400,
        {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": -1000000000077},
        },
    )
    await bot.ok("sendMessage", chat_id=upgraded.id, text="here")
    assert upgraded.messages[-1].text == "here"


async def test_nobody_in_particular_may_write(bot: BotClient, sim: Simulator, team: SimGroup) -> None:
    team.send_anonymously("/cancel")
    team.forward_from_channel("News", "/cancel")
    sim.channel("News").post("hello")

    anonymous, forwarded, post = await bot.updates()
    assert (anonymous["message"]["from"]["id"], anonymous["message"]["sender_chat"]["id"]) == (1087968824, -77)
    assert (forwarded["message"]["from"]["id"], forwarded["message"]["is_automatic_forward"]) == (777000, True)
    assert "from" not in post["channel_post"]


async def test_coming_and_going_are_service_messages(bot: BotClient, sim: Simulator, team: SimGroup) -> None:
    cai = sim.person("Cai")
    team.join(cai)
    team.leave(cai)

    joined, left = await bot.updates()
    assert [user["first_name"] for user in joined["message"]["new_chat_members"]] == ["Cai"]
    assert left["message"]["left_chat_member"]["first_name"] == "Cai"


async def test_members_can_be_asked_for(bot: BotClient, anna: SimPerson, team: SimGroup) -> None:
    member = await bot.ok("getChatMember", chat_id=-77, user_id=anna.id)
    chiefs = await bot.ok("getChatAdministrators", chat_id=-77)
    count = await bot.ok("getChatMemberCount", chat_id=-77)

    assert (member["status"], [chief["user"]["id"] for chief in chiefs], count) == ("creator", [anna.id], 3)
    assert await bot.refusal("getChatMember", chat_id=-77, user_id=1) == (400, "Bad Request: member not found")


async def test_leaving_ends_the_conversation(bot: BotClient, team: SimGroup) -> None:
    assert await bot.ok("leaveChat", chat_id=-77) is True

    refusal = await bot.refusal("sendMessage", chat_id=-77, text="x")
    assert refusal == (403, "Forbidden: bot is not a member of the group chat")


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("request_contact", "phone number can be requested in private chats only"),
        ("request_location", "location can be requested in private chats only"),
    ],
)
async def test_groups_are_not_asked_for_numbers_and_places(
    bot: BotClient, team: SimGroup, ask: str, words: str
) -> None:
    markup: dict[str, Any] = {"keyboard": [[{"text": "x", ask: True}]]}

    refusal = await bot.refusal("sendMessage", chat_id=-77, text="x", reply_markup=markup)

    assert refusal == (400, f"Bad Request: {words}")


async def test_a_button_in_a_group_tells_who_pressed(bot: BotClient, anna: SimPerson, team: SimGroup) -> None:
    await bot.ok(
        "sendMessage",
        chat_id=-77,
        text="x",
        reply_markup={"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]},
    )
    anna.press("Go", message=team.messages[-1])

    (update,) = await bot.updates()
    query = update["callback_query"]
    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (anna.id, -77)
