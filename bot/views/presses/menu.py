"""Buttons that stand for commands: each does exactly what typing the command does."""

from bot.views.buttons import Button


class Do(Button, verb="mdo"):
    command: str


class MoreCommands(Button, verb="mmo"):
    """What the menu of staff has no room for."""


class SpeakIn(Button, verb="mla"):
    """A language, or '' to follow the client's."""

    language: str
