"""Buttons of whoever leads an activity. A shift or activity is named; whether one may is asked at every press."""

from typing import Annotated, Literal

from bot.activities.rules import CancelReason
from bot.leading.editing import FIELDS
from bot.leading.rules import Told
from bot.speech.buttons import Button
from bot.speech.parts import Day, Flag, Id, Moment, OneOf, Page, Ready, Revision, Turned

FieldToEdit = Annotated[str, OneOf(FIELDS)]


class Today(Button, verb="mt"):
    """/manage: today."""


class Led(Button, verb="ml"):
    """Coming (past 0) or past (past 1) shifts that the viewer leads, by page."""

    past: Flag
    page: Page


class Manage(Button, verb="mg"):
    """The lead's card of a shift."""

    shift: Id


class More(Button, verb="mm"):
    """What else can be done with it."""

    shift: Id


class MoreOf(Button, verb="m3"):
    """One group of it: dates, sign_ups or leads."""

    shift: Id
    group: Literal["dates", "sign_ups", "leads"]


class Participants(Button, verb="mp"):
    """Who comes, who waits, and what they answered."""

    shift: Id
    page: Page


class ChooseField(Button, verb="me"):
    """Which field to change; the second page holds the rarer ones."""

    shift: Id
    page: Page


class EditField(Button, verb="mf"):
    """Asks for the new value of one field."""

    shift: Id
    field: FieldToEdit


class SetField(Button, verb="ms"):
    """A ready value for the field that is being edited, as if typed."""

    shift: Id
    value: Ready


class Hold(Button, verb="mh"):
    """Puts on hold; asks until when it will be decided."""

    shift: Id


class HoldUntil(Button, verb="mu"):
    """On hold, to be decided by `at`."""

    shift: Id
    at: Moment


class GoAhead(Button, verb="mo"):
    """It takes place: off hold, or open again."""

    shift: Id


class Close(Button, verb="mc"):
    """No more sign-ups."""

    shift: Id


class Postpone(Button, verb="mw"):
    """Another day: the calendar, by month."""

    shift: Id
    month: Turned


class PostponeTo(Button, verb="mv"):
    """This day (YYYYMMDD) at the same time of day: shown first, as what is typed is."""

    shift: Id
    day: Day


class MoveTo(Button, verb="m2"):
    """Yes, to this start and end; everybody signed up is told."""

    shift: Id
    starts_at: Moment
    ends_at: Moment
    revision: Revision


class AddSession(Button, verb="mn"):
    """One more session: the calendar, by month."""

    shift: Id
    month: Turned


class AddSessionOn(Button, verb="mx"):
    """One more session on this day (YYYYMMDD), at the same time of day."""

    shift: Id
    day: Day


class HandOver(Button, verb="mj"):
    """Chooses the new lead."""

    shift: Id


class HandOverTo(Button, verb="mk"):
    shift: Id
    person: Id


class Helpers(Button, verb="mq"):
    """Names helpers, or lets them go."""

    shift: Id


class ToggleHelper(Button, verb="mz"):
    shift: Id
    person: Id


class SendAgain(Button, verb="mr"):
    """Announces it once more to those in the audience who have no place."""

    shift: Id


class Copy(Button, verb="my"):
    """A new activity like this one: the date is asked."""

    shift: Id


class WriteToParticipants(Button, verb="mb"):
    shift: Id


class AskCancel(Button, verb="xa"):
    """Which reason?"""

    activity: Id


class CancelFor(Button, verb="xr"):
    """Calls it off; reason `other` asks for words first."""

    activity: Id
    reason: CancelReason


class CancelInWords(Button, verb="xw"):
    """Calls it off for the reason that was typed, which is kept in the draft."""

    activity: Id
    revision: Revision


class AskCancelToday(Button, verb="xt"):
    """All outdoor activities of today: the lead's own (whole 0) or the station's (whole 1)."""

    whole: Flag


class CancelToday(Button, verb="xd"):
    whole: Flag


class GotIt(Button, verb="xg"):
    """A participant has read `what`: cancelled, moved or held."""

    activity: Id
    what: Literal["cancelled", "held", "goes_ahead"]


class NotSeen(Button, verb="xn"):
    """Who has not pressed yet."""

    activity: Id
    what: Told


class ShowPhones(Button, verb="xp"):
    """The phone numbers of those who have not pressed; the look is noted."""

    activity: Id
    what: Told
