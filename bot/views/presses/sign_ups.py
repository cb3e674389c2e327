"""The revision in a button is the shift's: it grows only when time or place change, and then the press is stale."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class SignMeUp(Button, verb="su"):
    """Also takes an offered place, and a place that is free for whoever presses first."""

    shift: int
    revision: int


@dataclass(frozen=True, slots=True)
class TakePlace(Button, verb="tp"):
    """*I'll come*: the place that was offered or is open."""

    sign_up: int


@dataclass(frozen=True, slots=True)
class DeclineOffer(Button, verb="od"):
    sign_up: int


@dataclass(frozen=True, slots=True)
class CantMakeIt(Button, verb="cm"):
    """Asks once more; nothing is withdrawn yet. Also leaves the waiting list."""

    sign_up: int


@dataclass(frozen=True, slots=True)
class Withdraw(Button, verb="wd"):
    """*Yes, cancel*."""

    sign_up: int


@dataclass(frozen=True, slots=True)
class StillComing(Button, verb="sc"):
    """*I'll be there*, and *No, I'll come*."""

    sign_up: int
    revision: int


@dataclass(frozen=True, slots=True)
class SayReason(Button, verb="wr"):
    """Why it was withdrawn: ill, work or family."""

    sign_up: int
    reason: str


@dataclass(frozen=True, slots=True)
class BeLate(Button, verb="bl"):
    """*I'll be late*, by so many minutes; 0 asks how many."""

    sign_up: int
    revision: int
    minutes: int


@dataclass(frozen=True, slots=True)
class OpenSignUp(Button, verb="os"):
    """Shows one of one's own sign-ups."""

    sign_up: int


@dataclass(frozen=True, slots=True)
class Mine(Button, verb="mi"):
    """Own sign-ups: `past` is 0 or 1."""

    past: int
    page: int


@dataclass(frozen=True, slots=True)
class SignUpOther(Button, verb="so"):
    """Opens the choice of people to sign up."""

    shift: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class SignUpPerson(Button, verb="sp"):
    shift: int
    person: int


@dataclass(frozen=True, slots=True)
class AddNewName(Button, verb="nw"):
    """The name typed last is a new one, although others are called alike."""

    shift: int


@dataclass(frozen=True, slots=True)
class SignUpName(Button, verb="nn"):
    """A new name, typed before and kept in the draft: `adult` is 1 or 0."""

    adult: int
    revision: int


@dataclass(frozen=True, slots=True)
class AskWaiting(Button, verb="qw"):
    """The lead asks those who wait elsewhere."""

    shift: int
