"""The revision in a button is the shift's: it grows only when time or place change, and then the press is stale."""

from typing import Annotated

from bot.sign_ups.rules import OWN_REASONS, Reason
from bot.speech.buttons import Link
from bot.speech.parts import Flag, Id, IdOrNone, Minutes, OneOf, Page, People, Revision

OwnReason = Annotated[Reason, OneOf(OWN_REASONS)]
SignMeUp = Link[Id, Revision]("su", "shift revision")
"""Also takes an offered place, and a place that is free for whoever presses first."""
TakePlace = Link[Id]("tp", "sign_up")
"""*I'll come*: the place that was offered or is open."""
DeclineOffer = Link[Id]("od", "sign_up")
CantMakeIt = Link[Id]("cm", "sign_up")
"""Asks once more; nothing is withdrawn yet. Also leaves the waiting list."""
Withdraw = Link[Id]("wd", "sign_up")
"""*Yes, cancel*."""
StillComing = Link[Id, Revision]("sc", "sign_up revision")
"""*I'll be there*, and *No, I'll come*."""
AllComing = Link[Id, Revision]("ac", "shift revision")
"""A yes for all whom the presser reads for in this shift."""
NamesInCare = Link[Id]("nc", "shift")
"""Them, one by one: who cannot come?"""
AnswerPlace = Link[Id, Flag]("ap", "sign_up yes")
"""A place that is offered to somebody whom the presser reads for: 1 takes it, 0 leaves it to the next."""
TakeInstead = Link[Id, Id, Revision]("ti", "shift person revision")
"""This one instead of what the person is down for then; asks first, where that ends late or is more than one."""
TakeInsteadSure = Link[Id, Id, Revision]("ty", "shift person revision")
SayReason = Link[Id, OwnReason]("wr", "sign_up reason")
"""Why it was withdrawn: ill, work or family."""
BeLate = Link[Id, Revision, Minutes]("bl", "sign_up revision minutes")
"""*I'll be late*, by so many minutes; 0 asks how many."""
OpenSignUp = Link[Id]("os", "sign_up")
"""Shows one of one's own sign-ups."""
Mine = Link[Flag, Page]("mi", "past page")
"""Own sign-ups: `past` is 0 or 1."""
SignUpOther = Link[Id, Page]("so", "shift page")
"""Opens the choice of people to sign up."""
SignUpPerson = Link[Id, Id]("sp", "shift person")
AddNewName = Link[Id]("nw", "shift")
"""The name typed last is a new one, although others are called alike."""
SignUpName = Link[Flag, Revision]("nn", "adult revision")
"""A new name, typed before and kept in the draft: `adult` is 1 or 0."""
SeveralAtOnce = Link[Id, Page]("sv", "shift page")
"""The same list, with a tick for each."""
TickOne = Link[Id, Id, Page]("svt", "shift person page")
TickAll = Link[Id]("sva", "shift")
"""Everybody who can be signed up; nobody, where all are ticked."""
SignUpTicked = Link[Id, Revision, Flag]("svs", "shift revision new")
"""Who is ticked, or was typed; `new` 1: also the new names, of people of 18 or over."""
AskWaiting = Link[Id]("qw", "shift")
"""The lead asks those who wait elsewhere."""
GroupPlaces = Link[Id, IdOrNone]("gp", "shift team")
"""Opens the group's places in a shift; `team` 0 lets choose where there are several."""
ReservePlaces = Link[Id, Id, People]("gr", "shift team places")
NamePlaces = Link[Id]("gn", "group_place")
"""Asks for the names, one per line."""
KeepNames = Link[Id, Revision, Flag]("gk", "group_place revision doubles")
"""The names typed before, kept in the draft, all of people of 18 or over. `doubles` 1: same names, other people."""
GiveBackPlaces = Link[Id, Flag]("gb", "group_place sure")
"""`sure` 0 asks once more."""
