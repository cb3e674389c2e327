"""Buttons of whoever takes a roll. Every press is checked again: roll-call open, viewer allowed, person listed."""

from bot.views.buttons import Button


class OpenRollCall(Button, verb="rc"):
    """*Do roll-call*: the card, and back to it."""

    shift: int
    page: int = 0


class ListRollCalls(Button, verb="rcl"):
    """What the viewer may take the roll of."""

    page: int


class MoreOfRollCall(Button, verb="rcm"):
    """What else can be done with it."""

    shift: int


class AllHere(Button, verb="rca"):
    """Everybody who is not marked yet."""

    shift: int


class MarkOne(Button, verb="rcp"):
    """A name was tapped: what shall it be?"""

    shift: int
    person: int
    page: int


class SetMark(Button, verb="rck"):
    """here, no_show or excused; late and left_early without minutes ask how many."""

    shift: int
    person: int
    page: int
    mark: str


class SetMinutes(Button, verb="rcn"):
    """late or left_early, by so many minutes."""

    shift: int
    person: int
    page: int
    mark: str
    minutes: int


class CountHeads(Button, verb="rch"):
    """A group was tapped: how many without names have come?"""

    shift: int
    group_place: int


class SetHeads(Button, verb="rcg"):
    shift: int
    group_place: int
    heads: int


class AddWalkIn(Button, verb="rcw"):
    """Who came without a place: a list to choose from, or a name to type."""

    shift: int
    page: int = 0


class WalkInPerson(Button, verb="rcy"):
    shift: int
    person: int


class WalkInName(Button, verb="rcz"):
    """A new name, typed before and kept in the draft: `adult` is 1 or 0."""

    adult: int
    revision: int


class AllLeave(Button, verb="rcv"):
    """Everybody who is still there leaves now. `finish` 1 goes on to finishing."""

    shift: int
    finish: int = 0


class HandToCaptain(Button, verb="rct"):
    """Chooses the captain."""

    shift: int


class HandTo(Button, verb="rcu"):
    shift: int
    captain: int


class Finish(Button, verb="rcf"):
    """Asks what is still open, one thing after the other."""

    shift: int


class SettleUnmarked(Button, verb="rcs"):
    """Who is not marked was there (1) or did not come (0); on to finishing."""

    shift: int
    came: int


class CountOvertime(Button, verb="rco"):
    """The lead's word for the time after the planned end: counted (1) or not (0); on to finishing."""

    shift: int
    count: int


class PeopleHelped(Button, verb="rcb"):
    """How many people were helped; -1: nobody said. `extra` is what CountOvertime said."""

    shift: int
    people: int
    extra: int


class ConfirmRollCall(Button, verb="rcx"):
    """The lead's one tap on a captain's roll-call; `extra` 1 counts the time after the planned end as well."""

    shift: int
    extra: int = 0


class CheckInCode(Button, verb="rcq"):
    """Shows a fresh QR code and six digits."""

    shift: int
