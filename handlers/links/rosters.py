"""Buttons of lists of people that staff bring."""

from bot.speech.buttons import Link
from bot.speech.parts import Flag, Id, IdOrNone, Page, Place

BringList = Link[IdOrNone]("zra", "team")
"""``team``: where people go of whom the list does not say it; 0: it says so, or it is asked."""
ListTemplate = Link[()]("zrm")
NameColumn = Link[Id, Place]("zrc", "roster column")
ListTeam = Link[Id, Id]("zrt", "roster team")
ListTeamPage = Link[Id, Page]("zrp", "roster page")
ImportList = Link[Id]("zri", "roster")
CancelList = Link[Id]("zrx", "roster")
UndoImport = Link[Id, Flag]("zru", "roster sure")
"""``sure`` 0 asks first."""
