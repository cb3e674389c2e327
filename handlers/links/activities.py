"""Buttons that look at an activity; whoever shows a shift may put them under it."""

from typing import Annotated

from bot.sign_ups.shown import WEEKS
from bot.speech.buttons import Link
from bot.speech.parts import Id, Page, ServiceKind, Whole

Week = Annotated[int, Whole(-1, WEEKS - 1)]
"""-1 any, 0 this week, 1 next week …"""
ShowShift = Link[Id]("a", "shift")
"""The card of a shift."""
ShowActivity = Link[Id]("aa", "activity")
"""The card of an activity: of its only shift, or the choice between several."""
Details = Link[Id]("ad", "shift")
"""Everything said about it."""
DetailsOfLed = Link[Id]("am", "shift")
"""The same, out of what else who leads it can do, and back there."""
HowToGetThere = Link[Id]("av", "shift")
"""The place, on the map where it is known."""
AddToCalendar = Link[Id]("ai", "shift")
"""The .ics file."""
CopyText = Link[Id]("ax", "shift")
"""Plain words and a link, to paste elsewhere."""
ListActivities = Link[Page, ServiceKind, Week]("al", "page kind week")
"""A page of /activities; kind '' is any, week -1 any, 0 this week, 1 next week …"""
ChooseKind = Link[Week]("ak", "week")
"""Which kind to look at."""
ChooseWeek = Link[ServiceKind]("aw", "kind")
"""Which week to look at."""
