"""A newcomer has no row to remember anything by: language and link travel in the buttons until *I agree*."""

import re
from typing import Annotated, Literal

from bot.people.consent import EXACT, AgeBand
from bot.people.notice_choices import Silenced
from bot.speech.buttons import LIMIT, Button
from bot.speech.parts import Flag, Id, IdOrNone, Like, OneOf, Page, Revision, Spoken

LONGEST_LINK = LIMIT - len("jag:1:zh_Hant:")
LINK = rf"[A-Za-z0-9_-]{{0,{LONGEST_LINK}}}"
Carried = Annotated[str, Like(LINK)]


class ReadIn(Button, verb="jri"):
    """The privacy notice in another language."""

    language: Spoken
    link: Carried


class Agree(Button, verb="jag"):
    """``language``: chosen; '' follows the client."""

    adult: Flag
    language: Spoken | None
    link: Carried


class UseName(Button, verb="jun"):
    """The name as it stands in Telegram when this is pressed."""


class UseTyped(Button, verb="jut"):
    """The name as it was typed here."""

    revision: Revision


def carried(link: str) -> str:
    """The link as buttons can carry it; '' for what is no link or too long, so that joining itself always works."""
    return link if re.fullmatch(LINK, link) else ""


SettingsPart = Literal["", "about", "name", "number", "phone", "teams", "notices", "age"]
"""'' is the overview."""


ExactBand = Annotated[AgeBand, OneOf(EXACT)]


class Change(Button, verb="set"):
    """One part of the settings."""

    part: SettingsPart


class RemovePart(Button, verb="srm"):
    """What may be kept, or not."""

    part: Literal["number", "phone"]


class TellAge(Button, verb="sta"):
    """``ask_guardian`` 1: goes on to asking a guardian where one is needed."""

    band: ExactBand
    ask_guardian: Flag


class SwitchNotice(Button, verb="snt"):
    notice: Silenced


class OwnTeam(Button, verb="sot"):
    team: Id


class MakeHome(Button, verb="soh"):
    team: Id


class LeaveTeam(Button, verb="sol"):
    """``sure``: 0 asks, 1 leaves."""

    team: Id
    sure: Flag


class OpenTeams(Button, verb="soj"):
    """``shift``: only teams that let into it; 0 any."""

    page: Page
    shift: IdOrNone


class JoinTeam(Button, verb="soo"):
    """``shift``: goes on to its card, 0 to none."""

    team: Id
    shift: IdOrNone
