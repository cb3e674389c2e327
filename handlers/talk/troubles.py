"""What the wire itself has to say when something goes wrong. Short, and never a technical word."""

from bot.speech.screens import Screen
from bot.speech.words import Words


def failed(words: Words) -> Screen:
    """Our fault: an update could not be dealt with."""
    return Screen(words.say("Sorry, that didn't work; the fault is ours. Nothing was changed. Please try again."))


def too_fast(words: Words) -> Screen:
    return Screen(words.say("One moment, please: that was too fast for us. Try again in a minute."))
