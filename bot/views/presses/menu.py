"""Buttons that stand for commands: each does exactly what typing the command does."""

from typing import Annotated

from bot.views.buttons import Button
from bot.views.commands import BY_NAME
from bot.views.parts import OneOf, Spoken

CommandName = Annotated[str, OneOf(BY_NAME)]


class Do(Button, verb="mdo"):
    command: CommandName


class MoreCommands(Button, verb="mmo"):
    """What the menu of staff has no room for."""


class SpeakIn(Button, verb="mla"):
    """A language, or '' to follow the client's."""

    language: Spoken | None
