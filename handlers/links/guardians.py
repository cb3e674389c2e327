"""The guardian's answer carries the link's code, which alone opens nothing: who presses is checked again."""

from bot.speech.buttons import Button
from bot.speech.parts import Code, Flag, Id, IdOrNone


class AskGuardian(Button, verb="gua"):
    """By the minor: asks the age band where it is not known, then makes the link to forward."""


class GuardianAgrees(Button, verb="gya"):
    """``along``: the guardian comes along with somebody under 14."""

    code: Code
    along: Flag


class CompanionIs(Button, verb="gpn"):
    """Somebody else comes along: the name is typed next."""

    code: Code


class SeeRequest(Button, verb="gsr"):
    """What the link asks, once more."""

    code: Code


class NameCompanion(Button, verb="gnc"):
    """Who comes along, while the consent stands. ``shift``: whose sign-up waits for it, 0 for none."""

    child: Id
    shift: IdOrNone


class ComeAlong(Button, verb="gca"):
    """Whoever presses comes along."""

    child: Id
    shift: IdOrNone


class AnotherAdult(Button, verb="gaa"):
    """Somebody else comes along, and no name is kept of whom: only where there is no data key."""

    child: Id
    shift: IdOrNone


class GuardianRefuses(Button, verb="gno"):
    pass


class SeeConsent(Button, verb="gsc"):
    """What was agreed to, with the way to take it back; ``child`` 0: for whom."""

    child: IdOrNone


class AgreeAgain(Button, verb="gag"):
    """After taking it back."""

    child: Id


class TakeBack(Button, verb="gtb"):
    """``sure``: 0 asks, 1 takes the consent back."""

    child: Id
    sure: Flag
