"""A newcomer has no row to remember anything by: language and link travel in the buttons until *I agree*."""

import re
from typing import Annotated

from bot.views.buttons import LIMIT, Button
from bot.views.parts import Flag, Like, Revision, Spoken

LONGEST_LINK = LIMIT - len("jag:1:zh_Hant:")
LINK = rf"[A-Za-z0-9_-]{{0,{LONGEST_LINK}}}"
Link = Annotated[str, Like(LINK)]


class ReadIn(Button, verb="jri"):
    """The privacy notice in another language."""

    language: Spoken
    link: Link


class Agree(Button, verb="jag"):
    adult: Flag
    language: Spoken | None  # chosen; '' follows the client
    link: Link


class UseName(Button, verb="jun"):
    """The name as it stands in Telegram when this is pressed."""


class UseTyped(Button, verb="jut"):
    """The name as it was typed here."""

    revision: Revision


def carried(link: str) -> str:
    """The link as buttons can carry it; '' for what is no link or too long, so that joining itself always works."""
    return link if re.fullmatch(LINK, link) else ""
