"""Erasing takes two steps; the second carries nothing, because it can only ever concern who presses it."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class EraseMe(Button, verb="ers"):
    pass


@dataclass(frozen=True, slots=True)
class KeepMe(Button, verb="ekp"):
    pass
