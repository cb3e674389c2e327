"""A call for an activity, as an announcement and from its link."""

from bot.leading.news_rules import Call
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.activities.cards import activity_card, choose_shift


def call(words: Words, call: Call) -> Screen:
    """The card; for several shifts the choice between them."""
    if call.card is not None:
        return activity_card(words, call.card)
    return choose_shift(words, list(call.shifts))
