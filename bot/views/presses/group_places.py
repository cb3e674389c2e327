"""A group place belongs to a group team and one shift; its places are held whether they bear a name or not."""

from bot.views.buttons import Button
from bot.views.parts import Flag, Id, IdOrNone, People, Revision


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
