"""Buttons of the call list: whoever may manage the activity reads and marks it, asked again at every press."""

from bot.ground.notices import Matter
from bot.speech.buttons import Link
from bot.speech.parts import CallMark, Id, IdOrNone, Page, Revision

OpenCallList = Link[Id, Page]("clo", "activity page")
"""A page of it."""
MarkCall = Link[Id, Id, IdOrNone, Matter, Revision, CallMark, Page](
    "clm", "activity person shift what version mark page"
)
"""What is said of one name for one matter; `mark` is a place in MARKS: 0 takes it back."""
CallNumbers = Link[Id, Page]("cln", "activity page")
"""The phone numbers of those on a page; the look is noted."""
