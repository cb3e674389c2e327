"""Buttons of /teams."""

from typing import Annotated, Literal

from bot.speech.buttons import Link
from bot.speech.parts import Flag, Id, OneOf, Page
from bot.teams.rules import KINDS

TeamKind = Annotated[str, OneOf(KINDS)]
ListTeams = Link[Page]("ztl", "page")
OpenTeam = Link[Id]("zto", "team")
NewTeam = Link[Literal[""]]("ztn", "kind")
"""``kind`` '' asks which."""
TeamMembers = Link[Id, Page]("ztm", "team page")
OpenMember = Link[Id, Id]("ztx", "team person")
MarkCaptain = Link[Id, Id, Flag]("ztc", "team person captain")
"""1 makes a captain, 0 an ordinary member."""
TakeOut = Link[Id, Id, Flag]("ztt", "team person sure")
"""``sure`` 0 asks first."""
ChangeTeam = Link[Id]("zte", "team")
RenameTeam = Link[Id]("ztr", "team")
AskOpen = Link[Id]("ztu", "team")
"""Who may join: the choice."""
AskKind = Link[Id]("ztw", "team")
SwitchOpen = Link[Id, Flag]("zts", "team open")
SwitchKind = Link[Id, TeamKind]("ztk", "team kind")
ChooseLead = Link[Id, Page]("ztf", "team page")
AppointLead = Link[Id, Id]("zta", "team person")
