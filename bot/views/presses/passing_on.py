"""Buttons under something that was said and is no command."""

from bot.views.buttons import Button
from bot.views.parts import Flag, Id


class PassOn(Button, verb="pon"):
    """``yes``: 1 passes it on, 0 keeps it."""

    said: Id
    yes: Flag


class AnswerWord(Button, verb="pan"):
    """By the lead it was passed to."""

    said: Id
