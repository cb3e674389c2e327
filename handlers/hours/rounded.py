"""A sum as its station shows it. Where that is not what the entries add up to, the exact figure stands beside it.

Single entries, what waits and the files are always exact; so whoever adds them up finds the exact figure again.
"""

from bot.hours.credit import shown
from bot.speech.words import Words


def total(words: Words, minutes: int, rounding: str) -> str:
    """7 h 30 min (exactly 7 h 20 min); a sum that rounding leaves as it is stands alone."""
    return beside(words, shown(minutes, rounding), minutes)


def beside(words: Words, rounded: int, exact: int) -> str:
    """The same of a figure that is rounded already, such as a part of a sum."""
    if rounded == exact:
        return words.hours(exact)
    return words.label("{rounded} (exactly {exact})", rounded=words.hours(rounded), exact=words.hours(exact))
