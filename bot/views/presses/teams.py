"""Presses of /teams."""

from bot.views.buttons import Button


class ListTeams(Button, verb="ztl"):
    page: int


class OpenTeam(Button, verb="zto"):
    team: int


class NewTeam(Button, verb="ztn"):
    """``kind`` '' asks which."""

    kind: str


class TeamMembers(Button, verb="ztm"):
    team: int
    page: int


class OpenMember(Button, verb="ztx"):
    team: int
    person: int


class MarkCaptain(Button, verb="ztc"):
    """1 makes a captain, 0 an ordinary member."""

    team: int
    person: int
    captain: int


class TakeOut(Button, verb="ztt"):
    """``sure`` 0 asks first."""

    team: int
    person: int
    sure: int


class ChangeTeam(Button, verb="zte"):
    team: int


class RenameTeam(Button, verb="ztr"):
    team: int


class SwitchOpen(Button, verb="zts"):
    team: int
    open: int


class SwitchKind(Button, verb="ztk"):
    team: int
    kind: str


class ChooseLead(Button, verb="ztf"):
    team: int
    page: int


class AppointLead(Button, verb="zta"):
    team: int
    person: int
