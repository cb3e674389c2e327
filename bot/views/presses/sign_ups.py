"""The revision in a button is the shift's: it grows only when time or place change, and then the press is stale."""

from bot.views.buttons import Button


class SignMeUp(Button, verb="su"):
    """Also takes an offered place, and a place that is free for whoever presses first."""

    shift: int
    revision: int


class TakePlace(Button, verb="tp"):
    """*I'll come*: the place that was offered or is open."""

    sign_up: int


class DeclineOffer(Button, verb="od"):
    sign_up: int


class CantMakeIt(Button, verb="cm"):
    """Asks once more; nothing is withdrawn yet. Also leaves the waiting list."""

    sign_up: int


class Withdraw(Button, verb="wd"):
    """*Yes, cancel*."""

    sign_up: int


class StillComing(Button, verb="sc"):
    """*I'll be there*, and *No, I'll come*."""

    sign_up: int
    revision: int


class SayReason(Button, verb="wr"):
    """Why it was withdrawn: ill, work or family."""

    sign_up: int
    reason: str


class BeLate(Button, verb="bl"):
    """*I'll be late*, by so many minutes; 0 asks how many."""

    sign_up: int
    revision: int
    minutes: int


class OpenSignUp(Button, verb="os"):
    """Shows one of one's own sign-ups."""

    sign_up: int


class Mine(Button, verb="mi"):
    """Own sign-ups: `past` is 0 or 1."""

    past: int
    page: int


class SignUpOther(Button, verb="so"):
    """Opens the choice of people to sign up."""

    shift: int
    page: int = 0


class SignUpPerson(Button, verb="sp"):
    shift: int
    person: int


class AddNewName(Button, verb="nw"):
    """The name typed last is a new one, although others are called alike."""

    shift: int


class SignUpName(Button, verb="nn"):
    """A new name, typed before and kept in the draft: `adult` is 1 or 0."""

    adult: int
    revision: int


class AskWaiting(Button, verb="qw"):
    """The lead asks those who wait elsewhere."""

    shift: int
