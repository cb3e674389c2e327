"""getUpdates as Telegram serves it: kept until confirmed, one waiting poll at a time."""

import asyncio
from typing import Any

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock

OLDER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
FIRST = 100_000_001


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


@pytest.fixture
def three(sim: Simulator) -> SimPerson:
    """Three updates wait, numbered from FIRST."""
    person = sim.person("Bo")
    for text in ("one", "two", "three"):
        person.send(text)
    return person


async def test_an_update_comes_again_until_it_is_confirmed(bot: BotClient, three: SimPerson) -> None:
    first, again = await bot.ok("getUpdates"), await bot.ok("getUpdates")
    rest = await bot.ok("getUpdates", offset=FIRST + 1)

    assert [update["update_id"] for update in first] == [FIRST, FIRST + 1, FIRST + 2]
    assert again == first
    assert texts(rest) == ["two", "three"]
    assert bot.sim.pending_updates() == 2


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        pytest.param({"limit": 2}, ["one", "two"], id="limit"),
        pytest.param({"limit": 0}, ["one", "two", "three"], id="a limit out of range counts as 100"),
        pytest.param({"offset": -1}, ["three"], id="negative offset counts from the end"),
        pytest.param({"offset": FIRST + 3}, [], id="all confirmed"),
        pytest.param({"offset": FIRST + 5000}, ["one", "two", "three"], id="an offset far ahead is not trusted"),
        pytest.param({"offset": str(FIRST + 2)}, ["three"], id="numbers may come as text"),
    ],
)
async def test_offset_and_limit(bot: BotClient, three: SimPerson, params: dict[str, Any], expected: list[str]) -> None:
    assert texts(await bot.ok("getUpdates", **params)) == expected


async def test_a_long_poll_ends_with_the_first_update(bot: BotClient, anna: SimPerson) -> None:
    poll = asyncio.create_task(bot.updates(timeout=20))
    await asyncio.sleep(0.05)
    anna.send("hello")

    assert texts(await poll) == ["hello"]


async def test_a_long_poll_without_news_ends_empty(bot: BotClient) -> None:
    assert await bot.ok("getUpdates", timeout=0.05) == []


async def test_the_older_of_two_polls_gets_409_and_the_newer_is_served(bot: BotClient, anna: SimPerson) -> None:
    older = asyncio.create_task(bot.call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(bot.updates(timeout=20))
    await asyncio.sleep(0.05)
    anna.send("hello")

    assert await older == (409, {"ok": False, "error_code": 409, "description": OLDER})
    assert texts(await newer) == ["hello"]


async def test_a_poll_whose_client_died_does_not_disturb_the_next(bot: BotClient, anna: SimPerson) -> None:
    dead = asyncio.create_task(bot.call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    dead.cancel()
    await asyncio.sleep(0.05)
    anna.send("hello")

    assert texts(await bot.updates(timeout=20)) == ["hello"]


@pytest.mark.parametrize(
    ("seconds", "left"),
    [
        pytest.param(149, ["message", "callback_query"], id="149 s: both"),
        pytest.param(150, ["message"], id="150 s: the press is gone"),
        pytest.param(24 * 3600, [], id="a day: nothing"),
    ],
)
async def test_updates_age(bot: BotClient, anna: SimPerson, clock: SetClock, seconds: int, left: list[str]) -> None:
    await bot.ok("sendMessage", chat_id=anna.id, text="x", reply_markup=keyboard("Go"))
    anna.send("hello")
    anna.press("Go")
    clock.move(seconds)

    assert [next(iter(update)) for update in await bot.updates()] == left


async def test_allowed_updates_are_remembered(bot: BotClient, anna: SimPerson) -> None:
    await bot.ok("getUpdates", allowed_updates=["callback_query"])
    anna.send("unheard")
    await bot.ok("getUpdates", allowed_updates=[])
    anna.send("heard")

    assert texts(await bot.updates()) == ["heard"]


async def test_anything_can_be_injected(bot: BotClient) -> None:
    bot.sim.inject({"message": {"no": "shape"}})
    bot.sim.inject({"update_id": 7, "message": "text"})
    bot.sim.inject(["not", "an", "object"])

    assert await bot.ok("getUpdates") == [
        {"update_id": FIRST, "message": {"no": "shape"}},
        {"update_id": 7, "message": "text"},
        ["not", "an", "object"],
    ]


async def test_ids_that_start_again_lower_are_delivered(bot: BotClient, anna: SimPerson) -> None:
    anna.send("before")
    assert texts(await bot.updates(FIRST + 1)) == ["before"]
    bot.sim.restart_update_ids(500)
    anna.send("after")

    assert texts(await bot.updates(FIRST + 2)) == ["before", "after"]


async def test_duplicates_come_although_they_were_confirmed(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.duplicate()
    anna.send("hello")
    offset = (await bot.ok("getUpdates"))[-1]["update_id"] + 1

    assert texts(await bot.updates(offset)) == ["hello"]
    assert await bot.updates(offset) == []


def keyboard(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": f"data:{label}"} for label in labels]]}
