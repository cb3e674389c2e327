"""Buttons of the own hours, of reporting some, and of verifying what others reported."""

from typing import Annotated, Literal

from bot.activities.kinds import KINDS
from bot.hours.rules import Nature, SendBackReason
from bot.speech.buttons import Link
from bot.speech.parts import Clock, DashedDay, Day, Flag, Id, IdOrNone, Moment, OneOf, Page, Revision, Seal

KindOrNature = Annotated[str, OneOf((*KINDS, Nature.TRAINING.value, Nature.PREPARATION.value))]
RecordExtent = Literal["entries", "totals"]
MyHours = Link[()]("h")
"""The sums."""
TakeRecord = Link[()]("hf")
"""The record of service: of which time?"""
RecordOver = Link[Day | None, Day | None]("hfo", "first last")
"""Of these days, '' without an end: every entry, or totals only?"""
RecordOfDays = Link[()]("hfd")
"""Asks for the days of a record, to be typed."""
MakeRecord = Link[Day | None, Day | None, RecordExtent]("hfm", "first last extent")
"""It is issued, as a file."""
MyYear = Link[()]("hy")
"""The own year as a picture."""
ListHours = Link[Page]("hl", "page")
"""A page of the own records."""
ShowRecord = Link[Id, Page]("hr", "record page")
"""One of them: where it comes from and why so many minutes; ``page`` to go back to."""
WhyRecord = Link[Id, Page, Flag]("hw", "record page mine")
"""The lines of the books behind what was corrected; ``mine`` 0: somebody else's."""
SendHoursAgain = Link[Id]("ha", "record")
"""A record that was sent back, to be mended."""
GiveAnew = Link[Id]("hn", "record")
"""An own entry that still waits: taken back, and asked for once more."""
TakeBackHours = Link[Id]("hk", "record")
"""An own entry that still waits is taken back."""
LogFor = Link[IdOrNone, Revision]("lgf", "person revision")
"""Whose hours; 0 asks for a name."""
LogDay = Link[DashedDay, Revision]("lgd", "day revision")
"""'YYYY-MM-DD'."""
LogSpan = Link[Clock, Clock, Revision]("lgt", "start end revision")
"""One of two readings: 'HHMM', for a button would not carry a colon."""
LogKind = Link[KindOrNature, Revision]("lgk", "kind revision")
LogNote = Link[Revision]("lgn", "revision")
"""Nothing to add."""
LogSend = Link[Revision]("lgs", "revision")
LogChange = Link[Revision]("lgc", "revision")
"""Once more from the day on."""
ToVerify = Link[IdOrNone]("vl", "after")
"""The page of what waits after this id."""
VerifyOne = Link[Id]("vo", "record")
"""One waiting record, by itself."""
Confirm = Link[Id, Moment]("vc", "record entered_at")
"""As it was entered then: what was sent anew since is shown again first."""
ConfirmPage = Link[IdOrNone, Seal]("vp", "after seal")
"""All of a page, if it still is what was seen."""
SendBack = Link[Id, SendBackReason | None]("vb", "record reason")
"""Asks for the reason, or with one of those offered sends it back."""
HoursOf = Link[IdOrNone, Page]("ho", "person page")
"""For staff: a page of somebody's records; person 0 asks for a name."""
RecordOf = Link[Id, Page]("hx", "record page")
"""One of them; ``page`` to go back to."""
CorrectRecord = Link[Id]("hc", "record")
"""Asks for the right hours, then for the reason."""
ThatsRight = Link[Id]("st", "record")
NotRight = Link[Id]("sn", "record")
"""Asks what is not right."""
OpenSlip = Link[Id, Moment]("sls", "shift asked_at")
"""Statements of those whom the presser looks after, asked together."""
SlipRight = Link[Id, Moment]("slr", "shift asked_at")
"""All of them are right."""
SlipNames = Link[Id, Moment]("sln", "shift asked_at")
"""Them, one by one: whose is not right?"""
SlipText = Link[Id, Moment]("slt", "shift asked_at")
"""Plain words to hand over or to read aloud."""
HoursInCare = Link[Page]("hi", "page")
"""Sums of those without Telegram whom the presser looks after or is captain of."""
HoursOfOne = Link[Id, Page]("hp", "person page")
"""One of them, with a page of records."""
RecordOfOne = Link[Id, Page]("hq", "record page")
"""One of these records."""
TextOfOne = Link[Id]("ht", "person")
"""The sums of one of them in plain words."""
OpenQuestion = Link[Id]("sto", "record")
"""The lead looks at a question."""
CorrectHours = Link[Id]("stc", "record")
"""The lead answers with other hours; they are asked for."""
ExplainHours = Link[Id]("ste", "record")
"""The lead answers with words; they are asked for."""
