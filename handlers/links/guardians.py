"""The guardian's answer carries the link's code, which alone opens nothing: who presses is checked again."""

from bot.speech.buttons import Link
from bot.speech.parts import Code, Flag, Id, IdOrNone

AskGuardian = Link[()]("gua")
"""By the minor: asks the age band where it is not known, then makes the link to forward."""
GuardianAgrees = Link[Code, Flag]("gya", "code along")
"""``along``: the guardian comes along with somebody under 14."""
CompanionIs = Link[Code]("gpn", "code")
"""Somebody else comes along: the name is typed next."""
SeeRequest = Link[Code]("gsr", "code")
"""What the link asks, once more."""
NameCompanion = Link[Id, IdOrNone]("gnc", "child shift")
"""Who comes along, while the consent stands. ``shift``: whose sign-up waits for it, 0 for none."""
ComeAlong = Link[Id, IdOrNone]("gca", "child shift")
"""Whoever presses comes along."""
AnotherAdult = Link[Id, IdOrNone]("gaa", "child shift")
"""Somebody else comes along, and no name is kept of whom: only where there is no data key."""
GuardianRefuses = Link[()]("gno")
SeeConsent = Link[IdOrNone]("gsc", "child")
"""What was agreed to, with the way to take it back; ``child`` 0: for whom."""
AgreeAgain = Link[Id]("gag", "child")
"""After taking it back."""
TakeBack = Link[Id, Flag]("gtb", "child sure")
"""``sure``: 0 asks, 1 takes the consent back."""
