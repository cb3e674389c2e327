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
        line = (await asyncio.wait_for(process.stderr.readline(), 30)).decode()
        assert re.search(r"http://127\.0\.0\.1:\d+", line), line
        async with aiohttp.ClientSession() as session:
            yield Demo(f"http://127.0.0.1:{port}", session)
    finally:
        process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), 20) == 0
