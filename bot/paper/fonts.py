"""The one font of every paper, from PyPI: Chinese as it is written in the mainland and in Hong Kong, and Latin.

Letters of other Latin names come from the serif that typst brings along. There is no bold weight, and there are no
emoji: papers do without the one, and what cannot be drawn is left out (emoji and their marks) or stands as 〓, as
printers have always set a character that they did not have.
"""

from functools import cache
from pathlib import Path

import noto_cjk_sans_otc
from fontTools.ttLib import TTCollection

FILE = Path(str(noto_cjk_sans_otc.FONT_PATH))
FOLDER = FILE.parent
BROUGHT_ALONG = range(0x100, 0x180)
"""Ł, Ż, ş: Libertinus Serif, which is part of typst."""
MISSING = "〓"
PICTURES = ((0x1F000, 0x1FAFF), (0x2600, 0x27BF), (0xFE00, 0xFE0F), (0xE0000, 0xE0FFF), (0x200B, 0x200F))
"""Emoji, dingbats, what chooses between their forms, joiners: a name loses nothing by them."""


@cache
def drawn() -> frozenset[int]:
    """Every character that the font has."""
    with TTCollection(str(FILE), lazy=True) as collection:
        return frozenset(collection.fonts[0].getBestCmap())


def printable(text: str) -> str:
    """Without a box anywhere."""
    if text.isascii():
        return text
    have = drawn()
    return "".join(kept(letter, have) for letter in text)


def kept(letter: str, have: frozenset[int]) -> str:
    point = ord(letter)
    if point in have or point in BROUGHT_ALONG or letter in "\n\t":
        return letter
    return "" if any(first <= point <= last for first, last in PICTURES) else MISSING


def everywhere(value: object) -> object:
    """The same data, every text in it printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [everywhere(one) for one in value]
    if isinstance(value, dict):
        return {name: everywhere(one) for name, one in value.items()}
    return value
