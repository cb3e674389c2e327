"""Buttons of the own hours, of reporting some, and of verifying what others reported."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class MyHours(Button, verb="h"):
    """The sums."""


@dataclass(frozen=True, slots=True)
class ListHours(Button, verb="hl"):
    """A page of the own records."""

    page: int


@dataclass(frozen=True, slots=True)
class ShowRecord(Button, verb="hr"):
    """One of them: where it comes from and why so many minutes; ``page`` to go back to."""

    record: int
    page: int


@dataclass(frozen=True, slots=True)
class SendAgain(Button, verb="ha"):
    """A record that was sent back, to be mended."""

    record: int


@dataclass(frozen=True, slots=True)
class LogFor(Button, verb="lgf"):
    """Whose hours; 0 asks for a name."""

    person: int
    revision: int


@dataclass(frozen=True, slots=True)
class LogDay(Button, verb="lgd"):
    """'YYYY-MM-DD'."""

    day: str
    revision: int


@dataclass(frozen=True, slots=True)
class LogKind(Button, verb="lgk"):
    kind: str
    revision: int


@dataclass(frozen=True, slots=True)
class LogNote(Button, verb="lgn"):
    """Nothing to add."""

    revision: int


@dataclass(frozen=True, slots=True)
class LogSend(Button, verb="lgs"):
    revision: int


@dataclass(frozen=True, slots=True)
class LogChange(Button, verb="lgc"):
    """Once more from the day on."""

    revision: int


@dataclass(frozen=True, slots=True)
class ToVerify(Button, verb="vl"):
    """The page of what waits after this id."""

    after: int


@dataclass(frozen=True, slots=True)
class VerifyOne(Button, verb="vo"):
    """One waiting record, by itself."""

    record: int


@dataclass(frozen=True, slots=True)
class Confirm(Button, verb="vc"):
    """As it was entered then: what was sent anew since is shown again first."""

    record: int
    entered_at: int


@dataclass(frozen=True, slots=True)
class ConfirmPage(Button, verb="vp"):
    """All of a page, if it still is what was seen."""

    after: int
    seal: str


@dataclass(frozen=True, slots=True)
class SendBack(Button, verb="vb"):
    """Asks for the reason, or with one of those offered sends it back."""

    record: int
    reason: str


@dataclass(frozen=True, slots=True)
class HoursOf(Button, verb="ho"):
    """For staff: a page of somebody's records; person 0 asks for a name."""

    person: int
    page: int


@dataclass(frozen=True, slots=True)
class RecordOf(Button, verb="hx"):
    """One of them; ``page`` to go back to."""

    record: int
    page: int


@dataclass(frozen=True, slots=True)
class CorrectRecord(Button, verb="hc"):
    """Asks for the right hours, then for the reason."""

    record: int
