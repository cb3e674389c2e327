"""What no page would send gets a sentence and changes nothing; what a page gets comes packed."""

import re
from typing import Any

import pytest

from tests.simulator.client import BotClient
from tests.simulator.page.hosts import PlainHost
from tests.simulator.page.test_page import act, get, host

__all__ = ["host"]


@pytest.mark.parametrize(
    ("name", "order", "status"),
    [
        pytest.param("send", {"person": 1, "text": "x"}, 404, id="unknown person"),
        pytest.param("send", {"person": "x", "text": "x"}, 400, id="no number"),
        pytest.param("send", {"person": 0}, 404, id="nobody"),
        pytest.param("send", [], 400, id="no object"),
        pytest.param("dance", {}, 404, id="unknown act"),
        pytest.param("_perform", {}, 404, id="no way into the code"),
        pytest.param("add_person", {"name": " "}, 400, id="no name"),
        pytest.param("add_person", {"name": "Bo", "language": "fr"}, 400, id="unknown language"),
        pytest.param("trouble", {"kind": "war", "on": True}, 404, id="unknown trouble"),
        pytest.param("trouble", {"kind": ["war"], "on": True}, 404, id="trouble that is a list"),
        pytest.param("trouble", {}, 400, id="no trouble"),
        pytest.param("wind", {}, 400, id="no time"),
        pytest.param("wind", {"to": "tomorrow"}, 400, id="a word as the time"),
        pytest.param("wind", {"to": ["day"]}, 400, id="a list as the time"),
        pytest.param("wind", {"to": None}, 400, id="nothing as the time"),
        pytest.param("add_group", {"name": "x", "members": 7}, 400, id="members that are a number"),
        pytest.param("send", {"person": float("inf"), "text": "x"}, 400, id="no end"),
        pytest.param("send", {"person": {}, "text": "x"}, 400, id="a person that is an object"),
        pytest.param("start_anew", {}, 400, id="no language"),
    ],
)
async def test_wrong_acts_change_nothing(bot: BotClient, host: PlainHost, name: str, order: Any, status: int) -> None:
    before = bot.sim.version

    assert (await act(bot, name, order))[0] == status
    assert bot.sim.version == before


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 10_000, b'{"a":' * 10_000, b'{"person": ' + b"9" * 5000 + b"}", b"\xff\xfe"]
)
async def test_what_no_page_sends_is_400(bot: BotClient, host: PlainHost, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    for name in ("send", "wind", "press"):
        async with bot.session.post(f"{bot.sim.api_url}/act/{name}", data=body, headers=headers) as answer:
            assert (answer.status, await answer.text() != "") == (400, True)


@pytest.mark.parametrize("path", ["/state?since=" + "9" * 5000, "/chats/" + "9" * 5000, "/state?since=x"])
async def test_what_is_no_number_is_refused(bot: BotClient, host: PlainHost, path: str) -> None:
    assert (await get(bot, path))[0] in {400, 404}


async def test_page_comes_packed(bot: BotClient, host: PlainHost) -> None:
    """A phone on a slow line loads it once, and after an hour's use no more than this."""
    page = (await get(bot, "/"))[1].decode()
    paths = ["/", *re.findall(r"/static/\w+/page\.\w+", page), "/state?since=0"]
    loaded = 0
    for path in paths:
        async with bot.session.get(bot.sim.api_url + path, headers={"Accept-Encoding": "gzip"}) as answer:
            loaded += int(answer.headers["Content-Length"])
            assert answer.headers.get("Content-Encoding") == "gzip", path

    assert len(paths) == 4
    assert loaded < 50_000
