"""Buttons of the hours reports. A scope is 't5' (a team) or 's2' (a station with all below it), days are YYYYMMDD."""

from bot.views.buttons import Button


class ChooseScope(Button, verb="smc"):
    """A page of the teams and stations to choose from; with the period, where that is said already, else ''."""

    page: int
    kind: str = ""
    first: str = ""
    last: str = ""


class ChoosePeriod(Button, verb="smp"):
    scope: str


class ShowSummary(Button, verb="sm"):
    """``view``: '' the sums, 'teams', 'more'."""

    scope: str
    kind: str
    first: str
    last: str
    view: str


class SummaryFile(Button, verb="smf"):
    """``file``: 'entries' or 'activities'."""

    scope: str
    kind: str
    first: str
    last: str
    file: str


class SendReminders(Button, verb="smr"):
    """To every lead who still has something open in a month."""

    station: int
    month: str
