"""A summary is counted when it is asked for; a tally is the same figures, frozen when the month was closed.

Minutes, attendances and people helped of the teams add up to the whole; volunteers do not, because one person may
serve in two teams.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.ground.frozen import Frozen
from bot.ground.months import Period
from bot.ground.refusals import BadPeriod
from bot.reports.figures import Figures, TeamFigures

NO_TEAM = 0


class Scope(Frozen):
    """Whose hours: a station with all below it, or one team (``team_id`` 0: every team)."""

    name: str
    zone: str
    path: str  # of the station; '/' for a team, whose activities may be anywhere
    station_id: int
    team_id: int = NO_TEAM

    @property
    def key(self) -> str:
        """As buttons and files carry it: 't5' or 's2'."""
        return f"t{self.team_id}" if self.team_id else f"s{self.station_id}"


def whole_of(scopes: Sequence[Scope]) -> Scope | None:
    """The one of these that holds all the others: a station above them, or the only one."""
    if len(scopes) == 1:
        return scopes[0]
    over_all = (one for one in scopes if not one.team_id and all(other.path.startswith(one.path) for other in scopes))
    return next(over_all, None)


class Waiting(Frozen):
    """Of the days of the period, what is not counted yet."""

    records: int
    minutes: int
    roll_calls: int = 0


class LikeDays(Frozen):
    """Of a period that is running: the days before that it is compared with, and their minutes."""

    period: Period
    minutes: int


class Summary(Frozen):
    """``like`` None: the period is over, and compared with all of the one before."""

    scope: Scope
    period: Period
    whole: Figures
    teams: tuple[TeamFigures, ...]  # where they are asked for
    waiting: Waiting
    before: Figures  # the period before: minutes and attendances
    rounding: str = "exact"
    like: LikeDays | None = None
    idle: tuple[str, ...] = ()  # teams in which nothing was done, where teams are asked for


def month_bounds_of(period: Period) -> tuple[str, str] | None:
    """The months of a period of whole months, which counts by the month that records were booked in; else None."""
    if period.first_day.day != 1 or (period.last_day + timedelta(days=1)).day != 1:
        return None
    return f"{period.first_day:%Y-%m}", f"{period.last_day:%Y-%m}"


PERIOD_KINDS = ("day", "week", "month", "quarter", "year", "financial_year", "days")
LONGEST_DAYS = 12 * 366


def pressed_period(kind: str, first: date, last: date) -> Period:
    """The period of a button. Raises BadPeriod for what no button of ours says."""
    period = Period(kind, first, last)
    if kind not in PERIOD_KINDS or not 1 <= period.days <= LONGEST_DAYS:
        raise BadPeriod(text=f"{first} {last}")
    return period


def read_pressed(kind: str, first: str, last: str) -> Period:
    """The same, of days as YYYYMMDD in the facts of a file. Raises BadPeriod."""
    try:
        return pressed_period(kind, date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise BadPeriod(text=f"{first} {last}") from None


class Fault(Frozen):
    """`code` says what kind; `place` where: 'shift:17', 'record:5', 'audit:3', 'activity.station_id'."""

    code: str
    place: str
    found: int = 0
    expected: int = 0
