"""Answers that are lost or make no sense: whether the call took effect is drawn; and outages, which take turns."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from bot.simulator.answering import Ending
from bot.simulator.params import Params
from bot.simulator.people.persons import SimPerson
from bot.simulator.troubles.faults import Faults
from bot.simulator.troubles.outages import KINDS, Outage
from bot.simulator.troubles.struck import Fault
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock

Order = Callable[[Faults], Fault]


def received(person: SimPerson) -> list[str]:
    return [message.text for message in person.messages if message.by_bot]


async def raw(bot: BotClient, method: str, **params: Any) -> tuple[int, str, bytes]:
    """Status, type and bytes; status 0 where the connection ended before that. Raises where nobody listens."""
    try:
        async with bot.session.post(bot.base + method, json=params) as answer:
            return answer.status, answer.content_type, await answer.read()
    except aiohttp.ClientConnectorError:
        raise
    except aiohttp.ClientError:
        return 0, "", b""


def understood(body: bytes) -> bool:
    """Whether anything can be made of an answer."""
    try:
        return isinstance(json.loads(body.decode()), dict)
    except (ValueError, RecursionError):
        return False


async def shares(bot: BotClient, anna: SimPerson, seed: int) -> list[str]:
    """Which of 40 messages arrived although each was answered with 502."""
    fault = bot.sim.faults.server_error(delivers=1 / 4, seed=seed)
    before = len(received(anna))
    for number in range(40):
        assert (await raw(bot, "sendMessage", chat_id=anna.id, text=str(number)))[0] == 502
    bot.sim.faults.clear(fault)
    return received(anna)[before:]


async def test_one_gateway_error_in_four_was_delivered_and_the_seed_says_which(bot: BotClient, anna: SimPerson) -> None:
    first, again, other = [await shares(bot, anna, seed) for seed in (1, 1, 2)]

    assert 5 <= len(first) <= 15
    assert first == again
    assert first != other


@pytest.mark.parametrize(
    ("order", "status", "kind", "arrived"),
    [
        pytest.param(lambda f: f.page(), 200, "text/html", False, id="page"),
        pytest.param(lambda f: f.page(delivers=1), 200, "text/html", True, id="page after all"),
        pytest.param(lambda f: f.garbled(), 200, "application/json", True, id="no UTF-8"),
        pytest.param(lambda f: f.deep(), 200, "application/json", True, id="deep"),
        pytest.param(lambda f: f.raw(b"[]", status=500, delivers=0), 500, "application/json", False, id="raw"),
        pytest.param(lambda f: f.cut(), 0, "", True, id="half a body"),
        pytest.param(lambda f: f.reset(delivers=1), 0, "", True, id="reset after all"),
        pytest.param(lambda f: f.drop_after(), 0, "", True, id="dropped"),
    ],
)
async def test_answers_that_say_nothing(
    bot: BotClient, anna: SimPerson, order: Order, status: int, kind: str, arrived: bool
) -> None:
    fault = order(bot.sim.faults)

    answer = await raw(bot, "sendMessage", chat_id=anna.id, text="x")

    assert answer[:2] == (status, kind)
    assert received(anna) == ["x"] * arrived
    assert (fault.hits, bot.sim.calls[-1].fault) == (1, fault.kind)
    assert not understood(answer[2])


async def test_half_a_body_breaks_off_in_the_middle(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.cut()

    with pytest.raises(aiohttp.ClientPayloadError):
        await bot.call("sendMessage", chat_id=anna.id, text="x")


async def test_what_hangs_may_have_been_done(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.hang(delivers=1)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(bot.call("sendMessage", chat_id=anna.id, text="x"), 0.2)

    assert received(anna) == ["x"]


@pytest.mark.parametrize("wait", ["5", [5], 1.5, -1, 10**9, None, {"seconds": 1}])
async def test_a_wait_may_be_anything(bot: BotClient, wait: Any) -> None:
    bot.sim.faults.too_many_requests(wait)

    _, body = await bot.call("getMe")

    assert body.get("parameters", {}).get("retry_after") == wait


async def test_polls_never_confirm_behind_a_gateway_error(bot: BotClient, anna: SimPerson) -> None:
    """A confirmation comes again with the next poll; what matters is that no draw depends on how often one polls."""
    anna.send("hello")
    bot.sim.faults.server_error(delivers=0.99, method="getUpdates", times=1)

    assert (await raw(bot, "getUpdates", offset=100_000_002))[0] == 502
    assert [update["message"]["text"] for update in await bot.updates()] == ["hello"]


async def test_an_outage_takes_turns_until_it_is_over(bot: BotClient, anna: SimPerson, clock: SetClock) -> None:
    outage = bot.sim.faults.outage(3600, delivered_share=0.5, seed=7)
    kinds = [turn.kind for turn in outage.turns]

    assert [set(kinds[start : start + len(KINDS)]) for start in (0, 6, 12)] == [set(KINDS)] * 3
    assert (outage.turns[0].starts, outage.turns[-1].ends) == (clock.now, clock.now + 3600)
    assert all(5 <= turn.ends - turn.starts <= 60 for turn in outage.turns[:-1])
    assert bot.sim.faults.outage(3600, seed=7).turns == outage.turns
    assert bot.sim.faults.outage(3600, seed=8).turns != outage.turns
    clock.move(3600)
    await bot.ok("sendMessage", chat_id=anna.id, text="over")
    assert received(anna) == ["over"]


ENDINGS = {
    "502": (Ending.WHOLE, 502),
    "page": (Ending.WHOLE, 200),
    "reset": (Ending.NONE, 0),
    "refused": (Ending.REFUSED, 0),
    "cut": (Ending.HALF, 200),
    "garbled": (Ending.WHOLE, 200),
    "deep": (Ending.WHOLE, 200),
}


@pytest.mark.parametrize("kind", ENDINGS)
async def test_each_turn_of_an_outage_is_its_kind_of_trouble(
    bot: BotClient, anna: SimPerson, clock: SetClock, kind: str
) -> None:
    outage = bot.sim.faults.outage(60, (kind,), delivered_share=0.5, seed=1)

    replies = [
        await bot.sim.api.answer("sendMessage", Params({"chat_id": anna.id, "text": str(number)}))
        for number in range(40)
    ]

    assert {(reply.ending, reply.status) for reply in replies} == {ENDINGS[kind]}
    assert outage.hits == 40
    assert (5 <= len(received(anna)) <= 35) if kind != "refused" else received(anna) == []


async def test_a_turn_of_refused_connections_is_one_for_real(bot: BotClient, anna: SimPerson, clock: SetClock) -> None:
    bot.sim.faults.outage(60, ("refused",))
    with pytest.raises(aiohttp.ClientError):
        await bot.call("getMe")
    assert await comes(lambda status: status is None, bot)
    clock.move(60)

    assert await comes(lambda status: status == 200, bot)


async def comes(wanted: Callable[[int | None], bool], bot: BotClient) -> bool:
    """Whether a call soon ends like that; None stands for a refused connection."""
    for _ in range(250):
        try:
            if wanted((await raw(bot, "getMe"))[0]):
                return True
        except aiohttp.ClientConnectorError:
            if wanted(None):
                return True
        await asyncio.sleep(0.02)
    return False


async def test_an_outage_may_spare_the_polls_and_be_ended(bot: BotClient, anna: SimPerson) -> None:
    outage = bot.sim.faults.outage(60, ("502",), spared=frozenset({"getupdates"}))

    assert await bot.updates() == []
    assert (await raw(bot, "getMe"))[0] == 502
    bot.sim.faults.clear(outage)
    assert (await raw(bot, "getMe"))[0] == 200


def test_an_outage_of_no_such_kind_is_refused(bot: BotClient) -> None:
    with pytest.raises(LookupError, match="earthquake"):
        bot.sim.faults.outage(60, ("earthquake",))
    assert isinstance(bot.sim.faults.outage(0), Outage)
