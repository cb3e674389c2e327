"""Starting, stopping, waiting: what a test suite that opens hundreds of simulators relies on."""

import asyncio
import time

import aiohttp
import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock


async def test_stop_ends_hanging_calls_at_once(bot: BotClient) -> None:
    bot.sim.faults.hang(method="sendMessage")
    hanging = [asyncio.create_task(bot.call("sendMessage")), asyncio.create_task(bot.call("getUpdates", timeout=50))]
    await asyncio.sleep(0.05)
    began = time.perf_counter()

    await bot.sim.stop()
    ended = await asyncio.gather(*hanging, return_exceptions=True)

    assert time.perf_counter() - began < 2
    assert [isinstance(result, aiohttp.ClientError) for result in ended] == [True, True]


async def test_stop_twice_and_before_start_is_harmless() -> None:
    sim = Simulator()
    await sim.stop()
    await sim.start()
    await sim.stop()
    await sim.stop()


async def test_two_simulators_know_nothing_of_each_other(clock: SetClock) -> None:
    one, two = Simulator(clock=clock), Simulator(clock=clock, token="42:OTHER", username="other_bot", name="Other")
    await one.start()
    await two.start()
    one.person("Anna").start()

    assert (one.pending_updates(), two.pending_updates()) == (1, 0)
    assert one.api_url != two.api_url
    async with aiohttp.ClientSession() as session, session.get(f"{two.api_url}/bot42:OTHER/getMe") as answer:
        me = (await answer.json())["result"]
    assert (me["id"], me["username"], me["first_name"]) == (42, "other_bot", "Other")
    await one.stop()
    await two.stop()


async def test_a_change_wakes_everybody_who_waits(sim: Simulator, anna: SimPerson) -> None:
    waiting = [asyncio.create_task(sim.wait_for_change(sim.version)) for _ in range(3)]
    await asyncio.sleep(0)
    gone = waiting.pop()
    gone.cancel()
    anna.send("hello")

    assert await asyncio.gather(*waiting) == [sim.version] * 2


async def test_a_past_version_answers_at_once(sim: Simulator, anna: SimPerson) -> None:
    assert await sim.wait_for_change(0) == sim.version


async def test_ten_thousand_updates_are_drained_quickly(bot: BotClient, anna: SimPerson) -> None:
    for _ in range(10_000):
        anna.forge("x")
    began, offset, count = time.perf_counter(), 0, 0
    while batch := await bot.ok("getUpdates", offset=offset):
        count += len(batch)
        offset = batch[-1]["update_id"] + 1

    assert count == 10_000
    assert time.perf_counter() - began < 10


async def test_message_ids_are_one_sequence_for_private_chats_and_basic_groups(sim: Simulator, anna: SimPerson) -> None:
    bo = sim.person("Bo")
    basic = sim.group("Basic", [anna])
    big = sim.group("Big", [anna], supergroup=True)

    sent = [anna.send("a"), bo.send("b"), anna.send("/c", chat=basic), anna.send("/d", chat=big), anna.send("e")]

    first = sent[0].id
    assert [message.id for message in sent] == [first, first + 1, first + 2, 1, first + 3]


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_phone_sends_no_empty_text(anna: SimPerson, text: str) -> None:
    with pytest.raises(ValueError, match="no empty text"):
        anna.send(text)
