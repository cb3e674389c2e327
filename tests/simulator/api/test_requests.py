"""JSON, form, multipart and query string mean the same; and the real library that bots are written with agrees."""

import json
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.simulator.params import Params
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.client import BotClient

MARKUP = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}


def as_json(values: dict[str, Any]) -> dict[str, Any]:
    return {"json": values}


def as_form(values: dict[str, Any]) -> dict[str, Any]:
    return {"data": {k: v if isinstance(v, str) else json.dumps(v) for k, v in values.items()}}


def as_query(values: dict[str, Any]) -> dict[str, Any]:
    return {"params": as_form(values)["data"]}


def as_multipart(values: dict[str, Any]) -> dict[str, Any]:
    form = aiohttp.FormData()
    for name, value in as_form(values)["data"].items():
        form.add_field(name, value, content_type="text/plain")
    return {"data": form}


@pytest.mark.parametrize("packed", [as_json, as_form, as_query, as_multipart])
async def test_every_way_of_sending_parameters_means_the_same(bot: BotClient, anna: SimPerson, packed: Any) -> None:
    values = {"chat_id": anna.id, "text": "<b>你好</b>", "parse_mode": "HTML", "reply_markup": MARKUP}
    values["disable_notification"] = True

    async with bot.session.post(bot.base + "sendMessage", **packed(values)) as answer:
        status = answer.status

    assert status == 200
    assert anna.last is not None
    assert (anna.last.html, anna.last.buttons, anna.last.silent) == ("<b>你好</b>", ["Go"], True)


async def test_a_document_is_uploaded_under_its_name(bot: BotClient, anna: SimPerson) -> None:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("chat_id", str(anna.id))
    form.add_field("caption", "hours")
    form.add_field("document", BytesIO(b"a,b\r\n" * 300_000), filename="时长.csv", content_type="text/csv")

    async with bot.session.post(bot.base + "sendDocument", data=form) as answer:
        body = await answer.json()

    assert body["result"]["document"]["file_name"] == "时长.csv"
    assert anna.last is not None
    assert anna.last.document is not None
    assert (anna.last.text, len(anna.last.document.data)) == ("hours", 1_500_000)


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
async def test_a_body_that_is_no_object_is_refused(bot: BotClient, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    async with bot.session.post(bot.base + "getMe", data=body, headers=headers) as answer:
        assert (answer.status, (await answer.json())["description"]) == (
            400,
            "Bad Request: can't parse request JSON object",
        )


@pytest.mark.parametrize(
    ("value", "expected"),
    [("5", 5), (5, 5), (None, 0), ("x", 0), ([], 0), ("-1", -1)],
)
def test_integers_may_come_as_text(value: Any, expected: int) -> None:
    assert Params({"n": value}).integer("n") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("true", True),
        ("True", True),
        (True, True),
        ("1", True),
        ("false", False),
        ("0", False),
        ("", False),
        (0, False),
    ],
)
def test_flags_may_come_as_text(value: Any, expected: bool) -> None:
    assert Params({"f": value}).flag("f") is expected


@pytest.fixture
async def library(sim: Simulator) -> Bot:
    return Bot(sim.token, base_url=f"{sim.api_url}/bot", base_file_url=f"{sim.api_url}/file/bot")


async def test_the_library_reads_all_that_it_is_told(library: Bot, sim: Simulator, anna: SimPerson) -> None:
    async with library:
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
        card = await library.send_message(anna.id, "<b>Card</b>", parse_mode="HTML", reply_markup=markup)
        press = anna.press("Go")
        anna.send("/mine")
        anna.block()
        updates = await library.get_updates()
        anna.unblock()
        query = updates[0].callback_query
        assert query is not None
        await query.answer("Done")
        await card.edit_text("New")
        document = await library.send_document(anna.id, BytesIO(b"x"), filename="x.txt", caption="file")
        assert document.document is not None
        fetched = await (await library.get_file(document.document.file_id)).download_as_bytearray()

    assert (await press.answered()).text == "Done"
    assert [type(update.effective_user).__name__ for update in updates] == ["User"] * 3
    assert [message.text for message in anna.messages] == ["/start", "New", "/mine", "file"]
    assert bytes(fetched) == b"x"


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_the_library_understands_refusals(library: Bot, sim: Simulator, anna: SimPerson) -> None:
    async with library:
        with pytest.raises(BadRequest, match="Chat not found"):
            await library.send_message(1, "x")
        anna.block()
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await library.send_message(anna.id, "x")
        sim.faults.too_many_requests(3, times=1)
        with pytest.raises(RetryAfter, match=r"Flood control exceeded\. Retry in 3 seconds"):
            await library.send_message(anna.id, "x")
