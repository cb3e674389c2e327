"""Buttons of whoever takes a roll. Every press is checked again: roll-call open, viewer allowed, person listed."""

from typing import Annotated

from bot.roll_call.rules import AttendanceState
from bot.speech.buttons import Button
from bot.speech.parts import Flag, Id, Mark, Minutes, OneOf, Page, People, Revision, Whole

MarkWithMinutes = Annotated[AttendanceState, OneOf((AttendanceState.LATE, AttendanceState.LEFT_EARLY))]
Helped = Annotated[int, Whole(-1, 100_000)]
"""-1: nobody said."""


class OpenRollCall(Button, verb="rc"):
    """*Do roll-call*: the card, and back to it."""

    shift: Id
    page: Page = 0


class ListRollCalls(Button, verb="rcl"):
    """What the viewer may take the roll of."""

    page: Page


class MoreOfRollCall(Button, verb="rcm"):
    """What else can be done with it."""

    shift: Id


class AllHere(Button, verb="rca"):
    """Everybody who is not marked yet."""

    shift: Id


class MarkOne(Button, verb="rcp"):
    """A name was tapped: what shall it be?"""

    shift: Id
    person: Id
    page: Page


class SetMark(Button, verb="rck"):
    """here, no_show or excused; late and left_early without minutes ask how many."""

    shift: Id
    person: Id
    page: Page
    mark: Mark


class SetMinutes(Button, verb="rcn"):
    """late or left_early, by so many minutes."""

    shift: Id
    person: Id
    page: Page
    mark: MarkWithMinutes
    minutes: Minutes


class CountHeads(Button, verb="rch"):
    """A group was tapped: how many without names have come?"""

    shift: Id
    group_place: Id


class SetHeads(Button, verb="rcg"):
    shift: Id
    group_place: Id
    heads: People


class AddWalkIn(Button, verb="rcw"):
    """Who came without a place: a list to choose from, or a name to type."""

    shift: Id
    page: Page = 0


class WalkInPerson(Button, verb="rcy"):
    shift: Id
    person: Id


class WalkInName(Button, verb="rcz"):
    """A new name, typed before and kept in the draft: `adult` is 1 or 0."""

    adult: Flag
    revision: Revision


class AllLeave(Button, verb="rcv"):
    """Everybody who is still there leaves now. `finish` 1 goes on to finishing."""

    shift: Id
    finish: Flag = False


class HandToCaptain(Button, verb="rct"):
    """Chooses the captain."""

    shift: Id


class HandTo(Button, verb="rcu"):
    shift: Id
    captain: Id


class Finish(Button, verb="rcf"):
    """Asks what is still open, one thing after the other."""

    shift: Id


class SettleUnmarked(Button, verb="rcs"):
    """Who is not marked was there (1) or did not come (0); on to finishing."""

    shift: Id
    came: Flag


class CountOvertime(Button, verb="rco"):
    """The lead's word for the time after the planned end: counted (1) or not (0); on to finishing."""

    shift: Id
    count: Flag


class PeopleHelped(Button, verb="rcb"):
    """How many people were helped; -1: nobody said. `extra` is what CountOvertime said."""

    shift: Id
    people: Helped
    extra: Flag


class ConfirmRollCall(Button, verb="rcx"):
    """The lead's one tap on a captain's roll-call; `extra` 1 counts the time after the planned end as well."""

    shift: Id
    extra: Flag = False


class CheckInCode(Button, verb="rcq"):
    """Shows a fresh QR code and six digits."""

    shift: Id
