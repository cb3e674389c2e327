"""Buttons of the call list: whoever may manage the activity reads and marks it, asked again at every press."""

from bot.ground.call_list import Matter
from bot.speech.buttons import Button
from bot.speech.parts import CallMark, Id, IdOrNone, Page, Revision


class OpenCallList(Button, verb="clo"):
    """A page of it."""

    activity: Id
    page: Page


class MarkCall(Button, verb="clm"):
    """What is said of one name for one matter; `mark` is a place in MARKS: 0 takes it back."""

    activity: Id
    person: Id
    shift: IdOrNone
    what: Matter
    version: Revision
    mark: CallMark
    page: Page


class CallNumbers(Button, verb="cln"):
    """The phone numbers of those on a page; the look is noted."""

    activity: Id
    page: Page
