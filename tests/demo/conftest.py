"""A running ``liandong demo``, spoken to as its page does."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.demo.stage import BROKEN
from tests.helpers.browser import chromium
from tests.helpers.postgres import free_port

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://[\d.]+:\d+")


class Demo:
    """People by their names, as the page shows them."""

    def __init__(self, url: str, session: aiohttp.ClientSession, told: list[str]) -> None:
        self.url = url
        self.session = session
        self.told = told  # what the terminal said until it ran

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


@asynccontextmanager
async def demo_in(folder: Path, *options: str) -> AsyncIterator[Demo]:
    """Runs until the end of the block, where Ctrl-C ends it well. Its data lie in ``folder``."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", str(free_port()), *options,
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    told: list[str] = []
    try:
        async with asyncio.timeout(120):
            while not (found := ADDRESS.search(told[-1] if told else "")):
                told.append((await process.stderr.readline()).decode())
                assert told[-1], told
        async with aiohttp.ClientSession() as session:
            yield Demo(found[0], session, told)
    finally:
        process.send_signal(signal.SIGINT)
        said = await asyncio.wait_for(process.stderr.read(), 60)
        assert await process.wait() == 0
        assert BROKEN not in said.decode()


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    async with demo_in(tmp_path, "--language", "en") as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def agency(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    """One demo for a whole file."""
    async with demo_in(tmp_path_factory.mktemp("demo"), "--language", "en") as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


async def until(condition: Any) -> None:
    for _ in range(300):
        if await condition():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it did not come true")


async def said(demo: Demo, name: str, part: str) -> bool:
    return any(part in text for text in await demo.texts(name))
