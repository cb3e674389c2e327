"""Presses of /teams."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class ListTeams(Button, verb="ztl"):
    page: int


@dataclass(frozen=True, slots=True)
class OpenTeam(Button, verb="zto"):
    team: int


@dataclass(frozen=True, slots=True)
class NewTeam(Button, verb="ztn"):
    """``kind`` '' asks which."""

    kind: str


@dataclass(frozen=True, slots=True)
class TeamMembers(Button, verb="ztm"):
    team: int
    page: int


@dataclass(frozen=True, slots=True)
class OpenMember(Button, verb="ztx"):
    team: int
    person: int


@dataclass(frozen=True, slots=True)
class MarkCaptain(Button, verb="ztc"):
    """1 makes a captain, 0 an ordinary member."""

    team: int
    person: int
    captain: int


@dataclass(frozen=True, slots=True)
class TakeOut(Button, verb="ztt"):
    """``sure`` 0 asks first."""

    team: int
    person: int
    sure: int


@dataclass(frozen=True, slots=True)
class ChangeTeam(Button, verb="zte"):
    team: int


@dataclass(frozen=True, slots=True)
class RenameTeam(Button, verb="ztr"):
    team: int


@dataclass(frozen=True, slots=True)
class SwitchOpen(Button, verb="zts"):
    team: int
    open: int


@dataclass(frozen=True, slots=True)
class SwitchKind(Button, verb="ztk"):
    team: int
    kind: str


@dataclass(frozen=True, slots=True)
class ChooseLead(Button, verb="ztf"):
    team: int
    page: int


@dataclass(frozen=True, slots=True)
class AppointLead(Button, verb="zta"):
    team: int
    person: int
