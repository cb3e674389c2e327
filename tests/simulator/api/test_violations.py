"""What no client should send is written down, each once, whether Telegram would refuse it or not."""

import json
from typing import Any

import aiohttp
import pytest

from bot.simulator.params import Params, Upload
from bot.simulator.people.persons import SimPerson
from bot.simulator.rules.calls import faults_of
from bot.simulator.rules.values import complaints
from tests.simulator.client import BotClient

TEXT = {"chat_id": 5, "text": "x"}
COMMAND = {"command": "a", "description": "x"}
LINK = "https://t.me/some_bot?start="


def button(**action: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Go", **action}]]}


def case(method: str, params: dict[str, Any], *lines: str) -> Any:
    return pytest.param(method, params, [f"{method}{line}" for line in lines], id=f"{method}{lines[0]}")


@pytest.mark.parametrize(
    ("method", "params", "expected"),
    [
        case("sendMessage", {**TEXT, "dance": 1}, ": unknown parameter dance"),
        case("setMyCommands", {"commands": [], "disable_notification": False},
             ": unknown parameter disable_notification"),
        case("editMessageText", {**TEXT, "message_id": 1, "disable_notification": True},
             ": unknown parameter disable_notification"),
        case("sendMessage", {"chat_id": 5}, ".text: missing"),
        case("editMessageText", {"text": "x"},
             ".chat_id: missing", ".message_id: missing", ".inline_message_id: missing"),
        case("sendMessage", {**TEXT, "text": 5}, ".text: not a String"),
        case("sendMessage", {**TEXT, "chat_id": "5"}, ".chat_id: not of the form @[A-Za-z0-9_]{4,32}"),
        case("sendMessage", {**TEXT, "disable_notification": 1}, ".disable_notification: not a Boolean"),
        case("sendMessage", {**TEXT, "reply_markup": "{}"}, ".reply_markup: not a InlineKeyboardMarkup"),
        case("sendMessage", {**TEXT, "reply_markup": None}, ".reply_markup: not a InlineKeyboardMarkup"),
        case("sendMessage", {**TEXT, "text": "x" * 4097}, ".text: 4097 characters, 1 to 4096 are allowed"),
        case("sendMessage", {**TEXT, "parse_mode": "html"},
             ".parse_mode: 'html' is none of ['HTML', 'Markdown', 'MarkdownV2']"),
        case("sendMessage", {**TEXT, "parse_mode": "HTML", "entities": []}, ".entities: together with parse_mode"),
        case("sendMessage", {**TEXT, "reply_markup": button(callback_data="字" * 22)},
             ".reply_markup.inline_keyboard[][].callback_data: 66 bytes, 1 to 64 are allowed"),
        case("sendMessage", {**TEXT, "reply_markup": button(callback_data="x", url="https://a.example")},
             ".reply_markup.inline_keyboard[][]: ['callback_data', 'url'] instead of one action"),
        case("sendMessage", {**TEXT, "reply_markup": button()},
             ".reply_markup.inline_keyboard[][]: [] instead of one action"),
        case("sendMessage", {**TEXT, "reply_markup": button(callback_data="x", colour="red")},
             ".reply_markup.inline_keyboard[][].colour: unknown to InlineKeyboardButton",
             ".reply_markup.inline_keyboard[][]: ['callback_data', 'colour'] instead of one action"),
        case("sendMessage", {**TEXT, "reply_markup": {"keyboard": [[{"text": "a", "request_contact": True,
                                                                       "request_location": True}]]}},
             ".reply_markup.keyboard[][]: ['request_contact', 'request_location'] instead of at most one action"),
        case("editMessageText", {**TEXT, "message_id": 1, "reply_markup": {"remove_keyboard": True}},
             ".reply_markup.remove_keyboard: unknown to InlineKeyboardMarkup",
             ".reply_markup.inline_keyboard: missing"),
        case("sendMessage", {**TEXT, "reply_markup": {"remove_keyboard": False}},
             ".reply_markup.remove_keyboard: not a True"),
        case("sendMessage", {**TEXT, "reply_parameters": {"message_id": "1"}},
             ".reply_parameters.message_id: not a Integer"),
        case("sendMessage", {**TEXT, "link_preview_options": {"disabled": True}},
             ".link_preview_options.disabled: unknown to LinkPreviewOptions"),
        case("sendMessage", {**TEXT, "entities": [{"type": "blink", "offset": 0, "length": 1.5}]},
             ".entities[].type: 'blink' is none of", ".entities[].length: not a Integer"),
        case("sendMessage", {**TEXT, "text": LINK + "x" * 65},
             ": a start link whose payload is not 1-64 of A-Z, a-z, 0-9, _ and -"),
        case("sendMessage", {**TEXT, "reply_markup": button(url=LINK + "a.b")},
             ": a start link whose payload is not 1-64 of A-Z, a-z, 0-9, _ and -"),
        case("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201},
             ".text: 201 characters, 0 to 200 are allowed"),
        case("setMyCommands", {"commands": [{"command": "Start", "description": "x"}]},
             ".commands[].command: not of the form [a-z0-9_]{1,32}"),
        case("setMyCommands", {"commands": [{"command": "a", "description": "x" * 257}]},
             ".commands[].description: 257 characters, 1 to 256 are allowed"),
        case("setMyCommands", {"commands": [COMMAND] * 101},
             ".commands: 101 items, 0 to 100 are allowed"),
        case("setMyCommands", {"commands": [], "language_code": "zh-hant"},
             ".language_code: not of the form ([a-z]{2})?"),
        case("setMyCommands", {"commands": [], "scope": {"type": "chat"}}, ".scope.chat_id: missing"),
        case("setMyCommands", {"commands": [], "scope": {"type": "everybody"}}, ".scope.type: 'everybody' is none of"),
        case("getUpdates", {"limit": 101, "allowed_updates": ["message", "gossip"]},
             ".limit: 101, 1 to 100 are allowed", ".allowed_updates: 'gossip' is no update"),
        case("deleteMessages", {"chat_id": 5, "message_ids": []}, ".message_ids: 0 items, 1 to 100 are allowed"),
        case("sendChatAction", {"chat_id": 5, "action": "thinking"}, ".action: 'thinking' is none of"),
        case("sendLocation", {"chat_id": 5, "latitude": 91, "longitude": True},
             ".latitude: 91, -90 to 90 are allowed", ".longitude: not a Float"),
        case("editMessageMedia", {"chat_id": 5, "message_id": 1, "media": {"type": "photo"}}, ".media.media: missing"),
        case("getNothing", {}, ": unknown method"),
    ],
)  # fmt: skip
def test_what_no_client_should_send(method: str, params: dict[str, Any], expected: list[str]) -> None:
    found = faults_of(method.lower(), Params(params))

    assert len(found) == len(expected)
    for line, wanted in zip(found, expected, strict=True):
        assert line.lower().startswith(wanted.lower())


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {**TEXT, "chat_id": "@some_channel"}),
        ("sendMessage", {**TEXT, "text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"}),
        ("sendMessage", {**TEXT, "text": "😀" * 4096}),
        ("sendMessage", {**TEXT, "reply_markup": button(callback_data="x" * 64)}),
        ("sendMessage", {**TEXT, "reply_markup": button(copy_text={"text": "x"}, style="danger")}),
        ("sendMessage", {**TEXT, "reply_markup": {"keyboard": [["Yes", "No"]], "resize_keyboard": True}}),
        ("sendMessage", {**TEXT, "reply_markup": {"remove_keyboard": True}}),
        ("sendMessage", {**TEXT, "text": f"see {LINK}a_17 and {LINK}{'x' * 64}"}),
        ("editMessageText", {"inline_message_id": "x", "text": "x"}),
        ("editMessageText", {"chat_id": 5, "message_id": 1, "text": "x"}),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "x"}], "scope": {"type": "chat", "chat_id": 5}},
        ),
        ("setMyCommands", {"commands": [], "language_code": ""}),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": ""}),
        ("getUpdates", {"offset": 1, "limit": 100, "timeout": 30, "allowed_updates": ["message", "my_chat_member"]}),
        ("getMe", {}),
    ],
)
def test_what_a_good_client_sends(method: str, params: dict[str, Any]) -> None:
    assert faults_of(method.lower(), Params(params)) == ()


def test_a_form_says_numbers_and_objects_as_text() -> None:
    form = {
        "chat_id": "5",
        "caption": "5",
        "protect_content": "true",
        "reply_markup": json.dumps(button(callback_data="x")),
    }
    file = {"document": Upload("a.csv", b"a")}

    assert faults_of("senddocument", Params(form, file, typed=False)) == ()
    assert faults_of("senddocument", Params({**form, "protect_content": "yes"}, file, typed=False)) == (
        "sendDocument.protect_content: not a Boolean",
    )


def test_every_file_belongs_to_a_parameter() -> None:
    media = json.dumps({"type": "photo", "media": "attach://one"})
    form = Params({"chat_id": "5", "message_id": "1", "media": media}, {"one": Upload("1.png", b"1")}, typed=False)
    lost = Params(form.values, {**form.files, "two": Upload("2.png", b"2")}, typed=False)

    assert faults_of("editmessagemedia", form) == ()
    assert faults_of("editmessagemedia", lost) == ("editMessageMedia: file two belongs to no parameter",)


def test_updates_are_held_against_the_same_table() -> None:
    right = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}

    assert complaints("Update", right) == ()
    assert complaints("Update", {"update_id": "1", "message": {"date": 1, "chat": {"id": 1, "type": "secret"}}}) == (
        ".update_id: not a Integer",
        ".message.chat.type: 'secret' is none of ['channel', 'group', 'private', 'supergroup']",
        ".message.message_id: missing",
    )


async def test_violations_are_counted_and_nothing_is_refused_for_them(bot: BotClient, anna: SimPerson) -> None:
    for _ in range(3):
        await bot.ok("sendMessage", chat_id=anna.id, text="x", colour="red")

    assert dict(bot.sim.violations) == {"sendMessage: unknown parameter colour": 3}
    assert str(bot.sim.violations) == "3 × sendMessage: unknown parameter colour"


async def test_malformed_calls_are_violations_and_unlucky_ones_are_not(bot: BotClient, anna: SimPerson) -> None:
    await bot.refusal("sendMessage", chat_id=anna.id, text="<b>x", parse_mode="HTML")
    await bot.refusal("sendMessage", chat_id=1, text="x")
    await bot.refusal("editMessageText", chat_id=anna.id, message_id=99, text="x")
    await bot.refusal("answerCallbackQuery", callback_query_id="1")

    assert list(bot.sim.violations) == [
        "sendMessage: Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""
    ]


async def test_a_call_that_meets_a_fault_is_checked_too(bot: BotClient, anna: SimPerson) -> None:
    bot.sim.faults.reset(times=1)
    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=anna.id, text=5)

    assert list(bot.sim.violations) == ["sendMessage.text: not a String"]


async def test_a_call_without_a_network_obeys_the_same_rules(bot: BotClient, anna: SimPerson) -> None:
    sent = await bot.sim.api.answer("sendMessage", Params({"chat_id": anna.id, "text": "x", "colour": "red"}))

    assert (sent.status, json.loads(sent.body)["result"]["text"]) == (200, "x")
    assert list(bot.sim.violations) == ["sendMessage: unknown parameter colour"]
    assert bot.sim.calls[-1].method == "sendMessage"
