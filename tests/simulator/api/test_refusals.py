"""Each refusal of the Bot API with its status and words; a bot decides by them what to do next."""

from typing import Any

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.client import BotClient


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Go", **button}]]}


ONE = {"text": "x", "callback_data": "y"}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        pytest.param({"text": ""}, "message text is empty", id="empty"),
        pytest.param({}, "message text is empty", id="missing"),
        pytest.param({"text": " \n "}, "text must be non-empty", id="blank"),
        pytest.param({"text": "字" * 4097}, "message is too long", id="4097 characters"),
        pytest.param({"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode", id="parse mode"),
        pytest.param(
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
            id="bad HTML",
        ),
        pytest.param(
            {"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object", id="markup no JSON"
        ),
        pytest.param({"text": "x", "reply_markup": "[]"}, "object expected as reply markup", id="markup no object"),
        pytest.param(
            {"text": "x", "reply_markup": inline(callback_data="字" * 22)}, "BUTTON_DATA_INVALID", id="66 bytes"
        ),
        pytest.param({"text": "x", "reply_markup": inline(callback_data="")}, "BUTTON_DATA_INVALID", id="no data"),
        pytest.param(
            {"text": "x", "reply_markup": inline()}, "text buttons are unallowed in the inline keyboard", id="no action"
        ),
        pytest.param(
            {"text": "x", "reply_markup": inline(url="nonsense")},
            "inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL",
            id="address",
        ),
        pytest.param(
            {"text": "x", "reply_markup": inline(url="ftp://a.example/")},
            "inline keyboard button URL 'ftp://a.example/' is invalid: Unsupported URL protocol",
            id="protocol",
        ),
        pytest.param(
            {"text": "x", "reply_markup": {"inline_keyboard": [[ONE]] * 101}},
            "reply markup is too long",
            id="101 buttons",
        ),
        pytest.param(
            {"text": "x", "reply_markup": {"inline_keyboard": [[ONE] * 9]}}, "reply markup is too long", id="9 in a row"
        ),
        pytest.param(
            {"text": "x", "reply_markup": {"keyboard": [[{"no": "text"}]]}},
            "can't parse keyboard button: Can't find field \"text\"",
            id="reply button",
        ),
        pytest.param(
            {"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found", id="reply"
        ),
    ],
)
async def test_send_message_refuses(bot: BotClient, anna: SimPerson, params: dict[str, Any], words: str) -> None:
    assert await bot.refusal("sendMessage", chat_id=anna.id, **params) == (400, f"Bad Request: {words}")
    assert anna.last is None


@pytest.mark.parametrize(
    "params",
    [
        pytest.param({"text": "字" * 4096}, id="4096 characters"),
        pytest.param({"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"}, id="tags do not count"),
        pytest.param({"text": "😀" * 4096}, id="emoji count once"),
        pytest.param({"text": "x", "reply_markup": inline(callback_data="y" * 64)}, id="64 bytes"),
        pytest.param(
            {"text": "x", "reply_markup": {"inline_keyboard": [[ONE] * 8] * 12}}, id="96 buttons in rows of 8"
        ),
        pytest.param({"text": "x", "unknown": "parameter"}, id="unknown parameter"),
    ],
)
async def test_send_message_accepts_up_to_the_limit(bot: BotClient, anna: SimPerson, params: dict[str, Any]) -> None:
    sent = await bot.ok("sendMessage", chat_id=anna.id, **params)

    assert anna.last is not None
    assert anna.last.id == sent["message_id"]


@pytest.mark.parametrize(
    ("chat_id", "words"),
    [
        pytest.param(1, "chat not found", id="unknown"),
        pytest.param("@nobody", "chat not found", id="unknown name"),
        pytest.param("x", "chat not found", id="no number"),
        pytest.param("", "chat_id is empty", id="empty"),
        pytest.param(None, "chat_id is empty", id="missing"),
    ],
)
async def test_unknown_chats_are_not_found(bot: BotClient, chat_id: Any, words: str) -> None:
    assert await bot.refusal("sendMessage", chat_id=chat_id, text="x") == (400, f"Bad Request: {words}")


async def test_whoever_has_not_pressed_start_cannot_be_written_to(bot: BotClient, sim: Simulator) -> None:
    stranger = sim.person("Bo")

    refusal = await bot.refusal("sendMessage", chat_id=stranger.id, text="x")

    assert refusal == (403, "Forbidden: bot can't initiate conversation with a user")
    assert stranger.messages == []


@pytest.mark.parametrize(
    ("act", "words"),
    [("block", "bot was blocked by the user"), ("deactivate", "user is deactivated")],
)
async def test_people_who_are_gone_answer_403(bot: BotClient, anna: SimPerson, act: str, words: str) -> None:
    getattr(anna, act)()

    assert await bot.refusal("sendMessage", chat_id=anna.id, text="x") == (403, f"Forbidden: {words}")


@pytest.mark.parametrize(
    ("token", "method", "expected"),
    [
        pytest.param("7000000001:WRONG", "getMe", (401, "Unauthorized"), id="wrong token"),
        pytest.param("nonsense", "getMe", (404, "Not Found"), id="no token at all"),
        pytest.param(None, "getNothing", (404, "Not Found: method not found"), id="unknown method"),
    ],
)
async def test_token_and_method_are_checked(
    bot: BotClient, token: str | None, method: str, expected: tuple[int, str]
) -> None:
    if token is not None:
        bot.base = f"{bot.sim.api_url}/bot{token}/"

    assert await bot.refusal(method) == expected


async def test_method_names_ignore_case(bot: BotClient) -> None:
    assert await bot.ok("GETME") == await bot.ok("getMe")


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        pytest.param("sendDocument", {}, "there is no document in the request", id="no document"),
        pytest.param(
            "sendDocument", {"document": "nonsense"}, "wrong file identifier/HTTP URL specified", id="file id"
        ),
        pytest.param(
            "sendPhoto", {"photo": "https://a.example/x"}, "failed to get HTTP URL content", id="photo by URL"
        ),
        pytest.param(
            "sendVenue", {"latitude": 1, "longitude": 1, "address": "a"}, "title must be non-empty", id="title"
        ),
        pytest.param(
            "sendVenue", {"latitude": 1, "longitude": 1, "title": "t"}, "address must be non-empty", id="address"
        ),
        pytest.param(
            "sendVenue",
            {"latitude": 91, "longitude": 1, "title": "t", "address": "a"},
            "wrong latitude or longitude specified",
            id="latitude",
        ),
        pytest.param("copyMessage", {"from_chat_id": 1, "message_id": 1}, "chat not found", id="copy from nowhere"),
        pytest.param("sendChatAction", {}, "wrong parameter action in request", id="action"),
        pytest.param("pinChatMessage", {"message_id": 99}, "message to pin not found", id="pin"),
        pytest.param("unpinChatMessage", {}, "message to unpin not found", id="unpin"),
        pytest.param("deleteMessage", {"message_id": 99}, "message to delete not found", id="delete"),
        pytest.param("editMessageText", {"message_id": 99, "text": "x"}, "message to edit not found", id="edit"),
        pytest.param("editMessageText", {"text": "x"}, "message identifier is not specified", id="edit what"),
        pytest.param(
            "getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable", id="get file"
        ),
    ],
)
async def test_other_methods_refuse(
    bot: BotClient, anna: SimPerson, method: str, params: dict[str, Any], words: str
) -> None:
    assert await bot.refusal(method, chat_id=anna.id, **params) == (400, f"Bad Request: {words}")
