"""The last word to somebody of whom nothing is kept any more: not even the language, so it travels with the word."""

from bot.ground.frozen import Frozen


class Goodbye(Frozen):
    language: str
    back: bool  # has joined again since
