"""Buttons that serve every form: going on with one that was left, and taking what was typed."""

from bot.views.buttons import Button


class GoOn(Button, verb="gon"):
    form: str


class TakeTyped(Button, verb="tty"):
    """``yes``: 1 takes what was typed, 0 leaves things as they are."""

    form: str
    revision: int
    yes: int
