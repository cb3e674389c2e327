"""What is asked before a roll-call is closed, and what became of it."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.roll_call.looks import Longer
from bot.speech.words import Words

NAMES_SHOWN = 10
HELPED = (5, 10, 20, 30, 50)


def some(words: Words, names: Sequence[str]) -> Markup:
    """The first of them, and how many more."""
    shown = list(names[:NAMES_SHOWN])
    rest = len(names) - len(shown)
    if rest:
        shown.append(str(words.say_n("{n} more", "{n} more", rest)))
    return words.list(shown)


def longer_names(words: Words, longer: Sequence[Longer]) -> Markup:
    return some(words, [words.say("{name} ({hours})", name=one.name, hours=words.hours(one.minutes)) for one in longer])


def number_lines(words: Words, came: int | None, missed: int, helped: int | None) -> list[Markup]:
    lines = [] if came is None else [words.say_n("{n} came", "{n} came", came)]
    lines += [words.say_n("{n} didn't come", "{n} didn't come", missed)] if missed else []
    return lines + ([words.say_n("{n} person helped", "{n} people helped", helped)] if helped is not None else [])
