"""What coordinators and leads are sent of a month or a week."""

from datetime import date

from bot.ground.frozen import Frozen
from bot.ground.months import Period
from bot.reports.file_rules import MonthMinutes
from bot.reports.rules import Summary


class MonthReport(Frozen):
    """Provisional until ``closes_on``; closed, its figures never change again."""

    summary: Summary
    month: str
    closes_on: date
    closed: bool
    months: tuple[MonthMinutes, ...] = ()


class OpenWork(Frozen):
    """What one lead has still open in a month."""

    month: str
    closes_on: date
    roll_calls: int
    records: int


class StillMissing(Frozen):
    """What one lead has still open in the days that somebody asks about."""

    name: str  # of the team or station
    period: Period
    roll_calls: int
    records: int


class OpenSession(Frozen):
    """A session that wants something from its reader: a roll-call, or more people."""

    shift_id: int
    activity_id: int
    title: str
    starts_at: int
    zone: str
    missing: int  # people; 0: the roll-call


class TeamWeek(Frozen):
    """Last week of one team."""

    name: str
    sessions: int
    volunteers: int
    attendances: int
    minutes: int
    rounding: str = "exact"
    weeks: tuple[int, ...] = ()  # counted minutes of the four weeks before and of this one

    @property
    def idle(self) -> bool:
        return not (self.sessions or self.volunteers or self.attendances or self.minutes)


class Digest(Frozen):
    """Of one reader: the teams led or captained, and what waits there. ``verifying`` None: verifies nothing."""

    week: Period
    teams: tuple[TeamWeek, ...]
    roll_calls: tuple[OpenSession, ...]
    short: tuple[OpenSession, ...]
    verifying: int | None

    @property
    def empty(self) -> bool:
        quiet = all(team.idle for team in self.teams)
        return quiet and not (self.roll_calls or self.short or self.verifying)
