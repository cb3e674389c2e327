"""Buttons of whoever takes a roll. Every press is checked again: roll-call open, viewer allowed, person listed."""

from typing import Annotated

from bot.roll_call.rules import AttendanceState
from bot.speech.buttons import Link
from bot.speech.parts import Flag, Id, Mark, Minutes, OneOf, Page, People, Revision, Whole

MarkWithMinutes = Annotated[AttendanceState, OneOf((AttendanceState.LATE, AttendanceState.LEFT_EARLY))]
Helped = Annotated[int, Whole(-1, 100_000)]
"""-1: nobody said."""
OpenRollCall = Link[Id, Page]("rc", "shift page")
"""*Do roll-call*: the card, and back to it."""
ListRollCalls = Link[Page]("rcl", "page")
"""What the viewer may take the roll of."""
FinishedRolls = Link[Page]("rce", "page")
"""Those that are closed: who was there, and what can be put right."""
MoreOfRollCall = Link[Id]("rcm", "shift")
"""What else can be done with it."""
AllHere = Link[Id]("rca", "shift")
"""Everybody who is not marked yet."""
MarkOne = Link[Id, Id, Page]("rcp", "shift person page")
"""A name was tapped: what shall it be?"""
SetMark = Link[Id, Id, Page, Mark]("rck", "shift person page mark")
"""here, no_show or excused; late and left_early without minutes ask how many."""
SetMinutes = Link[Id, Id, Page, MarkWithMinutes, Minutes]("rcn", "shift person page mark minutes")
"""late or left_early, by so many minutes."""
CountHeads = Link[Id, Id]("rch", "shift group_place")
"""A group was tapped: how many without names have come?"""
SetHeads = Link[Id, Id, People]("rcg", "shift group_place heads")
AddWalkIn = Link[Id, Page]("rcw", "shift page")
"""Who came without a place: a list to choose from, or a name to type."""
WalkInPerson = Link[Id, Id]("rcy", "shift person")
WalkInName = Link[Flag, Revision]("rcz", "adult revision")
"""A new name, typed before and kept in the draft: `adult` is 1 or 0."""
AllLeave = Link[Id, Flag]("rcv", "shift finish")
"""Everybody who is still there leaves now. `finish` 1 goes on to finishing."""
HandToCaptain = Link[Id]("rct", "shift")
"""Chooses the captain."""
HandTo = Link[Id, Id]("rcu", "shift captain")
Finish = Link[Id]("rcf", "shift")
"""Asks what is still open, one thing after the other."""
SettleUnmarked = Link[Id, Flag]("rcs", "shift came")
"""Who is not marked was there (1) or did not come (0); on to finishing."""
CountOvertime = Link[Id, Flag]("rco", "shift count")
"""The lead's word for the time after the planned end: counted (1) or not (0); on to finishing."""
PeopleHelped = Link[Id, Helped, Flag]("rcb", "shift people extra")
"""How many people were helped; -1: nobody said. `extra` is what CountOvertime said."""
ConfirmRollCall = Link[Id, Flag]("rcx", "shift extra")
"""The lead's one tap on a captain's roll-call; `extra` 1 counts the time after the planned end as well."""
CorrectHelped = Link[Id]("rcd", "shift")
"""Once it is finished: how many people were helped, put right."""
CheckInCode = Link[Id]("rcq", "shift")
"""Shows a fresh QR code and six digits."""
