"""Ordered misbehaviour, as a bot meets it. Each is told apart by whether the call took effect."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.client import BotClient


@pytest.fixture
def bo(sim: Simulator) -> SimPerson:
    person = sim.person("Bo")
    person.start()
    return person


def received(person: SimPerson) -> list[str]:
    return [message.text for message in person.messages if message.by_bot]


async def test_too_many_requests_names_the_seconds(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.too_many_requests(7, times=1)

    assert await bot.call("sendMessage", chat_id=anna.id, text="x") == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        },
    )
    await bot.ok("sendMessage", chat_id=anna.id, text="again")
    assert received(anna) == ["again"]


async def test_too_many_requests_may_name_none(bot: BotClient) -> None:
    bot.sim.faults.too_many_requests(None)

    assert await bot.call("getMe") == (
        429,
        {"ok": False, "error_code": 429, "description": "Too Many Requests"},
    )


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param(lambda f: f.forbidden("user is deactivated"), (403, "Forbidden: user is deactivated"), id="403"),
        pytest.param(lambda f: f.bad_request("chat not found"), (400, "Bad Request: chat not found"), id="400"),
        pytest.param(lambda f: f.unauthorized(), (401, "Unauthorized"), id="401"),
    ],
)
async def test_errors_with_given_words(bot: BotClient, anna: SimPerson, order: Any, expected: tuple[int, str]) -> None:
    order(bot.sim.faults)

    assert await bot.refusal("sendMessage", chat_id=anna.id, text="x") == expected
    assert received(anna) == []


async def test_a_fault_may_hit_one_chat_or_one_method_only(bot: BotClient, anna: SimPerson, bo: SimPerson) -> None:
    fault = bot.sim.faults.forbidden(method="sendMessage", chat=anna.id)

    assert (await bot.call("sendMessage", chat_id=anna.id, text="x"))[0] == 403
    assert (await bot.call("sendMessage", chat_id=bo.id, text="x"))[0] == 200
    assert (await bot.call("sendChatAction", chat_id=anna.id, action="typing"))[0] == 200
    assert fault.hits == 1
    bot.sim.faults.clear(fault)
    assert (await bot.call("sendMessage", chat_id=anna.id, text="x"))[0] == 200


async def test_a_fault_may_spare_the_polls(bot: BotClient, anna: SimPerson) -> None:
    fault = bot.sim.faults.too_many_requests(5, spared=frozenset({"getupdates"}))

    assert await bot.updates() == []
    assert (await bot.call("sendMessage", chat_id=anna.id, text="x"))[0] == 429
    assert fault.hits == 1


async def test_a_gateway_error_is_no_json_and_has_no_effect(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.server_error()

    async with bot.session.post(bot.base + "sendMessage", json={"chat_id": anna.id, "text": "x"}) as answer:
        body = await answer.text()

    assert (answer.status, answer.content_type, "502 Bad Gateway" in body) == (502, "text/html", True)
    assert received(anna) == []
    assert bot.sim.calls[-1].status == 502


async def test_drop_after_takes_effect_without_an_answer(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.drop_after(times=1)

    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=anna.id, text="once")

    assert received(anna) == ["once"]


async def test_reset_has_no_effect(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.reset(times=1)

    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=anna.id, text="never")

    assert received(anna) == []


async def test_hang_never_answers(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.hang()

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(bot.call("sendMessage", chat_id=anna.id, text="x"), 0.1)

    assert received(anna) == []


async def test_slow_is_late_but_whole(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.slow(0.1, times=1)

    await bot.ok("sendMessage", chat_id=anna.id, text="late")

    assert bot.sim.calls[-1].milliseconds >= 100
    assert received(anna) == ["late"]


async def test_refused_connections_come_back_at_the_same_address(bot: BotClient) -> None:
    await bot.ok("getMe")
    await bot.sim.refuse_connections()
    with pytest.raises(aiohttp.ClientError):
        await bot.call("getMe")
    with pytest.raises(aiohttp.ClientConnectorError):
        await bot.call("getMe")

    await bot.sim.accept_connections()
    assert (await bot.ok("getMe"))["username"] == "liandong_demo_bot"


async def test_clear_ends_everything(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.unauthorized()
    bot.sim.faults.duplicate()
    bot.sim.faults.clear()
    anna.send("once")

    updates = await bot.ok("getUpdates")
    assert await bot.ok("getUpdates", offset=updates[-1]["update_id"] + 1) == []


async def test_the_log_tells_method_chat_status_and_cause(bot: BotClient, anna: SimPerson) -> None:
    await bot.ok("sendMessage", chat_id=anna.id, text="x")
    bot.sim.faults.forbidden(times=1)
    await bot.refusal("sendMessage", chat_id=anna.id, text="y")
    await bot.ok("getUpdates")

    lines = [(call.method, call.chat, call.status, call.description, call.fault) for call in bot.sim.calls]
    assert lines == [
        ("sendMessage", anna.id, 200, "", ""),
        ("sendMessage", anna.id, 403, "Forbidden: bot was blocked by the user", "error"),
    ]
    assert bot.sim.calls.of("sendmessage", chat=anna.id)[0].params == {"chat_id": anna.id, "text": "x"}
