"""The one way back, and the one *sure?*: one question, two answers in a row, the one that changes something first."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.speech.buttons import Button
from bot.speech.screens import Key, Screen
from bot.speech.words import Words


def back_to(words: Words, screen: Button) -> Key:
    """To the screen from where one came."""
    return Key(words.label("Back"), screen)


def ask_sure(question: Markup, yes: Key, no: Key) -> Screen:
    """Before what cannot be undone, or is told to others. ``no`` leads back, or leaves things as they are."""
    return Screen(question, ((yes, no),))


def apart(names: Sequence[str]) -> list[str]:
    """As they stand on buttons: two of one name are told apart by which of them it is."""
    return [
        f"{names[: at + 1].count(name)}. {name}" if names.count(name) > 1 else name for at, name in enumerate(names)
    ]


def ticked(label: str, chosen: bool) -> str:
    """One of several, as it holds now."""
    return f"✓ {label}" if chosen else label
