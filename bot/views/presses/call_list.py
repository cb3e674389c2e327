"""Buttons of the call list: whoever may manage the activity reads and marks it, asked again at every press."""

from bot.views.buttons import Button


class OpenCallList(Button, verb="clo"):
    """A page of it."""

    activity: int
    page: int


class MarkCall(Button, verb="clm"):
    """What is said of one name for one matter; `mark` is a place in MARKS: 0 takes it back."""

    activity: int
    person: int
    shift: int
    what: str
    version: int
    mark: int
    page: int


class CallNumbers(Button, verb="cln"):
    """The phone numbers of those on a page; the look is noted."""

    activity: int
    page: int
