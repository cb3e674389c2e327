"""The name the station above all begins with; /stations renames it."""

from bot.speech.words import Words


def root_name(words: Words) -> str:
    return words.label("Head station")
