"""Buttons of the hours reports. A scope is 't5' (a team) or 's2' (a station with all below it), days are YYYYMMDD."""

from typing import Literal

from bot.speech.buttons import Link
from bot.speech.parts import Day, Flag, Id, Month, Page, PeriodKind, Scope

View = Literal["", "teams", "more", "people", "why"]
"""'' are the sums."""
FileOf = Literal["entries", "activities", "teams", "picture", "report", "workbook", "closed"]
ChooseScope = Link[Page, PeriodKind | None, Day | None, Day | None]("smc", "page kind first last")
"""A page of the teams and stations to choose from; with the period, where that is said already, else ''."""
ChoosePeriod = Link[Scope]("smp", "scope")
ShowSummary = Link[Scope, PeriodKind, Day, Day, View]("sm", "scope kind first last view")
"""``view``: '' the sums, 'teams', 'more', 'people' of a team, 'why'."""
SummaryFile = Link[Scope, PeriodKind, Day, Day, FileOf]("smf", "scope kind first last file")
"""``file``: 'entries', 'activities', 'teams' as lists; 'picture', 'report', 'workbook'; 'closed':
the report of a closed month."""
WhatIsMissing = Link[Scope, PeriodKind, Day, Day, Page]("smm", "scope kind first last page")
"""Roll-calls and records that are not in the figures yet."""
RemindThem = Link[Scope, PeriodKind, Day, Day, Flag]("smw", "scope kind first last sure")
"""Whoever has something open; ``sure`` 0 asks first."""
SendReminders = Link[Id, Month]("smr", "station month")
"""Under a month's report: what is missing, before anybody is reminded."""
WithdrawPaper = Link[Id, Flag]("pwd", "paper sure")
"""A paper that was issued counts no more; ``sure`` 0 asks first."""
SeePaper = Link[Id]("pws", "paper")
"""A paper that was issued, for whoever may withdraw it."""
HowToVerify = Link[()]("pkh")
"""How a paper is verified, and the public keys."""
PrintKey = Link[()]("pkp")
"""The same to be printed, for a notice board."""
