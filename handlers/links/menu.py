"""Buttons that stand for commands: each does exactly what typing the command does."""

from typing import Annotated

from bot.speech.buttons import Button
from bot.speech.commands import BY_NAME
from bot.speech.parts import Flag, OneOf, Revision, Spoken

CommandName = Annotated[str, OneOf(BY_NAME)]


class Do(Button, verb="mdo"):
    command: CommandName


class MoreCommands(Button, verb="mmo"):
    """What the menu of staff has no room for."""


class SpeakIn(Button, verb="mla"):
    """A language, or '' to follow the client's."""

    language: Spoken | None


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
