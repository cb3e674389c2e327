"""What every form says alike, with words as long as fields take."""

from collections.abc import Callable

from bot.messages.passing_on_rules import Offered
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.messages import passing_on as messages_passing_on
from handlers.posting import posting as posting_posting
from handlers.talk import forms as talk_forms
from handlers.talk import going_on as forms

LONGEST = "verify_long_day"  # of the names of forms
NAME = "陳<b>&大文🌱" + "名" * 30


def sure(what: str) -> Callable[[Words], Screen]:
    return lambda words: talk_forms.sure_screen(
        words, what=what, before=NAME * 30, after=NAME * 30, form="verify_long_day", revision=10**12
    )


def left(form: str) -> Callable[[Words], Screen]:
    return lambda words: messages_passing_on.shall_i(words, Offered(10**15, NAME), form)


SAMPLES: dict[str, Callable[[Words], Screen]] = {
    **{f"sure of {what}": sure(what) for what in talk_forms.WHAT},
    "sure of the first number": lambda words: talk_forms.sure_screen(
        words, what="number", before="", after="<b>42</b>", form="settings_number", revision=3
    ),
    **{f"left {form}": left(form) for form in forms.GO_ON},
    "left, and nobody there": lambda words: messages_passing_on.nobody_there(words, "log"),
    "begin, with a draft left": lambda words: posting_posting.begin(words, any_before=True, left="post"),
}
