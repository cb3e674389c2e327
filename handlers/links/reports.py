"""Buttons of the hours reports. A scope is 't5' (a team) or 's2' (a station with all below it), days are YYYYMMDD."""

from typing import Literal

from bot.speech.buttons import Button
from bot.speech.parts import Day, Id, Month, Page, PeriodKind, Scope

View = Literal["", "teams", "more"]
"""'' are the sums."""
FileOf = Literal["entries", "activities"]


class ChooseScope(Button, verb="smc"):
    """A page of the teams and stations to choose from; with the period, where that is said already, else ''."""

    page: Page
    kind: PeriodKind | None = None
    first: Day | None = None
    last: Day | None = None


class ChoosePeriod(Button, verb="smp"):
    scope: Scope


class ShowSummary(Button, verb="sm"):
    """``view``: '' the sums, 'teams', 'more'."""

    scope: Scope
    kind: PeriodKind
    first: Day
    last: Day
    view: View


class SummaryFile(Button, verb="smf"):
    """``file``: 'entries' or 'activities'."""

    scope: Scope
    kind: PeriodKind
    first: Day
    last: Day
    file: FileOf


class SendReminders(Button, verb="smr"):
    """To every lead who still has something open in a month."""

    station: Id
    month: Month
