"""Buttons under something that was said and is no command."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class PassOn(Button, verb="pon"):
    """``yes``: 1 passes it on, 0 keeps it."""

    said: int
    yes: int


@dataclass(frozen=True, slots=True)
class AnswerWord(Button, verb="pan"):
    """By the lead it was passed to."""

    said: int
