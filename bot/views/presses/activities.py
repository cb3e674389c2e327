"""Buttons that look at an activity; whoever shows a shift may put them under it."""

from bot.views.buttons import Button


class ShowShift(Button, verb="a"):
    """The card of a shift."""

    shift: int


class ShowActivity(Button, verb="aa"):
    """The card of an activity: of its only shift, or the choice between several."""

    activity: int


class Details(Button, verb="ad"):
    """Everything said about it."""

    shift: int


class HowToGetThere(Button, verb="av"):
    """The place, on the map where it is known."""

    shift: int


class AddToCalendar(Button, verb="ai"):
    """The .ics file."""

    shift: int


class CopyText(Button, verb="ax"):
    """Plain words and a link, to paste elsewhere."""

    shift: int


class ListActivities(Button, verb="al"):
    """A page of /activities; kind '' is any, week -1 any, 0 this week, 1 next week …"""

    page: int
    kind: str
    week: int


class ChooseKind(Button, verb="ak"):
    """Which kind to look at."""

    week: int


class ChooseWeek(Button, verb="aw"):
    """Which week to look at."""

    kind: str
