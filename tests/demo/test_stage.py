"""The demo as a program: the page opens, the bot answers, the plug is pulled, and Ctrl-C ends it."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.wire.health import Exit
from tests.postgres import free_port

ROOT = Path(__file__).parents[2]


class Demo:
    """A running ``liandong demo``, spoken to as its page does."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.session = session

    async def get(self, path: str) -> Any:
        async with self.session.get(f"{self.url}{path}") as answer:
            return await answer.json()

    async def act(self, name: str, **order: Any) -> Any:
        headers = {"Origin": self.url, "Content-Type": "application/json"}
        async with self.session.post(f"{self.url}/act/{name}", data=json.dumps(order), headers=headers) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def person(self, name: str) -> Any:
        return next(one for one in (await self.get("/state"))["people"] if one["name"] == name)

    async def texts(self, name: str) -> list[str]:
        chat = await self.get(f"/chats/{(await self.person(name))['id']}")
        return [message["text"] for message in chat["messages"]]


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", str(port), "--language", "en",
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    try:
        line = (await asyncio.wait_for(process.stderr.readline(), 120)).decode()
        assert re.search(r"http://127\.0\.0\.1:\d+", line), line
        async with aiohttp.ClientSession() as session:
            yield Demo(f"http://127.0.0.1:{port}", session)
    finally:
        process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), 60) == 0


async def press(demo: Demo, name: str, label: str) -> Any:
    """The newest button of this label on somebody's phone."""
    person = await demo.person(name)
    chat = await demo.get(f"/chats/{person['id']}")
    for message in reversed(chat["messages"]):
        for row, buttons in enumerate(message["rows"]):
            for column, button in enumerate(buttons):
                if button["text"] == label:
                    return await demo.act("press", person=person["id"], message=message["id"], row=row, column=column)
    raise AssertionError(f"{name} sees no {label!r}: {chat['messages'][-2:]}")


async def until(condition: Any) -> None:
    for _ in range(200):
        if await condition():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it did not come true")


async def said(demo: Demo, name: str, part: str) -> bool:
    return any(part in text for text in await demo.texts(name))


async def test_page_of_the_demo_opens(demo: Demo) -> None:
    async with demo.session.get(demo.url) as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")


async def test_plug_pulled_in_the_middle_of_a_sign_up_loses_and_doubles_nothing(demo: Demo) -> None:
    """Faults 1–3, as a visitor sees them."""
    anna = await demo.person("Anna")
    await demo.act("send", person=anna["id"], text="/activities")
    await until(lambda: said(demo, "Anna", "care home"))
    await demo.act("send", person=anna["id"], text="/mine")
    await demo.act("kill_bot")
    await until(lambda: said(demo, "Anna", "sign"))

    texts = await demo.texts("Anna")
    assert len(texts) == len(set(texts))


async def test_winding_a_day_brings_what_is_due(demo: Demo) -> None:
    before = (await demo.get("/state"))["now"]
    due = await demo.get("/due")

    await demo.act("wind", to="next")

    after = (await demo.get("/state"))["now"]
    assert before < due[0]["at"] <= after < due[0]["at"] + 60


async def test_a_second_demo_is_refused(demo: Demo, tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", str(free_port()),
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, told = await process.communicate()

    assert process.returncode == Exit.LOCKED
    assert b"Another process" in told
