"""Buttons that serve every form: going on with one that was left, and taking what was typed."""

from typing import Annotated

from bot.views.buttons import Button
from bot.views.parts import Flag, OneOf, Revision

FormToGoOnWith = Annotated[
    str,
    OneOf(
        (
            *("post", "log", "broadcast", "consent", "companion", "companion_named"),
            *("sign_up_other", "statement_hours"),
        )
    ),
]
"""A form with an ``again``, into which a person is led back."""
FormThatAsksAgain = Annotated[
    str,
    OneOf(
        (
            *("edit", "companion", "companion_named", "managed_name", "settings_name"),
            *("settings_number", "station_name", "team_name", "verify_long_day"),
        )
    ),
]
"""A form with a ``sure``: what was typed replaces something, and waits for a yes."""


class GoOn(Button, verb="gon"):
    form: FormToGoOnWith


class TakeTyped(Button, verb="tty"):
    """``yes``: 1 takes what was typed, 0 leaves things as they are."""

    form: FormThatAsksAgain
    revision: Revision
    yes: Flag
