"""A group place belongs to a group team and one shift; its places are held whether they bear a name or not."""

from bot.views.buttons import Button


class GroupPlaces(Button, verb="gp"):
    """Opens the group's places in a shift; `team` 0 lets choose where there are several."""

    shift: int
    team: int


class ReservePlaces(Button, verb="gr"):
    shift: int
    team: int
    places: int


class NamePlaces(Button, verb="gn"):
    """Asks for the names, one per line."""

    group_place: int


class KeepNames(Button, verb="gk"):
    """The names typed before, kept in the draft, all of people of 18 or over. `doubles` 1: same names, other people."""

    group_place: int
    revision: int
    doubles: int


class GiveBackPlaces(Button, verb="gb"):
    """`sure` 0 asks once more."""

    group_place: int
    sure: int
