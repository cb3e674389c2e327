"""Menus: narrowest scope, then language, never merged; two letters only."""

from typing import Any

import pytest

from bot.simulator.people.persons import SimPerson
from tests.simulator.client import BotClient


def menu(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"About {name}"} for name in names]


async def test_the_narrowest_menu_wins_and_nothing_is_merged(bot: BotClient, anna: SimPerson) -> None:
    seen = []
    for scope, language, name in [
        (None, "", "default"),
        (None, "zh", "default_zh"),
        ({"type": "all_private_chats"}, "", "private"),
        ({"type": "all_private_chats"}, "zh", "private_zh"),
        ({"type": "chat", "chat_id": anna.id}, "", "chat"),
    ]:
        await bot.ok("setMyCommands", commands=menu(name), scope=scope, language_code=language)
        seen.append([command["command"] for command in anna.commands()])
    anna.language = "zh-hans"
    seen.append([command["command"] for command in anna.commands()])
    await bot.ok("deleteMyCommands", scope={"type": "chat", "chat_id": anna.id})
    seen.append([command["command"] for command in anna.commands()])

    assert seen == [["default"], ["default"], ["private"], ["private"], ["chat"], ["chat"], ["private_zh"]]


async def test_get_my_commands_inherits_nothing(bot: BotClient) -> None:
    await bot.ok("setMyCommands", commands=menu("help"))

    assert await bot.ok("getMyCommands") == menu("help")
    assert await bot.ok("getMyCommands", language_code="zh") == []


@pytest.mark.parametrize(
    ("params", "words"),
    [
        pytest.param(
            {"commands": menu("a"), "language_code": "zh-hant"}, "invalid language code specified", id="zh-hant"
        ),
        pytest.param(
            {"commands": menu("a"), "language_code": "ZH"}, "invalid language code specified", id="upper case"
        ),
        pytest.param({"commands": menu("Help")}, "BOT_COMMAND_INVALID", id="upper case command"),
        pytest.param({"commands": menu("x" * 33)}, "BOT_COMMAND_INVALID", id="33 letters"),
        pytest.param(
            {"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID", id="no description"
        ),
        pytest.param(
            {"commands": [{"command": "a", "description": "x" * 257}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
            id="257 characters",
        ),
        pytest.param({"commands": menu("a") * 101}, "BOT_COMMANDS_TOO_MUCH", id="101 commands"),
        pytest.param({}, "can't parse commands JSON object", id="no commands"),
        pytest.param(
            {"commands": menu("a"), "scope": {"type": "everybody"}},
            "can't parse BotCommandScope: Unsupported type specified",
            id="unknown scope",
        ),
        pytest.param(
            {"commands": menu("a"), "scope": {}}, "can't parse BotCommandScope: Can't find field \"type\"", id="scope"
        ),
        pytest.param(
            {"commands": menu("a"), "scope": {"type": "chat"}},
            "can't parse BotCommandScope: Can't find field \"chat_id\"",
            id="scope without chat",
        ),
    ],
)
async def test_set_my_commands_refuses(bot: BotClient, params: dict[str, Any], words: str) -> None:
    assert await bot.refusal("setMyCommands", **params) == (400, f"Bad Request: {words}")


@pytest.mark.parametrize("what", ["name", "description", "short_description"])
async def test_the_profile_is_kept_by_language(bot: BotClient, what: str) -> None:
    method = what.title().replace("_", "")
    await bot.ok(f"setMy{method}", **{what: "for all"})
    await bot.ok(f"setMy{method}", language_code="zh", **{what: "中文"})

    assert await bot.ok(f"getMy{method}", language_code="zh") == {what: "中文"}
    assert await bot.ok(f"getMy{method}", language_code="en") == {what: "for all"}
    assert (await bot.refusal(f"setMy{method}", **{what: "x" * 600}))[0] == 400


async def test_the_menu_button_is_checked(bot: BotClient) -> None:
    assert await bot.ok("setChatMenuButton", menu_button={"type": "commands"}) is True
    assert await bot.refusal("setChatMenuButton", menu_button={"type": "door"}) == (
        400,
        "Bad Request: can't parse menu button: MenuButton has unsupported type",
    )
