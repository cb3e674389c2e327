"""Buttons of whoever leads an activity. A shift or activity is named; whether one may is asked at every press."""

from bot.views.buttons import Button


class Today(Button, verb="mt"):
    """/manage: today."""


class Led(Button, verb="ml"):
    """Coming (past 0) or past (past 1) shifts that the viewer leads, by page."""

    past: int
    page: int


class Manage(Button, verb="mg"):
    """The lead's card of a shift."""

    shift: int


class More(Button, verb="mm"):
    """What else can be done with it."""

    shift: int


class MoreOf(Button, verb="m3"):
    """One group of it: dates, sign_ups or leads."""

    shift: int
    group: str


class Participants(Button, verb="mp"):
    """Who comes, who waits, and what they answered."""

    shift: int
    page: int


class ChooseField(Button, verb="me"):
    """Which field to change; the second page holds the rarer ones."""

    shift: int
    page: int


class EditField(Button, verb="mf"):
    """Asks for the new value of one field."""

    shift: int
    field: str


class SetField(Button, verb="ms"):
    """A ready value for the field that is being edited, as if typed."""

    shift: int
    value: str


class Hold(Button, verb="mh"):
    """Puts on hold; asks until when it will be decided."""

    shift: int


class HoldUntil(Button, verb="mu"):
    """On hold, to be decided by `at`."""

    shift: int
    at: int


class GoAhead(Button, verb="mo"):
    """It takes place: off hold, or open again."""

    shift: int


class Close(Button, verb="mc"):
    """No more sign-ups."""

    shift: int


class Postpone(Button, verb="mw"):
    """Another day: the calendar, by month."""

    shift: int
    month: int


class PostponeTo(Button, verb="mv"):
    """This day (YYYYMMDD) at the same time of day: shown first, as what is typed is."""

    shift: int
    day: int


class MoveTo(Button, verb="m2"):
    """Yes, to this start and end; everybody signed up is told."""

    shift: int
    starts_at: int
    ends_at: int
    revision: int


class AddSession(Button, verb="mn"):
    """One more session: the calendar, by month."""

    shift: int
    month: int


class AddSessionOn(Button, verb="mx"):
    """One more session on this day (YYYYMMDD), at the same time of day."""

    shift: int
    day: int


class HandOver(Button, verb="mj"):
    """Chooses the new lead."""

    shift: int


class HandOverTo(Button, verb="mk"):
    shift: int
    person: int


class Helpers(Button, verb="mq"):
    """Names helpers, or lets them go."""

    shift: int


class ToggleHelper(Button, verb="mz"):
    shift: int
    person: int


class SendAgain(Button, verb="mr"):
    """Announces it once more to those in the audience who have no place."""

    shift: int


class Copy(Button, verb="my"):
    """A new activity like this one: the date is asked."""

    shift: int


class WriteToParticipants(Button, verb="mb"):
    shift: int
