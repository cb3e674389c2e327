"""Buttons under /settings. Each works by itself, however old the card is."""

from typing import Annotated, Literal

from bot.domain.consent import EXACT, AgeBand
from bot.domain.notice_choices import Silenced
from bot.views.buttons import Button
from bot.views.parts import Flag, Id, IdOrNone, OneOf, Page

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
    band: ExactBand
    ask_guardian: Flag  # 1: goes on to asking a guardian where one is needed


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
