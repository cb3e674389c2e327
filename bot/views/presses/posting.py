"""Buttons of /post. All carry the draft's revision: a press on an older card changes nothing."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class NewPost(Button, verb="pn"):
    """An empty draft."""


@dataclass(frozen=True, slots=True)
class SameAsLast(Button, verb="ps"):
    """The lead's recent activities."""


@dataclass(frozen=True, slots=True)
class PostLike(Button, verb="pl"):
    """A draft like this shift: only the date is asked."""

    shift: int


@dataclass(frozen=True, slots=True)
class Answer(Button, verb="pa"):
    """A ready answer to what the draft asks, as if typed."""

    revision: int
    value: str


@dataclass(frozen=True, slots=True)
class PlaceAgain(Button, verb="pw"):
    """Place and meeting point of an earlier shift."""

    revision: int
    shift: int


@dataclass(frozen=True, slots=True)
class Calendar(Button, verb="pd"):
    """Turns the calendar: five weeks a page."""

    revision: int
    page: int


@dataclass(frozen=True, slots=True)
class ChangePost(Button, verb="pc"):
    """Which field to change."""

    revision: int


@dataclass(frozen=True, slots=True)
class AskField(Button, verb="pf"):
    """Asks for one field anew."""

    revision: int
    field: str


@dataclass(frozen=True, slots=True)
class BackToLook(Button, verb="pb"):
    """To the draft as it is."""

    revision: int


@dataclass(frozen=True, slots=True)
class Publish(Button, verb="pp"):
    revision: int


@dataclass(frozen=True, slots=True)
class Discard(Button, verb="px"):
    revision: int


@dataclass(frozen=True, slots=True)
class Inert(Button, verb="no"):
    """A part of a calendar that is no day to choose."""
