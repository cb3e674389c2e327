"""The few things that the wire itself must say. It says them through functions it is given: all words live in views."""

from collections.abc import Callable

from bot.domain.frozen import Frozen
from bot.domain.refusals import Refusal
from bot.views.screens import Screen
from bot.views.words import Words

ALERT_LIMIT = 200  # characters of a callback answer, Bot API


class Speech(Frozen):
    refuse: Callable[[Words, Refusal], Screen]  # why not, and what to do
    failed: Callable[[Words], Screen]  # something went wrong on our side; told once for an update
    too_fast: Callable[[Words], Screen]  # slow down, told at most once a minute
