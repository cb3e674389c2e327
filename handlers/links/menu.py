"""Buttons that stand for commands: each does exactly what typing the command does."""

from typing import Annotated

from bot.speech.buttons import Link
from bot.speech.commands import BY_NAME
from bot.speech.parts import Flag, OneOf, Revision, Spoken

CommandName = Annotated[str, OneOf(BY_NAME)]
Do = Link[CommandName]("mdo", "command")
MoreCommands = Link[()]("mmo")
"""What the menu of staff has no room for."""
SpeakIn = Link[Spoken | None]("mla", "language")
"""A language, or '' to follow the client's."""


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
GoOn = Link[FormToGoOnWith]("gon", "form")
TakeTyped = Link[FormThatAsksAgain, Revision, Flag]("tty", "form revision yes")
"""``yes``: 1 takes what was typed, 0 leaves things as they are."""
