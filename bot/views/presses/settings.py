"""Buttons under /settings. Each works by itself, however old the card is."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class Change(Button, verb="set"):
    """One part of the settings: name, number, phone, teams, notices, age; '' is the overview."""

    part: str


@dataclass(frozen=True, slots=True)
class RemovePart(Button, verb="srm"):
    """number or phone."""

    part: str


@dataclass(frozen=True, slots=True)
class TellAge(Button, verb="sta"):
    band: str
    ask_guardian: int  # 1: goes on to asking a guardian where one is needed


@dataclass(frozen=True, slots=True)
class SwitchNotice(Button, verb="snt"):
    notice: str


@dataclass(frozen=True, slots=True)
class OwnTeam(Button, verb="sot"):
    team: int


@dataclass(frozen=True, slots=True)
class MakeHome(Button, verb="soh"):
    team: int


@dataclass(frozen=True, slots=True)
class LeaveTeam(Button, verb="sol"):
    """``sure``: 0 asks, 1 leaves."""

    team: int
    sure: int


@dataclass(frozen=True, slots=True)
class OpenTeams(Button, verb="soj"):
    page: int


@dataclass(frozen=True, slots=True)
class JoinTeam(Button, verb="soo"):
    team: int
