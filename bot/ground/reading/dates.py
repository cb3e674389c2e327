"""A date without a year is the nearest one in the wanted direction: a plan lies ahead, a report behind.

Where that is almost a year away because the day has just passed, the year is asked for. '12/5' is month and day in
Mainland China, Taiwan, Japan, Korea and the United States, and day and month elsewhere: there, where both are possible,
it is asked which is meant.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen
from bot.ground.reading.numbers import plain
from bot.ground.refusals import AmbiguousDate, BadDate
from bot.ground.text import quoted
from bot.ground.times import local_day

Direction = Literal["ahead", "behind"]

_MONTH_FIRST = frozenset(
    f"{area}/{city}"
    for area, cities in {
        "Asia": "Shanghai Urumqi Chongqing Harbin Kashgar Taipei Tokyo Seoul Pyongyang Ulaanbaatar Manila",
        "America": "New_York Detroit Chicago Denver Phoenix Los_Angeles Anchorage Boise Juneau",
        "Pacific": "Honolulu Guam",
    }.items()
    for city in cities.split()
)
"""Where people write the month before the day (Unicode CLDR, by the territory of each zone)."""
_DAYS_FROM_TODAY = {
    **dict.fromkeys(("today", "今天", "今日"), 0),
    **dict.fromkeys(("tomorrow", "tmr", "明天", "明日", "听日"), 1),
    **dict.fromkeys(("day after tomorrow", "the day after tomorrow", "后天", "后日"), 2),
    **dict.fromkeys(("大后天", "大后日"), 3),
    **dict.fromkeys(("yesterday", "昨天", "昨日", "寻日"), -1),
    **dict.fromkeys(("day before yesterday", "the day before yesterday", "前天", "前日"), -2),
    "大前天": -3,
}
_EVENING, _MORNING = "晚上", "早上"
_PARTS_OF_DAYS = {
    **dict.fromkeys(("今晚", "今晚上", "tonight", "this evening"), (0, _EVENING)),
    **dict.fromkeys(("明晚", "明晚上", "听晚", "tomorrow evening", "tomorrow night"), (1, _EVENING)),
    **dict.fromkeys(("后晚",), (2, _EVENING)),
    **dict.fromkeys(("昨晚", "昨晚上", "寻晚", "琴晚", "last night", "yesterday evening"), (-1, _EVENING)),
    **dict.fromkeys(("前晚",), (-2, _EVENING)),
    **dict.fromkeys(("今早", "今朝", "this morning"), (0, _MORNING)),
    **dict.fromkeys(("明早", "听朝", "听早", "tomorrow morning"), (1, _MORNING)),
    **dict.fromkeys(("昨早", "yesterday morning"), (-1, _MORNING)),
    **dict.fromkeys(("this afternoon",), (0, "下午")),
    **dict.fromkeys(("tomorrow afternoon",), (1, "下午")),
    **dict.fromkeys(("yesterday afternoon",), (-1, "下午")),
    **{
        word + part: (days, part)
        for word, days in _DAYS_FROM_TODAY.items()
        if not word.isascii()
        for part in ("上午", "下午", _EVENING, _MORNING)
    },
}
"""Days from today, and the part of that day: 今晚七点 is 19:00, not 7:00."""
_DAYS_FROM_TODAY |= {word: days for word, (days, _) in _PARTS_OF_DAYS.items()}
NEAR = timedelta(days=31)
"""'Sat 9-11' is the eleventh of September only where that is close; else it is two hours of a Saturday."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_NAMES = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_CHINESE_WEEKDAY = "(?:周|星期|礼拜)([1-6日天])"
_WEEK_SHIFT = {"": None, "this": 0, "next": 1, "last": -1, "本": 0, "这": 0, "这个": 0, "下": 1, "下个": 1, "下下": 2}
_WEEK_SHIFT |= {"上": -1, "上个": -1, "上上": -2}

_WEEKDAY = re.compile(
    f"(?:(this|next|last) )?({_WEEKDAY_NAMES})\\.?|((?:本|这个?|下个?|下下|上个?|上上)?){_CHINESE_WEEKDAY}"
)
_EXTRA_WEEKDAY = re.compile(
    f"^(?:{_WEEKDAY_NAMES}|{_CHINESE_WEEKDAY}),? ?(?=.*\\d)|[ (]*{_CHINESE_WEEKDAY}\\)?$|[ (]+(?:{_WEEKDAY_NAMES})\\)?$"
)
_YEARS_FROM_TODAY = {"前年": -2, "去年": -1, "旧年": -1, "舊年": -1, "今年": 0, "明年": 1, "出年": 1}
_MONTHS_FROM_TODAY = {"上": -1, "上个": -1, "本": 0, "这": 0, "这个": 0, "今个": 0, "下": 1, "下个": 1}
_IN_YEAR = re.compile(rf"({'|'.join(_YEARS_FROM_TODAY)}) ?的? ?(\d{{1,2}}) ?月 ?(\d{{1,2}}) ?[日号]?", re.ASCII)
_IN_MONTH = re.compile(rf"({'|'.join(_MONTHS_FROM_TODAY)})月 ?的? ?(\d{{1,2}}) ?[日号]", re.ASCII)
_HOURS = re.compile(r"\d{1,2}-\d{1,2}", re.ASCII)
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?:(?P<y>\d{4}) ?年 ?)?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?[日号]?",
        r"(?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?:[-/](?P<y>\d{4}))?",
        r"(?P<d>\d{1,2})[-/](?P<m>\d{1,2})(?:[-/](?P<y>\d{4}))?",
        r"(?P<d>\d{1,2}) ?[日号]",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<name>{MONTH_NAMES})\.?(?:,? (?P<y>\d{{4}}))?",
        rf"(?P<name>{MONTH_NAMES})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y>\d{{4}}))?",
    )
)


class Calendar(Frozen):
    """Today, and which of two numbers is the day, where dates are read: as at the station."""

    today: date
    day_first: bool = False

    def on(self, other: date) -> "Calendar":
        return Calendar(other, self.day_first)


def calendar_at(zone: ZoneInfo, now: int) -> Calendar:
    return calendar_on(local_day(zone, now), zone)


def calendar_on(today: date, zone: ZoneInfo) -> Calendar:
    return Calendar(today, zone.key not in _MONTH_FIRST)


def read_date(text: str, calendar: Calendar, direction: Direction = "ahead") -> date:
    """The day that is meant, from 2000 to 2099; a weekday beside a date must fit it. Raises BadDate, AmbiguousDate."""
    found = find_date(plain(text), calendar, direction)
    if found is None:
        raise BadDate(text=quoted(text))
    return found


@lru_cache(maxsize=512)
def find_date(typed: str, calendar: Calendar, direction: Direction) -> date | None:
    """Of text that is `plain` already. Raises AmbiguousDate.

    Kept, because whoever looks for a day at the beginning of a text asks for every beginning, again and again.
    """
    today = calendar.today
    return _day_word(typed, today, direction) or _beside_today(typed, today) or _written(typed, calendar, direction)


PARTS = frozenset(part for _, part in _PARTS_OF_DAYS.values())
"""Two characters each."""


def part_of_day(typed: str) -> str:
    """What a plain word like 明晚 says of the time of day, as `times` reads it; '' where it says nothing."""
    return _PARTS_OF_DAYS.get(typed, (0, ""))[1]


def begins_with_part_of_day(text: str) -> bool:
    """明晚9点 and 明天下午4点 name a day."""
    return plain(text).startswith(tuple(_PARTS_OF_DAYS))


def month_number(name: str) -> int:
    """The month of an English name or its first three letters."""
    return _MONTHS.index(name[:3]) + 1


def _day_word(typed: str, today: date, direction: Direction) -> date | None:
    if typed in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[typed])
    match = _WEEKDAY.fullmatch(typed)
    if match is None:
        return None
    shift = _WEEK_SHIFT[match[1] or match[3] or ""]
    day = today + timedelta(days=_weekday(match[2] or match[4]) - today.weekday() + 7 * (shift or 0))
    if shift is None and direction == "ahead" and day < today:
        return day + timedelta(days=7)
    if shift is None and direction == "behind" and day > today:
        return day - timedelta(days=7)
    return day


def _beside_today(typed: str, today: date) -> date | None:
    """In a year or month that is told from today's; it is meant, whichever direction others would lie in."""
    if match := _IN_YEAR.fullmatch(typed):
        return _valid(today.year + _YEARS_FROM_TODAY[match[1]], int(match[2]), int(match[3]))
    if match := _IN_MONTH.fullmatch(typed):
        year, month = divmod(today.year * 12 + today.month - 1 + _MONTHS_FROM_TODAY[match[1]], 12)
        return _valid(year, month + 1, int(match[2]))
    return None


def _weekday(name: str) -> int:
    if name in "日天":
        return 6
    return int(name) - 1 if name.isdigit() else _WEEKDAYS.index(name[:3])


def _written(typed: str, calendar: Calendar, direction: Direction) -> date | None:
    extra = _EXTRA_WEEKDAY.search(typed)
    bare = (typed[: extra.start()] + typed[extra.end() :]).strip() if extra else typed
    matches = [match.groupdict() for form in _FORMS if (match := form.fullmatch(bare))]
    days = [day for parts in matches if (day := _day(parts, calendar.today, direction))]
    if extra:
        days = [day for day in days if day.weekday() == _weekday_in(extra[0])]
        hours = _HOURS.fullmatch(bare) is not None
        return next((day for day in days if not hours or abs(day - calendar.today) <= NEAR), None)
    if calendar.day_first and len(set(days)) > 1:
        raise AmbiguousDate(text=quoted(typed), first=days[-1], second=days[0])
    if days and not matches[0].get("y"):
        _check_not_just_past(typed, days[0], calendar.today)
    return days[0] if days else None


def _check_not_just_past(typed: str, day: date, today: date) -> None:
    """Nobody plans a year ahead for the day before. Raises AmbiguousDate."""
    other = _valid(day.year + (1 if day < today else -1), day.month, day.day)
    if other is not None and abs(other - today) <= NEAR < abs(day - today):
        raise AmbiguousDate(text=quoted(typed), first=other, second=day)


def _weekday_in(extra: str) -> int:
    match = re.search(f"{_CHINESE_WEEKDAY}|({_WEEKDAY_NAMES})", extra)
    return _weekday(match[1] or match[2]) if match else -1


def _day(parts: dict[str, str | None], today: date, direction: Direction) -> date | None:
    number = int(parts["d"] or 0)
    if parts.get("y"):
        return _valid(int(parts["y"] or 0), _month(parts), number)
    candidates = list(_candidates(parts, number, today))
    if direction == "ahead":
        return min((day for day in candidates if day >= today), default=None)
    return max((day for day in candidates if day <= today), default=None)


def _candidates(parts: dict[str, str | None], number: int, today: date) -> Iterator[date]:
    """Every such day near enough: a 29 February may be eight years away, a 31st two months."""
    months = [_month(parts)] if parts.get("m") or parts.get("name") else range(1, 13)
    for year in range(today.year - 8, today.year + 9):
        for month in months:
            if day := _valid(year, month, number):
                yield day


def _month(parts: dict[str, str | None]) -> int:
    name = parts.get("name")
    return month_number(name) if name else int(parts["m"] or 0)


def _valid(year: int, month: int, day: int) -> date | None:
    if not 2000 <= year <= 2099:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
