"""A month is the text 'YYYY-MM' of the station's calendar; periods hold whole local days, both ends included."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen
from bot.ground.refusals import BadPeriod
from bot.ground.text import quoted
from bot.ground.times import Span, day_bounds, local_day


class Period(Frozen):
    """Days from `first_day` to `last_day`, both included.

    `kind` says how to name it: day, week, month, quarter, year, financial_year or days (any other stretch).
    """

    kind: str
    first_day: date
    last_day: date

    def bounds(self, zone: ZoneInfo) -> Span:
        """The instants of the period, half-open."""
        return day_bounds(zone, self.first_day, self.last_day)

    @property
    def days(self) -> int:
        return (self.last_day - self.first_day).days + 1


def month_of(zone: ZoneInfo, instant: int) -> str:
    """The station's month at an instant."""
    return f"{local_day(zone, instant):%Y-%m}"


def month_shifted(month: str, by: int) -> str:
    """The month `by` months later, or earlier."""
    year, index = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + by, 12)
    return f"{year:04}-{index + 1:02}"


def month_bounds(zone: ZoneInfo, month: str) -> Span:
    """The instants of a month, half-open."""
    return month_period(month).bounds(zone)


def month_period(month: str) -> Period:
    return _months("month", month, 1)


def read_month(month: str) -> Period:
    """Of a month that somebody else says. Raises BadPeriod for what is no 'YYYY-MM'."""
    try:
        return month_period(f"{date.fromisoformat(f'{month}-01'):%Y-%m}")
    except ValueError:
        raise BadPeriod(text=quoted(month)) from None


def quarter_period(year: int, quarter: int) -> Period:
    """Quarters 1 to 4 of the calendar year."""
    return _months("quarter", f"{year:04}-{quarter * 3 - 2:02}", 3)


def year_period(year: int) -> Period:
    return _months("year", f"{year:04}-01", 12)


def financial_year_period(year: int, start_month: int) -> Period:
    """The financial year that begins in calendar year `year`: with start month 4, 2026 is April 2026 to March 2027."""
    return _months("financial_year", f"{year:04}-{start_month:02}", 12)


def financial_year_of(day: date, start_month: int) -> Period:
    return financial_year_period(day.year - (day.month < start_month), start_month)


def week_of(day: date) -> Period:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period("week", monday, monday + timedelta(days=6))


def period_before(period: Period) -> Period:
    """The period of the same kind just before, to compare with; other stretches take as many days."""
    if period.kind not in _MONTHS_OF:
        return Period(period.kind, period.first_day - timedelta(days=period.days), period.first_day - timedelta(days=1))
    length = _MONTHS_OF[period.kind]
    return _months(period.kind, month_shifted(f"{period.first_day:%Y-%m}", -length), length)


def before_so_far(period: Period, today: date) -> Period | None:
    """To compare like days with: of the period before, as many of its days as this one has run, its month to the 12th.

    None where the period is over, or has not begun.
    """
    if not period.first_day <= today < period.last_day:
        return None
    before = period_before(period)
    if period.kind not in _MONTHS_OF:
        return Period("days", before.first_day, before.first_day + (today - period.first_day))
    month = month_period(month_shifted(f"{today:%Y-%m}", -_MONTHS_OF[period.kind]))
    return Period("days", before.first_day, min(month.first_day + timedelta(days=today.day - 1), month.last_day))


_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "financial_year": 12}


def _months(kind: str, first: str, length: int) -> Period:
    return Period(kind, _first_day(first), _first_day(month_shifted(first, length)) - timedelta(days=1))


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")
