"""Buttons of the own hours, of reporting some, and of verifying what others reported."""

from typing import Annotated

from bot.activities.kinds import KINDS
from bot.hours.rules import Nature, SendBackReason
from bot.speech.buttons import Button
from bot.speech.parts import Clock, DashedDay, Id, IdOrNone, Moment, OneOf, Page, Revision, Seal

KindOrNature = Annotated[str, OneOf((*KINDS, Nature.TRAINING.value, Nature.PREPARATION.value))]


class MyHours(Button, verb="h"):
    """The sums."""


class TakeRecord(Button, verb="hf"):
    """The record of service as a file."""


class ListHours(Button, verb="hl"):
    """A page of the own records."""

    page: Page


class ShowRecord(Button, verb="hr"):
    """One of them: where it comes from and why so many minutes; ``page`` to go back to."""

    record: Id
    page: Page


class SendHoursAgain(Button, verb="ha"):
    """A record that was sent back, to be mended."""

    record: Id


class LogFor(Button, verb="lgf"):
    """Whose hours; 0 asks for a name."""

    person: IdOrNone
    revision: Revision


class LogDay(Button, verb="lgd"):
    """'YYYY-MM-DD'."""

    day: DashedDay
    revision: Revision


class LogSpan(Button, verb="lgt"):
    """One of two readings: 'HHMM', for a button would not carry a colon."""

    start: Clock
    end: Clock
    revision: Revision


class LogKind(Button, verb="lgk"):
    kind: KindOrNature
    revision: Revision


class LogNote(Button, verb="lgn"):
    """Nothing to add."""

    revision: Revision


class LogSend(Button, verb="lgs"):
    revision: Revision


class LogChange(Button, verb="lgc"):
    """Once more from the day on."""

    revision: Revision


class ToVerify(Button, verb="vl"):
    """The page of what waits after this id."""

    after: IdOrNone


class VerifyOne(Button, verb="vo"):
    """One waiting record, by itself."""

    record: Id


class Confirm(Button, verb="vc"):
    """As it was entered then: what was sent anew since is shown again first."""

    record: Id
    entered_at: Moment


class ConfirmPage(Button, verb="vp"):
    """All of a page, if it still is what was seen."""

    after: IdOrNone
    seal: Seal


class SendBack(Button, verb="vb"):
    """Asks for the reason, or with one of those offered sends it back."""

    record: Id
    reason: SendBackReason | None


class HoursOf(Button, verb="ho"):
    """For staff: a page of somebody's records; person 0 asks for a name."""

    person: IdOrNone
    page: Page


class RecordOf(Button, verb="hx"):
    """One of them; ``page`` to go back to."""

    record: Id
    page: Page


class CorrectRecord(Button, verb="hc"):
    """Asks for the right hours, then for the reason."""

    record: Id


class ThatsRight(Button, verb="st"):
    record: Id


class NotRight(Button, verb="sn"):
    """Asks what is not right."""

    record: Id


class OpenQuestion(Button, verb="sto"):
    """The lead looks at a question."""

    record: Id


class CorrectHours(Button, verb="stc"):
    """The lead answers with other hours; they are asked for."""

    record: Id


class ExplainHours(Button, verb="ste"):
    """The lead answers with words; they are asked for."""

    record: Id
