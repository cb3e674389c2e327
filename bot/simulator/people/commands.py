"""Of several menus the narrowest scope wins, and within a scope the person's language before none; scopes never merge.

A language here has two letters: Simplified and Traditional Chinese share `zh`.
"""

import re
from typing import Any

from bot.simulator.errors import malformed
from bot.simulator.params import Params

MAX_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_PRIVATE = ("all_private_chats", "default")
_GROUP = ("all_group_chats", "default")
_WIDE = {*_PRIVATE, *_GROUP, "all_chat_administrators"}
Command = dict[str, str]


class CommandBook:
    """The menus by scope and language, as setMyCommands left them."""

    def __init__(self) -> None:
        self._menus: dict[tuple[str, str], list[Command]] = {}

    def change(self, params: Params) -> None:
        """setMyCommands."""
        commands = params.structure("commands", "commands")
        if not isinstance(commands, list):
            raise malformed("can't parse commands JSON object")
        if len(commands) > MAX_COMMANDS:
            raise malformed("BOT_COMMANDS_TOO_MUCH")
        self._menus[_key(params)] = [_checked(command) for command in commands]

    def remove(self, params: Params) -> None:
        """deleteMyCommands."""
        self._menus.pop(_key(params), None)

    def stored(self, params: Params) -> list[Command]:
        """getMyCommands: exactly this scope and language, nothing inherited."""
        return self._menus.get(_key(params), [])

    def kept(self) -> list[Any]:
        """All menus as JSON."""
        return [[*key, commands] for key, commands in self._menus.items()]

    def recall(self, found: list[Any]) -> None:
        """The menus that were kept."""
        self._menus = {(scope, language): commands for scope, language, commands in found}

    def shown(self, chat_id: int, language: str, *, private: bool = True) -> list[Command]:
        """The menu that a person with this client language sees in this chat."""
        short = language[:2].lower()
        for scope in (f"chat:{chat_id}", *(_PRIVATE if private else _GROUP)):
            for code in (short, ""):
                if menu := self._menus.get((scope, code)):
                    return menu
        return []


def _key(params: Params) -> tuple[str, str]:
    language = params.text("language_code")
    if language and not _LANGUAGE.fullmatch(language):
        raise malformed("invalid language code specified")
    scope = params.structure("scope", "BotCommandScope")
    if scope is None:
        return "default", language
    if not isinstance(scope, dict) or "type" not in scope:
        raise malformed("can't parse BotCommandScope: Can't find field \"type\"")
    kind = str(scope["type"])
    if kind in {"chat", "chat_administrators", "chat_member"}:
        if "chat_id" not in scope:
            raise malformed("can't parse BotCommandScope: Can't find field \"chat_id\"")
        return f"{kind}:{scope['chat_id']}", language
    if kind not in _WIDE:
        raise malformed("can't parse BotCommandScope: Unsupported type specified")
    return kind, language


def _checked(command: Any) -> Command:
    if not isinstance(command, dict) or "command" not in command:
        raise malformed("can't parse BotCommand: Can't find field \"command\"")
    name = str(command["command"]).removeprefix("/")
    description = str(command.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise malformed("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise malformed("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
