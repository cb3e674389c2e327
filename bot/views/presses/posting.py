"""Buttons of /post. All carry the draft's revision: a press on an older card changes nothing."""

from bot.views.buttons import Button


class NewPost(Button, verb="pn"):
    """An empty draft."""


class SameAsLast(Button, verb="ps"):
    """The lead's recent activities."""


class PostLike(Button, verb="pl"):
    """A draft like this shift: only the date is asked."""

    shift: int


class Answer(Button, verb="pa"):
    """A ready answer to what the draft asks, as if typed."""

    revision: int
    value: str


class PlaceAgain(Button, verb="pw"):
    """Place and meeting point of an earlier shift."""

    revision: int
    shift: int


class Calendar(Button, verb="pd"):
    """Turns the calendar: five weeks a page."""

    revision: int
    page: int


class ChangePost(Button, verb="pc"):
    """Which field to change."""

    revision: int


class AskField(Button, verb="pf"):
    """Asks for one field anew."""

    revision: int
    field: str


class BackToLook(Button, verb="pb"):
    """To the draft as it is."""

    revision: int


class Publish(Button, verb="pp"):
    revision: int


class Discard(Button, verb="px"):
    revision: int


class Inert(Button, verb="no"):
    """A part of a calendar that is no day to choose."""
