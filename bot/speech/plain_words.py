"""Plain words that mean a command. While a form waits for an answer fewer do: a title may begin like a command."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial

from bot.ground.reading.dates import Calendar
from bot.ground.reading.moments import split_day
from bot.ground.reading.periods import read_period
from bot.ground.refusals import AmbiguousDate, Refusal
from bot.ground.text import folded
from bot.posting.form import parse_form
from bot.speech.commands import COMMANDS

LIMIT = 48  # longer talk is never a command
EXACT = {word: row.name for row in COMMANDS for word in row.plain}
LONGEST_FIRST = sorted(((w, row.name) for row in COMMANDS if row.takes for w in row.plain), key=lambda p: -len(p[0]))
STOP_FILLING_IN = frozenset({"cancel", "取消", "退出", "quit", "stop"})
"""Outside a form *cancel* and 取消 may mean a sign-up, and *stop* the notices: there people are asked."""
ANY_DAY = Calendar(date(2020, 6, 15))  # whether words can be read as a day does not hang on which day it is


def resolve(text: str) -> tuple[str, str] | None:
    """The command that these plain words mean and what follows them, or None for any other talk.

    ``統計 上月`` is ``("summary", "上月")``. Only commands that take something match when more words follow; six digits
    alone are a check-in code.
    """
    said = spoken(text)
    if said in EXACT:
        return EXACT[said], ""
    if form := post_form(text):
        return "post", form
    if len(said) == 6 and said.isascii() and said.isdigit():
        return "checkin", said
    for word, name in LONGEST_FIRST:
        rest = said.removeprefix(word)
        apart = rest != said and (rest[0] == " " or not word.isascii())
        if apart and len(said) <= LIMIT and (name != "hours" or belongs(name, rest.strip(), said)):
            return name, rest.strip()  # *hours are wrong* is no period: it is for the lead
    return None


def post_form(text: str) -> str:
    """The form of an activity, with plain words on a line of their own before it or without; '' for other talk.

    A title and two more fields make it one: no letter to a lead has three such lines by chance.
    """
    first, _, rest = text.strip().partition("\n")
    form = rest if EXACT.get(spoken(first)) == "post" else text
    values = parse_form(form).values if rest else {}
    return form.strip() if "title" in values and len(values) > 2 else ""


def spoken(text: str) -> str:
    """Folded, without marks at the ends (``/活动`` is no command to Telegram); '' for what is too long."""
    if len(text) > LIMIT * 4:
        return ""
    typed = folded(text)[: LIMIT + 1]
    return typed.strip(" .。!！?？~/") or typed[:1]


def way_out(text: str, answers: Collection[str] = ()) -> tuple[str, str] | None:
    """The same while a form waits for an answer: nobody is shut in, and no answer is taken for a command.

    `answers` are plain words that the form can read itself. Six digits alone may be any number. What follows a plain
    word must be what that command takes: ``统计 上月`` leads out, *report on the visit* does not.
    """
    meant, said = resolve(text), spoken(text)
    if said in STOP_FILLING_IN:
        return "cancel", ""
    if meant is None or said in answers:
        return None
    name, rest = meant
    return meant if not rest or (said != rest and belongs(name, rest, said)) else None


def belongs(name: str, rest: str, said: str) -> bool:
    """Whether the words behind the plain word are an argument of that command."""
    if name == "checkin":
        return len(rest) == 6 and rest.isascii() and rest.isdigit()
    if name == "log":
        return readable(lambda: split_day(rest, ANY_DAY, "behind"))
    spaced = not said[0].isascii() and said.removesuffix(rest)[-1:] == " "
    words = rest.split(" ")
    periods = (" ".join(words[at:]) for at in range(len(words)))
    if name == "hours":
        return readable(partial(read_period, rest, ANY_DAY, 4))
    return spaced or (name == "summary" and any(readable(partial(read_period, one, ANY_DAY, 4)) for one in periods))


def readable(read: Callable[[], object]) -> bool:
    try:
        read()
    except AmbiguousDate:
        return True
    except Refusal:
        return False
    return True
