"""Whatever people say that no command means: offered to a human being, and how it reaches that one."""

from bot.messages.passing_on_rules import Offered
from bot.speech.screens import Key
from bot.speech.words import Words
from handlers.links.messages import PassOn


def pass_it_on(words: Words, offered: Offered) -> Key:
    return Key(words.label("Pass it on"), PassOn(offered.id, True))
