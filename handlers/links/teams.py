"""Presses of /teams."""

from typing import Annotated, Literal

from bot.speech.buttons import Button
from bot.speech.parts import Flag, Id, OneOf, Page
from bot.teams.rules import KINDS

TeamKind = Annotated[str, OneOf(KINDS)]


class ListTeams(Button, verb="ztl"):
    page: Page


class OpenTeam(Button, verb="zto"):
    team: Id


class NewTeam(Button, verb="ztn"):
    """``kind`` '' asks which."""

    kind: Literal[""]


class TeamMembers(Button, verb="ztm"):
    team: Id
    page: Page


class OpenMember(Button, verb="ztx"):
    team: Id
    person: Id


class MarkCaptain(Button, verb="ztc"):
    """1 makes a captain, 0 an ordinary member."""

    team: Id
    person: Id
    captain: Flag


class TakeOut(Button, verb="ztt"):
    """``sure`` 0 asks first."""

    team: Id
    person: Id
    sure: Flag


class ChangeTeam(Button, verb="zte"):
    team: Id


class RenameTeam(Button, verb="ztr"):
    team: Id


class SwitchOpen(Button, verb="zts"):
    team: Id
    open: Flag


class SwitchKind(Button, verb="ztk"):
    team: Id
    kind: TeamKind


class ChooseLead(Button, verb="ztf"):
    team: Id
    page: Page


class AppointLead(Button, verb="zta"):
    team: Id
    person: Id
