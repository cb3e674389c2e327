"""Buttons under /settings. Each works by itself, however old the card is."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class Change(Button, verb="sx"):
    """One part of the settings: name, number, phone, teams, notices, age; '' is the overview."""

    part: str


@dataclass(frozen=True, slots=True)
class RemovePart(Button, verb="sr"):
    """number or phone."""

    part: str


@dataclass(frozen=True, slots=True)
class TellAge(Button, verb="ta"):
    band: str
    ask_guardian: int  # 1: goes on to asking a guardian where one is needed


@dataclass(frozen=True, slots=True)
class SwitchNotice(Button, verb="sn"):
    notice: str


@dataclass(frozen=True, slots=True)
class OwnTeam(Button, verb="ot"):
    team: int


@dataclass(frozen=True, slots=True)
class MakeHome(Button, verb="oh"):
    team: int


@dataclass(frozen=True, slots=True)
class LeaveTeam(Button, verb="ol"):
    """``sure``: 0 asks, 1 leaves."""

    team: int
    sure: int


@dataclass(frozen=True, slots=True)
class OpenTeams(Button, verb="oj"):
    page: int


@dataclass(frozen=True, slots=True)
class JoinTeam(Button, verb="oo"):
    team: int
