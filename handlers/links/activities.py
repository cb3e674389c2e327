"""Buttons that look at an activity; whoever shows a shift may put them under it."""

from typing import Annotated

from bot.sign_ups.looks import WEEKS
from bot.speech.buttons import Button
from bot.speech.parts import Id, Page, ServiceKind, Whole

Week = Annotated[int, Whole(-1, WEEKS - 1)]
"""-1 any, 0 this week, 1 next week …"""


class ShowShift(Button, verb="a"):
    """The card of a shift."""

    shift: Id


class ShowActivity(Button, verb="aa"):
    """The card of an activity: of its only shift, or the choice between several."""

    activity: Id


class Details(Button, verb="ad"):
    """Everything said about it."""

    shift: Id


class HowToGetThere(Button, verb="av"):
    """The place, on the map where it is known."""

    shift: Id


class AddToCalendar(Button, verb="ai"):
    """The .ics file."""

    shift: Id


class CopyText(Button, verb="ax"):
    """Plain words and a link, to paste elsewhere."""

    shift: Id


class ListActivities(Button, verb="al"):
    """A page of /activities; kind '' is any, week -1 any, 0 this week, 1 next week …"""

    page: Page
    kind: ServiceKind
    week: Week


class ChooseKind(Button, verb="ak"):
    """Which kind to look at."""

    week: Week


class ChooseWeek(Button, verb="aw"):
    """Which week to look at."""

    kind: ServiceKind
