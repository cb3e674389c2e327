"""Buttons that stand for commands: each does exactly what typing the command does."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class Do(Button, verb="mdo"):
    command: str


@dataclass(frozen=True, slots=True)
class SpeakIn(Button, verb="mla"):
    """A language, or '' to follow the client's."""

    language: str
