"""The demo as a program: the page opens, the bot answers, the plug is pulled, and Ctrl-C ends it."""

import asyncio
import contextlib
import json
import os
import pty
import sys
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, encode_basic_auth

from bot.simulator.server import DEFAULT_TOKEN
from bot.wire.health import Exit
from tests.demo.conftest import ROOT, Demo, demo_in, said, until
from tests.helpers.postgres import free_port


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


async def test_plug_pulled_between_two_questions_loses_no_answer(demo: Demo) -> None:
    """Faults 1–3, as a visitor sees them: an answer that was under way may come twice, never more often."""
    anna = await demo.person("Anna")
    await demo.act("send", person=anna["id"], text="/activities")
    await until(lambda: said(demo, "Anna", "care home"))
    await demo.act("send", person=anna["id"], text="/mine")
    await demo.act("kill_bot")
    await until(lambda: said(demo, "Anna", "haven't signed up"))

    texts = await demo.texts("Anna")
    assert max(texts.count(text) for text in texts) <= 2
    assert [text for text in texts if text.startswith("/")] == ["/menu", "/activities", "/mine"]


async def test_winding_a_day_brings_what_is_due(demo: Demo) -> None:
    before = (await demo.get("/state"))["now"]
    due = await demo.get("/due")

    await demo.act("wind", to="next")

    after = (await demo.get("/state"))["now"]
    assert before < due[0]["at"] <= after < due[0]["at"] + 60


async def test_page_for_other_machines_wants_its_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANDONG_DEMO_PASSWORD", "tea")
    async with demo_in(tmp_path, "--host", "0.0.0.0", "--language", "en") as demo:  # noqa: S104
        refused = [(await demo.session.get(f"{demo.url}{path}")).status for path in ("/", "/state", "/chats/1")]
        answer = await demo.session.get(demo.url, headers={"Authorization": encode_basic_auth("anybody", "tea")})
        served = (await demo.session.post(f"{demo.url}/bot{DEFAULT_TOKEN}/getMe")).status

    assert (refused, answer.status, served) == ([401] * 3, 200, 401)


async def test_password_of_the_page_is_asked_for_and_not_shown(tmp_path: Path) -> None:
    """On the command line everybody on the machine could read it: there is no such option."""
    port, (ours, theirs) = free_port(), pty.openpty()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--host", "0.0.0.0", "--port", str(port), "--language", "en",  # noqa: S104
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
        stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    said = await until_shown(ours, "Password of the page:")
    os.write(ours, b"tea\n")
    said += await until_shown(ours, f":{port}")
    async with ClientSession() as session:
        statuses = [
            (await session.get(f"http://127.0.0.1:{port}/", headers={"Authorization": encode_basic_auth("x", word)}))
            for word in ("coffee", "tea")
        ]
    process.terminate()
    await process.wait()
    os.close(ours)

    assert [answer.status for answer in statuses] == [401, 200]
    assert "tea" not in said


async def until_shown(terminal: int, part: str) -> str:
    """What the terminal shows until this stands on it."""
    shown = b""
    async with asyncio.timeout(60):
        while part not in shown.decode("utf-8", "replace"):
            shown += await asyncio.to_thread(os.read, terminal, 4096)
    return shown.decode()


async def test_password_is_no_word_of_the_command_line(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--host", "0.0.0.0", "--password", "tea",  # noqa: S104
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, told = await process.communicate()

    assert (process.returncode, b"No such option" in told) == (2, True)


TIMES: tuple[Any, ...] = (
    "tomorrow",
    "-1",
    "1.5",
    "",
    " ",
    "day ",
    -60,
    1.5,
    True,
    None,
    [],
    ["day"],
    {"day": 1},
    "9" * 5000,
)
BODIES = (
    b"",
    b"{",
    b"null",
    b"7",
    b'"day"',
    b"[" * 10_000,
    b'{"to":' * 10_000,
    b'{"to": 1e999}',
    b'{"to": NaN}',
    b"\xff",
)
NONSENSE = [
    *[("wind", json.dumps({"to": to}).encode()) for to in TIMES],
    *[(name, body) for name in ("wind", "send", "press", "start_anew") for body in BODIES],
    ("start_anew", b'{"language": "fr"}'),
    ("start_anew", b'{"language": ["en"]}'),
    ("trouble", b'{"kind": {}, "on": true}'),
    ("press", b'{"person": true, "message": [], "row": {}, "column": null}'),
    ("add_group", b'{"name": "x", "members": {"a": 1}}'),
    ("document", b'{"person": 1e400, "name": null, "data": "???"}'),
    ("no such act", b"{}"),
]


async def test_what_no_button_sends_gets_a_sentence(demo: Demo) -> None:
    """400, or 404 where there is no such thing: never 500, and the demo goes on as if nothing had been."""
    before = await demo.get("/state")
    found: dict[tuple[str, bytes], tuple[int, str]] = {}
    headers = {"Origin": demo.url, "Content-Type": "application/json"}
    for name, body in NONSENSE:
        async with demo.session.post(f"{demo.url}/act/{name}", data=body, headers=headers) as answer:
            found[name, body[:40]] = answer.status, await answer.text()

    assert {sent: told for sent, told in found.items() if told[0] not in (400, 404) or not told[1]} == {}
    after = await demo.get("/state")
    assert (after["version"], after["alive"], after["now"] - before["now"] < 30) == (before["version"], True, True)


async def test_two_visitors_wind_and_pull_the_plug_at_once(demo: Demo) -> None:
    """One after the other, and the bot lives."""
    before = (await demo.get("/state"))["now"]
    winds = [demo.act("wind", to="hour") for _ in range(4)]
    await asyncio.gather(*winds, *[demo.act("kill_bot") for _ in range(6)])
    await demo.act("wind", to="minute")

    state = await demo.get("/state")
    assert state["alive"]
    assert state["now"] >= before + 4 * 3600
    anna = await demo.person("Anna")
    await demo.act("send", person=anna["id"], text="/mine")
    await until(lambda: said(demo, "Anna", "haven't signed up"))


async def test_who_pulls_the_plug_and_goes_leaves_a_bot_that_lives(demo: Demo) -> None:
    """A page that is loaded again in the middle leaves its requests behind."""
    for act, order in (("kill_bot", {}), *[("wind", {"to": "hour"})] * 4, ("kill_bot", {})):
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.2):
                await demo.act(act, **order)
    await demo.act("wind", to="minute")
    state, due = await demo.get("/state"), await demo.get("/due")

    assert state["alive"]
    assert due[0]["at"] > state["now"]
    anna = await demo.person("Anna")
    await demo.act("send", person=anna["id"], text="/mine")
    await until(lambda: said(demo, "Anna", "haven't signed up"))


async def test_demo_begins_anew_in_another_language(demo: Demo) -> None:
    anna = await demo.person("Anna")
    await demo.act("send", person=anna["id"], text="/mine")
    await until(lambda: said(demo, "Anna", "haven't signed up"))
    await demo.act("start_anew", language="zh_Hant")
    await until(lambda: speaks(demo, "zh_Hant"))

    state = await demo.get("/state")
    assert "Anna" not in {one["name"] for one in state["people"]}
    await demo.act("wind", to="minute")
    assert (await demo.get("/state"))["alive"]


async def speaks(demo: Demo, language: str) -> bool:
    try:
        return bool((await demo.get("/state"))["speaks"] == language)
    except ClientError:
        return False  # it is being set up


async def test_time_goes_on_while_telegram_fails(demo: Demo) -> None:
    before = (await demo.get("/state"))["now"]
    await demo.act("trouble", kind="server_error", on=True)
    await demo.act("wind", to="hour")
    await demo.act("trouble", kind="server_error", on=False)

    assert (await demo.get("/state"))["now"] >= before + 3600
    assert "getWebhookInfo" not in {call["method"] for call in await demo.get("/calls")}


async def test_a_second_demo_is_refused(demo: Demo, tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", str(free_port()),
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, told = await process.communicate()

    assert process.returncode == Exit.LOCKED
    assert b"Another process" in told
