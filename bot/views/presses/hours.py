"""Buttons of the own hours, of reporting some, and of verifying what others reported."""

from bot.views.buttons import Button


class MyHours(Button, verb="h"):
    """The sums."""


class TakeRecord(Button, verb="hf"):
    """The record of service as a file."""


class ListHours(Button, verb="hl"):
    """A page of the own records."""

    page: int


class ShowRecord(Button, verb="hr"):
    """One of them: where it comes from and why so many minutes; ``page`` to go back to."""

    record: int
    page: int


class SendAgain(Button, verb="ha"):
    """A record that was sent back, to be mended."""

    record: int


class LogFor(Button, verb="lgf"):
    """Whose hours; 0 asks for a name."""

    person: int
    revision: int


class LogDay(Button, verb="lgd"):
    """'YYYY-MM-DD'."""

    day: str
    revision: int


class LogSpan(Button, verb="lgt"):
    """One of two readings: 'HHMM', for a button would not carry a colon."""

    start: str
    end: str
    revision: int


class LogKind(Button, verb="lgk"):
    kind: str
    revision: int


class LogNote(Button, verb="lgn"):
    """Nothing to add."""

    revision: int


class LogSend(Button, verb="lgs"):
    revision: int


class LogChange(Button, verb="lgc"):
    """Once more from the day on."""

    revision: int


class ToVerify(Button, verb="vl"):
    """The page of what waits after this id."""

    after: int


class VerifyOne(Button, verb="vo"):
    """One waiting record, by itself."""

    record: int


class Confirm(Button, verb="vc"):
    """As it was entered then: what was sent anew since is shown again first."""

    record: int
    entered_at: int


class ConfirmPage(Button, verb="vp"):
    """All of a page, if it still is what was seen."""

    after: int
    seal: str


class SendBack(Button, verb="vb"):
    """Asks for the reason, or with one of those offered sends it back."""

    record: int
    reason: str


class HoursOf(Button, verb="ho"):
    """For staff: a page of somebody's records; person 0 asks for a name."""

    person: int
    page: int


class RecordOf(Button, verb="hx"):
    """One of them; ``page`` to go back to."""

    record: int
    page: int


class CorrectRecord(Button, verb="hc"):
    """Asks for the right hours, then for the reason."""

    record: int
