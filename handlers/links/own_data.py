"""Erasing takes two steps; the second carries nothing, because it can only ever concern who presses it."""

from bot.speech.buttons import Button


class EraseMe(Button, verb="ers"):
    pass


class KeepMe(Button, verb="ekp"):
    pass
