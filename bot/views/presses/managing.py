"""Buttons of whoever leads an activity. A shift or activity is named; whether one may is asked at every press."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class Today(Button, verb="mt"):
    """/manage: today."""


@dataclass(frozen=True, slots=True)
class Led(Button, verb="ml"):
    """Coming (past 0) or past (past 1) shifts that the viewer leads, by page."""

    past: int
    page: int


@dataclass(frozen=True, slots=True)
class Manage(Button, verb="mg"):
    """The lead's card of a shift."""

    shift: int


@dataclass(frozen=True, slots=True)
class More(Button, verb="mm"):
    """What else can be done with it."""

    shift: int


@dataclass(frozen=True, slots=True)
class Participants(Button, verb="mp"):
    """Who comes, who waits, and what they answered."""

    shift: int
    page: int


@dataclass(frozen=True, slots=True)
class ChooseField(Button, verb="me"):
    """Which field to change; the second page holds the rarer ones."""

    shift: int
    page: int


@dataclass(frozen=True, slots=True)
class EditField(Button, verb="mf"):
    """Asks for the new value of one field."""

    shift: int
    field: str


@dataclass(frozen=True, slots=True)
class SetField(Button, verb="ms"):
    """A ready value for the field that is being edited, as if typed."""

    shift: int
    value: str


@dataclass(frozen=True, slots=True)
class Hold(Button, verb="mh"):
    """Puts on hold; asks until when it will be decided."""

    shift: int


@dataclass(frozen=True, slots=True)
class HoldUntil(Button, verb="mu"):
    """On hold, to be decided `hours` before the start; 0 says nothing about it."""

    shift: int
    hours: int


@dataclass(frozen=True, slots=True)
class GoAhead(Button, verb="mo"):
    """It takes place: off hold, or open again."""

    shift: int


@dataclass(frozen=True, slots=True)
class Close(Button, verb="mc"):
    """No more sign-ups."""

    shift: int


@dataclass(frozen=True, slots=True)
class Postpone(Button, verb="mw"):
    """Another day: the calendar, by month."""

    shift: int
    month: int


@dataclass(frozen=True, slots=True)
class PostponeTo(Button, verb="mv"):
    """To this day (YYYYMMDD), at the same time of day."""

    shift: int
    day: int


@dataclass(frozen=True, slots=True)
class AddSession(Button, verb="mn"):
    """One more session: the calendar, by month."""

    shift: int
    month: int


@dataclass(frozen=True, slots=True)
class AddSessionOn(Button, verb="mx"):
    """One more session on this day (YYYYMMDD), at the same time of day."""

    shift: int
    day: int


@dataclass(frozen=True, slots=True)
class HandOver(Button, verb="mj"):
    """Chooses the new lead."""

    shift: int


@dataclass(frozen=True, slots=True)
class HandOverTo(Button, verb="mk"):
    shift: int
    person: int


@dataclass(frozen=True, slots=True)
class Helpers(Button, verb="mq"):
    """Names helpers, or lets them go."""

    shift: int


@dataclass(frozen=True, slots=True)
class ToggleHelper(Button, verb="mz"):
    shift: int
    person: int


@dataclass(frozen=True, slots=True)
class SendAgain(Button, verb="mr"):
    """Announces it once more to those in the audience who have no place."""

    shift: int


@dataclass(frozen=True, slots=True)
class Copy(Button, verb="my"):
    """A new activity like this one: the date is asked."""

    shift: int


@dataclass(frozen=True, slots=True)
class WriteToParticipants(Button, verb="mb"):
    shift: int
