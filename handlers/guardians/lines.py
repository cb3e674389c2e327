"""Consent of a parent or guardian, from both sides. The text to forward must make sense outside Telegram too."""

from datetime import date

from markupsafe import Markup

from bot.speech.screens import Key
from bot.speech.words import Words
from handlers.links.guardians import (
    AskGuardian,
)


def ask_guardian(words: Words) -> Key:
    """For the screen that says why somebody under 18 has no place yet."""
    return Key(words.label("Ask my parent or guardian"), AskGuardian())


def full_day(words: Words, on: date) -> Markup:
    """With its year: it is up to twelve months away."""
    return words.say("{day} {year}", day=words.day(on), year=str(on.year))
