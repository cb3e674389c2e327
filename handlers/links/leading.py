"""Buttons of whoever leads an activity. A shift or activity is named; whether one may is asked at every press."""

from typing import Annotated, Literal

from bot.activities.rules import CancelReason
from bot.leading.editing_rules import FIELDS
from bot.leading.handouts.rules import PaperOf
from bot.leading.rules import Told
from bot.speech.buttons import Link
from bot.speech.parts import Day, Flag, Id, Moment, OneOf, Page, Ready, Revision, Turned

FieldToEdit = Annotated[str, OneOf(FIELDS)]
Today = Link[()]("mt")
"""/manage: today."""
Led = Link[Flag, Page]("ml", "past page")
"""Coming (past 0) or past (past 1) shifts that the viewer leads, by page."""
Manage = Link[Id]("mg", "shift")
"""The lead's card of a shift."""
More = Link[Id]("mm", "shift")
"""What else can be done with it."""
MoreOf = Link[Id, Literal["dates", "sign_ups", "leads"]]("m3", "shift group")
"""One group of it: dates, sign_ups or leads."""
Handouts = Link[Id]("mpb", "shift")
"""Poster and lists: what goes out on paper."""
AskPaper = Link[Id, PaperOf]("mpp", "shift paper")
"""One of them, which comes as a file."""
Participants = Link[Id, Page]("mp", "shift page")
"""Who comes, who waits, and what they answered."""
OneParticipant = Link[Id]("m4", "sign_up")
"""What can be done about one person's sign-up."""
WriteToOne = Link[Id]("m5", "sign_up")
"""Asks for words to one person."""
GivePlace = Link[Id]("m8", "sign_up")
"""A free place, to who waits and was phoned."""
ChooseSession = Link[Id]("m6", "sign_up")
"""To which other session?"""
SwitchTo = Link[Id, Id]("m7", "sign_up shift")
"""To this one, where a place is free."""
ChooseField = Link[Id, Page]("me", "shift page")
"""Which field to change; the second page holds the rarer ones."""
EditField = Link[Id, FieldToEdit]("mf", "shift field")
"""Asks for the new value of one field."""
SetField = Link[Id, Ready]("ms", "shift value")
"""A ready value for the field that is being edited, as if typed."""
Hold = Link[Id]("mh", "shift")
"""Puts on hold; asks until when it will be decided."""
HoldUntil = Link[Id, Moment]("mu", "shift at")
"""On hold, to be decided by `at`."""
GoAhead = Link[Id]("mo", "shift")
"""It takes place: off hold, or open again."""
Close = Link[Id]("mc", "shift")
"""No more sign-ups."""
Postpone = Link[Id, Turned]("mw", "shift month")
"""Another day: the calendar, by month."""
PostponeTo = Link[Id, Day]("mv", "shift day")
"""This day (YYYYMMDD) at the same time of day: shown first, as what is typed is."""
MoveTo = Link[Id, Moment, Moment, Revision]("m2", "shift starts_at ends_at revision")
"""Yes, to this start and end; everybody signed up is told."""
AddSession = Link[Id, Turned]("mn", "shift month")
"""One more session: the calendar, by month."""
AddSessionOn = Link[Id, Day]("mx", "shift day")
"""One more session on this day (YYYYMMDD), at the same time of day."""
HandOver = Link[Id]("mj", "shift")
"""Chooses the new lead."""
HandOverTo = Link[Id, Id]("mk", "shift person")
Helpers = Link[Id]("mq", "shift")
"""Names helpers, or lets them go."""
ToggleHelper = Link[Id, Id]("mz", "shift person")
SendAgain = Link[Id]("mr", "shift")
"""Announces it once more to those in the audience who have no place."""
Copy = Link[Id]("my", "shift")
"""A new activity like this one: the date is asked."""
WriteToParticipants = Link[Id]("mb", "shift")
AskCancel = Link[Id]("xa", "activity")
"""Which reason?"""
CancelFor = Link[Id, CancelReason]("xr", "activity reason")
"""Asks once more, with how many people hear of it; reason `other` asks for words first."""
CancelSure = Link[Id, CancelReason]("xs", "activity reason")
"""Calls it off."""
CancelInWords = Link[Id, Revision]("xw", "activity revision")
"""Calls it off for the reason that was typed, which is kept in the draft."""
AskTakeUp = Link[Id]("xe", "activity")
"""Hold it after all? With how many people hear of it."""
TakeUp = Link[Id]("xu", "activity")
"""It takes place after all; everybody is asked anew."""
AskCancelToday = Link[Flag]("xt", "whole")
"""All outdoor activities of today: the lead's own (whole 0) or the station's (whole 1)."""
CancelToday = Link[Flag]("xd", "whole")
GotIt = Link[Id, Literal["cancelled", "held", "goes_ahead"]]("xg", "activity what")
"""A participant has read `what`: cancelled, moved or held."""
NotSeen = Link[Id, Told]("xn", "activity what")
"""Who has not pressed yet."""
ShowPhones = Link[Id, Told]("xp", "activity what")
"""The phone numbers of those who have not pressed; the look is noted."""
