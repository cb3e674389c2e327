"""Buttons that stand for commands: each does exactly what typing the command does."""

from bot.views.buttons import Button


class Do(Button, verb="mdo"):
    command: str


class SpeakIn(Button, verb="mla"):
    """A language, or '' to follow the client's."""

    language: str
