"""Buttons that stand for commands: each does exactly what typing the command does."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class Do(Button, verb="do"):
    command: str


@dataclass(frozen=True, slots=True)
class SpeakIn(Button, verb="la"):
    """A language, or '' to follow the client's."""

    language: str
