"""The few things that the wire itself must say. It says them through functions it is given: words live in handlers."""

from collections.abc import Callable

from bot.ground.frozen import Frozen
from bot.ground.refusals import Refusal
from bot.speech.screens import Screen
from bot.speech.words import Words

ALERT_LIMIT = 200  # characters of a callback answer, Bot API


class Speech(Frozen):
    refuse: Callable[[Words, Refusal], Screen]  # why not, and what to do
    failed: Callable[[Words], Screen]  # something went wrong on our side; told once for an update
    too_fast: Callable[[Words], Screen]  # slow down, told at most once a minute
