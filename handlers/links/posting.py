"""Buttons of /post. All carry the draft's revision: a press on an older card changes nothing."""

from typing import Annotated

from bot.posting.form import FIELDS
from bot.speech.buttons import Button
from bot.speech.parts import Id, OneOf, Ready, Revision, Turned

PostField = Annotated[str, OneOf(FIELDS)]


class NewPost(Button, verb="pn"):
    """An empty draft."""


class SameAsLast(Button, verb="ps"):
    """The lead's recent activities."""


class PostLike(Button, verb="pl"):
    """A draft like this shift: only the date is asked."""

    shift: Id


class Answer(Button, verb="pa"):
    """A ready answer to what the draft asks, as if typed."""

    revision: Revision
    value: Ready


class PlaceAgain(Button, verb="pw"):
    """Place and meeting point of an earlier shift."""

    revision: Revision
    shift: Id


class Calendar(Button, verb="pd"):
    """Turns the calendar: five weeks a page."""

    revision: Revision
    page: Turned


class ChangePost(Button, verb="pc"):
    """Which field to change."""

    revision: Revision


class AskField(Button, verb="pf"):
    """Asks for one field anew."""

    revision: Revision
    field: PostField


class BackToLook(Button, verb="pb"):
    """To the draft as it is."""

    revision: Revision


class Publish(Button, verb="pp"):
    revision: Revision


class Discard(Button, verb="px"):
    revision: Revision


class Inert(Button, verb="no"):
    """A part of a calendar that is no day to choose."""
