"""The bare server hands out what was loaded and counts; it runs as a process of its own, as in the benchmark."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest


@pytest.fixture
async def base() -> AsyncIterator[str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.simulator.bare", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    yield f"http://127.0.0.1:{json.loads(await process.stdout.readline())['port']}"
    process.terminate()
    await process.wait()


def presses(count: int) -> list[dict[str, Any]]:
    return [{"callback_query": {"id": str(1000 + number), "data": "x"}} for number in range(count)]


async def test_everything_loaded_is_served_once_and_counted(base: str) -> None:
    async with aiohttp.ClientSession() as session:

        async def call(path: str, body: dict[str, Any]) -> Any:
            async with session.post(base + path, json=body) as answer:
                return await answer.json()

        await call("/control/load", {"updates": presses(250)})
        served, offset = [], 0
        while batch := (await call("/botT/getUpdates", {"offset": offset}))["result"]:
            served += [update["callback_query"]["id"] for update in batch]
            offset = batch[-1]["update_id"] + 1
        for query in served[:3]:
            assert await call("/botT/answerCallbackQuery", {"callback_query_id": query}) == {"ok": True, "result": True}
        sent = [(await call("/botT/sendMessage", {"chat_id": 1, "text": "x"}))["result"]["message_id"] for _ in "ab"]
        async with session.get(base + "/control/counters") as answer:
            counters = await answer.json()

    assert served == [str(1000 + number) for number in range(250)]
    assert sent == [1, 2]
    assert counters["calls"] == {"getUpdates": 4, "answerCallbackQuery": 3, "sendMessage": 2}
    assert (counters["answered"], len(counters["latencies"])) == (3, 3)
    assert counters["ended"] > counters["began"] > 0


async def test_no_more_than_the_allowed_presses_are_unanswered(base: str) -> None:
    async with aiohttp.ClientSession() as session:

        async def ids(offset: int, wait: int) -> list[str]:
            async with session.post(base + "/botT/getUpdates", json={"offset": offset, "timeout": wait}) as answer:
                return [update["callback_query"]["id"] for update in (await answer.json())["result"]]

        await session.post(base + "/control/load", json={"updates": presses(5), "outstanding": 2})
        first = await ids(0, 0)
        waiting = asyncio.create_task(ids(3, 20))
        await asyncio.sleep(0.05)
        held = waiting.done()
        await session.post(base + "/botT/answerCallbackQuery", data={"callback_query_id": "1000"})

        assert (first, held, await waiting) == (["1000", "1001"], False, ["1002"])
