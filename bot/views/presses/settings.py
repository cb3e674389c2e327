"""Buttons under /settings. Each works by itself, however old the card is."""

from bot.views.buttons import Button


class Change(Button, verb="set"):
    """One part of the settings: about, name, number, phone, teams, notices, age; '' is the overview."""

    part: str


class RemovePart(Button, verb="srm"):
    """number or phone."""

    part: str


class TellAge(Button, verb="sta"):
    band: str
    ask_guardian: int  # 1: goes on to asking a guardian where one is needed


class SwitchNotice(Button, verb="snt"):
    notice: str


class OwnTeam(Button, verb="sot"):
    team: int


class MakeHome(Button, verb="soh"):
    team: int


class LeaveTeam(Button, verb="sol"):
    """``sure``: 0 asks, 1 leaves."""

    team: int
    sure: int


class OpenTeams(Button, verb="soj"):
    """``shift``: only teams that let into it; 0 any."""

    page: int
    shift: int


class JoinTeam(Button, verb="soo"):
    """``shift``: goes on to its card, 0 to none."""

    team: int
    shift: int
