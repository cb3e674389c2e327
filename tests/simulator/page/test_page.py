"""The page over HTTP: who may use it, what it can do, what it shows."""

import asyncio
import json
from typing import Any

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.api.test_polling import keyboard
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock
from tests.simulator.page.hosts import PlainHost


@pytest.fixture
def host(sim: Simulator, clock: SetClock) -> PlainHost:
    host = PlainHost(clock)
    sim.mount_page(host, language="zh_Hant", zone="Asia/Hong_Kong")
    return host


async def get(bot: BotClient, path: str, **headers: str) -> tuple[int, Any]:
    async with bot.session.get(bot.sim.api_url + path, headers=headers) as answer:
        body = await answer.read()
        return answer.status, json.loads(body) if answer.content_type == "application/json" else body


async def act(bot: BotClient, name: str, order: Any, **headers: str) -> tuple[int, Any]:
    async with bot.session.post(f"{bot.sim.api_url}/act/{name}", json=order, headers=headers) as answer:
        body = await answer.text()
        return answer.status, json.loads(body) if answer.status == 200 else body


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Sec-Fetch-Site": "cross-site"}, 403, id="another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, 403, id="another port"),
        pytest.param({"Origin": "http://evil.example"}, 403, id="foreign origin, old browser"),
        pytest.param({"Origin": "null"}, 403, id="sandboxed"),
        pytest.param({"Host": "evil.example"}, 403, id="rebound name"),
        pytest.param({"Content-Type": "text/plain"}, 415, id="what a form can send"),
        pytest.param({"Sec-Fetch-Site": "same-origin"}, 200, id="the page itself"),
        pytest.param({}, 200, id="no browser"),
    ],
)
async def test_writes_come_from_the_page_only(
    bot: BotClient, host: PlainHost, anna: SimPerson, headers: dict[str, str], status: int
) -> None:
    given, _ = await act(bot, "send", {"person": anna.id, "text": "hello"}, **headers)

    assert given == status
    assert [message.text for message in anna.messages] == (["/start", "hello"] if status == 200 else ["/start"])


async def test_other_sites_cannot_call_the_api_either(bot: BotClient, host: PlainHost) -> None:
    async with bot.session.post(bot.base + "getMe", headers={"Sec-Fetch-Site": "cross-site"}) as answer:
        assert answer.status == 403


@pytest.mark.parametrize(
    ("given", "status"),
    [(None, 401), ("Basic ???", 401), ("Bearer x", 401), ("Basic Ondyb25n", 401), ("Basic OnNlY3JldA==", 200)],
)
async def test_a_password_opens_the_page_to_others(
    bot: BotClient, clock: SetClock, given: str | None, status: int
) -> None:
    bot.sim.mount_page(PlainHost(clock), password="secret")
    headers = {"Host": "demo.example"} | ({"Authorization": given} if given else {})

    assert (await get(bot, "/state", **headers))[0] == status


async def test_every_answer_carries_the_policy(bot: BotClient, host: PlainHost) -> None:
    async with bot.session.get(bot.sim.api_url + "/") as answer:
        policy = answer.headers["Content-Security-Policy"]

    assert answer.status == 200
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/static/../server.py", "/static/nothing.js", "/nothing", "/files/x", "/chats/1"])
async def test_what_is_not_there_is_404(bot: BotClient, host: PlainHost, path: str) -> None:
    assert (await get(bot, path))[0] == 404


async def test_without_a_page_there_is_only_the_api(bot: BotClient) -> None:
    assert await get(bot, "/") == (404, b"Not Found")


async def test_who_comes_before_there_is_something_to_see_waits(bot: BotClient, host: PlainHost) -> None:
    host.open.clear()
    early = [asyncio.create_task(get(bot, path)) for path in ("/", "/state")]
    await asyncio.sleep(0.1)
    waited = [not one.done() for one in early]
    host.open.set()

    assert waited == [True, True]
    assert [status for status, _ in await asyncio.gather(*early)] == [200, 200]


async def test_the_state_tells_what_changed(bot: BotClient, host: PlainHost, anna: SimPerson) -> None:
    _, first = await get(bot, "/state")
    bo = bot.sim.person("Bo", language="zh-hans", note="volunteer")
    _, second = await get(bot, f"/state?since={first['version']}")

    assert (first["language"], first["zone"], first["alive"], first["now"]) == (
        "zh_Hant",
        "Asia/Hong_Kong",
        True,
        1_800_000_000.0,
    )
    assert [line["name"] for line in first["people"]] == ["Anna"]
    assert second["people"] == [
        {
            "id": bo.id,
            "name": "Bo",
            "note": "volunteer",
            "language": "zh-hans",
            "started": False,
            "blocked": False,
            "gone": False,
            "version": second["version"],
            "last": None,
            "received": 0,
        }
    ]


async def test_a_chat_is_fetched_from_where_one_stopped(bot: BotClient, host: PlainHost, anna: SimPerson) -> None:
    sent = await bot.ok("sendMessage", chat_id=anna.id, text="<b>x</b>", parse_mode="HTML", reply_markup=keyboard("Go"))
    _, whole = await get(bot, f"/chats/{anna.id}")
    await bot.ok("deleteMessage", chat_id=anna.id, message_id=sent["message_id"])
    _, rest = await get(bot, f"/chats/{anna.id}?since={whole['version']}")

    assert whole["messages"][-1] == {
        "id": sent["message_id"],
        "from": 7000000001,
        "name": "联动",
        "bot": True,
        "date": 1_800_000_000,
        "text": "x",
        "entities": [{"type": "bold", "offset": 0, "length": 1}],
        "silent": False,
        "edited": False,
        "rows": [[{"text": "Go", "url": None, "copy": None}]],
        "kind": "text",
    }
    assert rest["messages"] == [{"id": sent["message_id"], "deleted": True}]


async def test_a_long_chat_is_fetched_from_its_end(bot: BotClient, host: PlainHost, anna: SimPerson) -> None:
    ids = [anna.send(str(number)).id for number in range(5)]
    pages = [(await get(bot, f"/chats/{anna.id}?{query}"))[1] for query in ("last=2", f"before={ids[3]}&last=100")]

    assert [(view["messages"][-1]["id"], len(view["messages"]), view["more"]) for view in pages] == [
        (ids[4], 2, True),
        (ids[2], 4, False),  # with the /start of the beginning
    ]


async def test_a_press_waits_for_its_answer(bot: BotClient, host: PlainHost, anna: SimPerson) -> None:
    sent = await bot.ok("sendMessage", chat_id=anna.id, text="x", reply_markup=keyboard("Go"))
    order = {"person": anna.id, "message": sent["message_id"], "row": 0, "column": 0}
    press = asyncio.create_task(act(bot, "press", order))
    (update,) = await bot.updates(timeout=5)
    await bot.ok("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="Done")

    assert await press == (200, {"answered": True, "text": "Done", "alert": False, "url": ""})


async def test_people_can_do_what_phones_can(bot: BotClient, host: PlainHost) -> None:
    _, added = await act(bot, "add_person", {"name": "Bo", "language": "zh-hans"})
    who = {"person": added["id"]}
    _, group = await act(bot, "add_group", {"name": "Team", "members": [added["id"]]})
    for name, order in [
        ("start", {"payload": "a_1"}),
        ("voice", {}),
        ("photo", {"caption": "me"}),
        ("document", {"name": "x.txt", "data": "eA=="}),
        ("send", {"chat": group["id"], "text": "/mine"}),
        ("language", {"language": "en"}),
        ("block", {}),
        ("unblock", {}),
    ]:
        assert (await act(bot, name, {**who, **order}))[0] == 200, name

    kinds = [
        next(iter(update.get("message", {}).keys() & {"text", "voice", "photo", "document"}), "membership")
        for update in await bot.updates()
    ]
    assert kinds == ["text", "voice", "photo", "document", "text", "membership", "membership"]


async def test_the_clock_is_the_hosts(bot: BotClient, host: PlainHost) -> None:
    await act(bot, "wind", {"to": "day"})
    await act(bot, "kill_bot", {})

    assert (await get(bot, "/state"))[1]["now"] == 1_800_086_400.0
    assert host.killed == 1
    assert (await get(bot, "/due"))[1] == [{"at": 1_800_088_200, "what": "Reminder", "people": 5}]


async def test_trouble_is_switched_and_counted(bot: BotClient, host: PlainHost, anna: SimPerson) -> None:
    for kind in ("slow", "server_error", "drop_after", "outage", "duplicate", "too_many", "too_many"):
        await act(bot, "trouble", {"kind": kind, "on": True})
    for kind in ("slow", "server_error", "drop_after", "outage"):
        await act(bot, "trouble", {"kind": kind, "on": False})
    assert (await bot.call("sendMessage", chat_id=anna.id, text="x"))[0] == 429

    assert (await get(bot, "/state"))[1]["trouble"] == {
        "too_many": {"on": True, "hits": 1},
        "slow": {"on": False, "hits": 0},
        "server_error": {"on": False, "hits": 0},
        "drop_after": {"on": False, "hits": 0},
        "outage": {"on": False, "hits": 0},
        "duplicate": {"on": True, "hits": 0},
    }
    _, (line,) = await get(bot, "/calls")
    assert (line["method"], line["chat"], line["status"], line["fault"]) == ("sendMessage", anna.id, 429, "error")
    assert "params" not in line


async def test_the_log_names_a_second_delivery_and_a_kill(bot: BotClient, host: PlainHost, anna: SimPerson) -> None:
    await act(bot, "trouble", {"kind": "duplicate", "on": True})
    anna.send("/mine")
    for _ in range(2):
        await bot.updates()
    await act(bot, "kill_bot", {})

    _, lines = await get(bot, "/calls")
    assert [(line["method"], line["status"], line["fault"]) for line in lines] == [
        ("getUpdates", 200, ""),
        ("getUpdates", 200, "duplicate"),
        ("SIGKILL", 0, "kill"),
    ]
    assert (await get(bot, "/state"))[1]["trouble"]["duplicate"] == {"on": True, "hits": 1}


async def test_files_are_saved_and_never_run(bot: BotClient, host: PlainHost, anna: SimPerson) -> None:
    page = anna.send_document("报告.html", b"<script>1</script>").content["document"]["file_id"]
    async with bot.session.get(f"{bot.sim.api_url}/files/{page}") as answer:
        headers = answer.headers

    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.html"
    assert headers["Content-Security-Policy"].startswith("sandbox")


async def test_events_say_that_something_changed(bot: BotClient, host: PlainHost, anna: SimPerson) -> None:
    async with bot.session.get(bot.sim.api_url + "/events") as stream:
        first = json.loads((await stream.content.readline())[6:])
        await stream.content.readline()
        anna.send("hello")
        second = json.loads((await stream.content.readline())[6:])

    assert second["version"] > first["version"]
    assert first.keys() == {"boot", "version", "alive", "now", "calls"}
