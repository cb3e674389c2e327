"""The revision in a button is the shift's: it grows only when time or place change, and then the press is stale."""

from typing import Annotated

from bot.sign_ups.rules import OWN_REASONS, Reason
from bot.speech.buttons import Button
from bot.speech.parts import Flag, Id, IdOrNone, Minutes, OneOf, Page, People, Revision

OwnReason = Annotated[Reason, OneOf(OWN_REASONS)]


class SignMeUp(Button, verb="su"):
    """Also takes an offered place, and a place that is free for whoever presses first."""

    shift: Id
    revision: Revision


class TakePlace(Button, verb="tp"):
    """*I'll come*: the place that was offered or is open."""

    sign_up: Id


class DeclineOffer(Button, verb="od"):
    sign_up: Id


class CantMakeIt(Button, verb="cm"):
    """Asks once more; nothing is withdrawn yet. Also leaves the waiting list."""

    sign_up: Id


class Withdraw(Button, verb="wd"):
    """*Yes, cancel*."""

    sign_up: Id


class StillComing(Button, verb="sc"):
    """*I'll be there*, and *No, I'll come*."""

    sign_up: Id
    revision: Revision


class SayReason(Button, verb="wr"):
    """Why it was withdrawn: ill, work or family."""

    sign_up: Id
    reason: OwnReason


class BeLate(Button, verb="bl"):
    """*I'll be late*, by so many minutes; 0 asks how many."""

    sign_up: Id
    revision: Revision
    minutes: Minutes


class OpenSignUp(Button, verb="os"):
    """Shows one of one's own sign-ups."""

    sign_up: Id


class Mine(Button, verb="mi"):
    """Own sign-ups: `past` is 0 or 1."""

    past: Flag
    page: Page


class SignUpOther(Button, verb="so"):
    """Opens the choice of people to sign up."""

    shift: Id
    page: Page = 0


class SignUpPerson(Button, verb="sp"):
    shift: Id
    person: Id


class AddNewName(Button, verb="nw"):
    """The name typed last is a new one, although others are called alike."""

    shift: Id


class SignUpName(Button, verb="nn"):
    """A new name, typed before and kept in the draft: `adult` is 1 or 0."""

    adult: Flag
    revision: Revision


class AskWaiting(Button, verb="qw"):
    """The lead asks those who wait elsewhere."""

    shift: Id


class GroupPlaces(Button, verb="gp"):
    """Opens the group's places in a shift; `team` 0 lets choose where there are several."""

    shift: Id
    team: IdOrNone


class ReservePlaces(Button, verb="gr"):
    shift: Id
    team: Id
    places: People


class NamePlaces(Button, verb="gn"):
    """Asks for the names, one per line."""

    group_place: Id


class KeepNames(Button, verb="gk"):
    """The names typed before, kept in the draft, all of people of 18 or over. `doubles` 1: same names, other people."""

    group_place: Id
    revision: Revision
    doubles: Flag


class GiveBackPlaces(Button, verb="gb"):
    """`sure` 0 asks once more."""

    group_place: Id
    sure: Flag
