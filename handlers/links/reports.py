"""Buttons of the hours reports. A scope is 't5' (a team) or 's2' (a station with all below it), days are YYYYMMDD."""

from typing import Literal

from bot.speech.buttons import Link
from bot.speech.parts import Day, Id, Month, Page, PeriodKind, Scope

View = Literal["", "teams", "more"]
"""'' are the sums."""
FileOf = Literal["entries", "activities"]
ChooseScope = Link[Page, PeriodKind | None, Day | None, Day | None]("smc", "page kind first last")
"""A page of the teams and stations to choose from; with the period, where that is said already, else ''."""
ChoosePeriod = Link[Scope]("smp", "scope")
ShowSummary = Link[Scope, PeriodKind, Day, Day, View]("sm", "scope kind first last view")
"""``view``: '' the sums, 'teams', 'more'."""
SummaryFile = Link[Scope, PeriodKind, Day, Day, FileOf]("smf", "scope kind first last file")
"""``file``: 'entries' or 'activities'."""
SendReminders = Link[Id, Month]("smr", "station month")
"""To every lead who still has something open in a month."""
