"""A newcomer has no row to remember anything by: language and link travel in the buttons until *I agree*."""

import re
from typing import Annotated, Literal

from bot.people.ages import EXACT, AgeBand
from bot.people.notice_choices import Silenced
from bot.speech.buttons import LIMIT, Link
from bot.speech.parts import Flag, Id, IdOrNone, Like, OneOf, Page, Revision, Spoken

LONGEST_LINK = LIMIT - len("jag:1:zh_Hant:")
LINK = rf"[A-Za-z0-9_-]{{0,{LONGEST_LINK}}}"
Carried = Annotated[str, Like(LINK)]
ReadIn = Link[Spoken, Carried]("jri", "language link")
"""The privacy notice in another language."""
Agree = Link[Flag, Spoken | None, Carried]("jag", "adult language link")
"""``language``: chosen; '' follows the client."""
UseName = Link[()]("jun")
"""The name as it stands in Telegram when this is pressed."""
UseTyped = Link[Revision]("jut", "revision")
"""The name as it was typed here."""


def carried(link: str) -> str:
    """The link as buttons can carry it; '' for what is no link or too long, so that joining itself always works."""
    return link if re.fullmatch(LINK, link) else ""


SettingsPart = Literal["", "about", "name", "number", "phone", "teams", "notices", "switches", "until", "age"]
"""'' is the overview."""


ExactBand = Annotated[AgeBand, OneOf(EXACT)]
Change = Link[SettingsPart]("set", "part")
"""One part of the settings."""
RemovePart = Link[Literal["number", "phone"]]("srm", "part")
"""What may be kept, or not."""
TellAge = Link[ExactBand, Flag]("sta", "band ask_guardian")
"""``ask_guardian`` 1: goes on to asking a guardian where one is needed."""
PauseNotices = Link[Literal["week", "month", "back"]]("snp", "how")
"""For a week, a month, or until the person comes back."""
EndPause = Link[()]("sne", "")
SwitchNotice = Link[Silenced]("snt", "notice")
OwnTeam = Link[Id]("sot", "team")
MakeHome = Link[Id]("soh", "team")
LeaveTeam = Link[Id, Flag]("sol", "team sure")
"""``sure``: 0 asks, 1 leaves."""
OpenTeams = Link[Page, IdOrNone]("soj", "page shift")
"""``shift``: only teams that let into it; 0 any."""
JoinTeam = Link[Id, IdOrNone]("soo", "team shift")
"""``shift``: goes on to its card, 0 to none."""
