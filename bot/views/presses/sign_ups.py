"""The revision in a button is the shift's: it grows only when time or place change, and then the press is stale."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class SignMeUp(Button, verb="su"):
    shift: int
    revision: int


@dataclass(frozen=True, slots=True)
class SignUpOther(Button, verb="so"):
    """Opens the choice of people to sign up."""

    shift: int


@dataclass(frozen=True, slots=True)
class CantMakeIt(Button, verb="cm"):
    """Asks once more; nothing is withdrawn yet. Also leaves the waiting list, and declines an offer."""

    sign_up: int


@dataclass(frozen=True, slots=True)
class Mine(Button, verb="mi"):
    """Own sign-ups: `past` is 0 or 1."""

    past: int
    page: int
