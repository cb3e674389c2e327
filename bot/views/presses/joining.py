"""A newcomer has no row to remember anything by: language and link travel in the buttons until *I agree*."""

import re

from bot.views.buttons import LIMIT, Button


class ReadIn(Button, verb="jri"):
    """The privacy notice in another language."""

    language: str
    link: str


class Agree(Button, verb="jag"):
    adult: int
    language: str  # chosen; '' follows the client
    link: str


class UseName(Button, verb="jun"):
    """The name as it stands in Telegram when this is pressed."""


class UseTyped(Button, verb="jut"):
    """The name as it was typed here."""

    revision: int


LONGEST_LINK = LIMIT - len("jag:1:zh_Hant:")
LINK = re.compile(rf"[A-Za-z0-9_-]{{0,{LONGEST_LINK}}}")


def carried(link: str) -> str:
    """The link as buttons can carry it; '' for what is no link or too long, so that joining itself always works."""
    return link if LINK.fullmatch(link) else ""
