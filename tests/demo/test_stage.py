"""The demo as a program: the page opens, the bot answers, the plug is pulled, and Ctrl-C ends it."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from bot.wire.health import Exit
from tests.demo.conftest import ROOT, Demo, said, until
from tests.postgres import free_port


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
