"""The way in for people who type nothing: every command they may use, as a button."""

from markupsafe import Markup

from bot.speech.commands import BY_NAME, Row
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.links.menu import Do, MoreCommands

ON_THE_WAY = ("manage", "post", "rollcall", "verify", "summary")
"""``/manage`` opens on today."""


def do(words: Words, command: str) -> Key:
    """A button that does what the command does, under the name it has in the menu."""
    return Key(words.label(BY_NAME[command].label), Do(command))


def menu(words: Words, rows: list[Row], *, first: Markup | None = None) -> Screen:
    """``first``: a conclusion that stands before the question. Staff have too much for one look: the rest waits."""
    ask = words.say("What would you like to do?")
    between, _ = parted(rows)
    keys = [do(words, row.name) for row in between]
    if len(between) < len(listed(rows)):
        keys = [Key(words.label("Today"), Do("manage")), *keys[1:], Key(words.label("More"), MoreCommands())]
    return Screen(Markup("\n").join([first, ask]) if first else ask, in_rows(keys))


def listed(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.name != "menu"]


def parted(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """What is used between two home visits, in that order, and the rest; for who posts nothing it is one screen."""
    held = {row.name: row for row in listed(rows)}
    if "post" not in held:
        return listed(rows), []
    first = [held[name] for name in ON_THE_WAY if name in held]
    return first, [row for row in listed(rows) if row.name not in ON_THE_WAY]
