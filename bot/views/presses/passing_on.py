"""Buttons under something that was said and is no command."""

from bot.views.buttons import Button


class PassOn(Button, verb="pon"):
    """``yes``: 1 passes it on, 0 keeps it."""

    said: int
    yes: int


class AnswerWord(Button, verb="pan"):
    """By the lead it was passed to."""

    said: int
