"""The two tables that offices ask for. Their minutes add up to the summary's; nothing is rounded."""

from datetime import date

from bot.ground.frozen import Frozen
from bot.ground.months import Period
from bot.hours.shown import Correction
from bot.reports.figures import Figures, TeamFigures
from bot.reports.rules import Scope, Summary


class EntryLine(Frozen):
    """A verified record as it stands. ``person`` '': heads without names, erased people. ``activity``: its title, or
    what was written. Below 0 minutes where a period only has what was put right of an earlier one.
    """

    day: date
    starts_at: int
    ends_at: int
    zone: str
    person: str
    volunteer_number: str
    team: str
    activity: str
    kind: str
    nature: str
    source: str
    heads: int
    minutes: int  # of all heads
    counts: bool  # toward hours
    corrections: tuple[Correction, ...] = ()
    person_id: int | None = None  # None: heads without names


class ActivityLine(Frozen):
    """A session with what was booked for it; ``starts_at`` None: hours that belong to no activity."""

    starts_at: int | None
    zone: str
    title: str
    kind: str
    place: str
    lead: str
    volunteers: int
    attendances: int
    minutes: int
    helped: int


class MonthMinutes(Frozen):
    """Counted minutes of a month (YYYY-MM), and of the same one a year before."""

    month: str
    minutes: int
    before: int


class Exceptions(Frozen):
    """What was not as it should be when a month was closed. ``corrections``: lines that took something back in it."""

    roll_calls: int
    records: int
    minutes: int
    corrections: int

    def as_json(self) -> dict[str, int]:
        return {
            "roll_calls": self.roll_calls, "records": self.records, "minutes": self.minutes,
            "corrections": self.corrections,
        }  # fmt: skip


class ClosedMonth(Frozen):
    """As it was frozen. ``open`` None: closed before that was kept; ``before``: minutes of the month before."""

    scope: Scope
    period: Period
    closed_on: date
    whole: Figures
    teams: tuple[TeamFigures, ...]
    before: int
    months: tuple[MonthMinutes, ...]
    rounding: str
    open: Exceptions | None


class FileFacts(Frozen):
    """What a file is made of, when it leaves: only what it needs is there. ``summary``: with the teams."""

    scope: Scope
    period: Period
    entries: tuple[EntryLine, ...] = ()
    activities: tuple[ActivityLine, ...] = ()
    summary: Summary | None = None
    months: tuple[MonthMinutes, ...] = ()
    file: str = "entries"
    closed: ClosedMonth | None = None


class RecordOfService(Frozen):
    """What a volunteer takes away. ``minutes`` is the sum of the entries that count; rounded once, when it is shown.

    ``others``: minutes that count apart. ``first`` and ``last`` None: from the beginning, until ``on``. ``totals``: its
    entries are not said. ``number`` 0: from before papers had one. ``bot``: whom to ask whether it is genuine.
    """

    name: str
    volunteer_number: str
    station: str
    on: date
    minutes: int
    rounding: str
    entries: tuple[EntryLine, ...]
    others: int = 0
    first: date | None = None
    last: date | None = None
    totals: bool = False
    number: int = 0
    agency: str = ""
    contact: str = ""
    bot: str = ""
    station_id: int = 0
