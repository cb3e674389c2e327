"""The guardian's answer carries the link's code, which alone opens nothing: who presses is checked again."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class AskGuardian(Button, verb="gu"):
    """By the minor: asks the age band where it is not known, then makes the link to forward."""


@dataclass(frozen=True, slots=True)
class GuardianAgrees(Button, verb="gy"):
    """``along``: the guardian comes along with somebody under 14."""

    code: str
    along: int


@dataclass(frozen=True, slots=True)
class CompanionIs(Button, verb="gp"):
    """Somebody else comes along: the name is typed next."""

    code: str


@dataclass(frozen=True, slots=True)
class GuardianRefuses(Button, verb="gn"):
    pass


@dataclass(frozen=True, slots=True)
class TakeBack(Button, verb="gb"):
    """``sure``: 0 asks, 1 takes the consent back."""

    child: int
    sure: int
