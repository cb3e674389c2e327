"""The guardian's answer carries the link's code, which alone opens nothing: who presses is checked again."""

from bot.views.buttons import Button


class AskGuardian(Button, verb="gua"):
    """By the minor: asks the age band where it is not known, then makes the link to forward."""


class GuardianAgrees(Button, verb="gya"):
    """``along``: the guardian comes along with somebody under 14."""

    code: str
    along: int


class CompanionIs(Button, verb="gpn"):
    """Somebody else comes along: the name is typed next."""

    code: str


class SeeRequest(Button, verb="gsr"):
    """What the link asks, once more."""

    code: str


class NameCompanion(Button, verb="gnc"):
    """Who comes along, while the consent stands. ``shift``: whose sign-up waits for it, 0 for none."""

    child: int
    shift: int


class ComeAlong(Button, verb="gca"):
    """Whoever presses comes along."""

    child: int
    shift: int


class AnotherAdult(Button, verb="gaa"):
    """Somebody else comes along, and no name is kept of whom: only where there is no data key."""

    child: int
    shift: int


class GuardianRefuses(Button, verb="gno"):
    pass


class SeeConsent(Button, verb="gsc"):
    """What was agreed to, with the way to take it back; ``child`` 0: for whom."""

    child: int


class AgreeAgain(Button, verb="gag"):
    """After taking it back."""

    child: int


class TakeBack(Button, verb="gtb"):
    """``sure``: 0 asks, 1 takes the consent back."""

    child: int
    sure: int
