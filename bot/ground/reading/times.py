"""'2:30' is the clock's 02:30; spoken 两点半 could be night or afternoon, so it is asked back rather than guessed."""

import re

from bot.ground.frozen import Frozen
from bot.ground.reading.numbers import plain
from bot.ground.refusals import AmbiguousTime, BadSpan, BadTime, NoSuchHour
from bot.ground.text import quoted

_MORNING = ("am", "上午", "早上", "早晨", "清晨", "朝早", "上昼", "凌晨", "半夜", "今早", "明早", "morning")
_NOON = ("中午", "正午")
_EVENING = ("傍晚", "晚上", "夜晚", "晚", "今晚", "明晚", "evening", "tonight")
_AFTERNOON = ("pm", "下午", "午后", "晏昼", "下昼", "afternoon", *_EVENING)
_PARTS = "|".join(sorted((*_MORNING[1:], *_NOON, *_AFTERNOON[1:]), key=len, reverse=True))
_CLOCK = re.compile(
    rf"(?:(?P<part>{_PARTS}),? ?)?(?:at )?(?P<hour>\d{{1,2}})(?:"
    r"[:.](?P<minute>\d{2})"
    r"|(?P<spoken> ?(?:点钟?|时))(?:(?P<half>半)|(?P<quarters>[13])刻|(?P<past>\d{1,2})分?|[正整])?"
    r"|(?P<tight>\d{2}))?"
    r" ?(?P<suffix>[ap]\.?m\.?)?(?: \(night\))?",
    re.ASCII,
)
_BETWEEN = re.compile(r" ?(?:-|–|—|−|~|〜|到|至|\bto\b|\btill?\b|\buntil\b) ?|(?<=\d) (?=\d)")
_FROM = re.compile(r"(?:from |从|由)")
_NEXT_DAY = re.compile(r"(?:次日|翌日|隔天|第2天|(?:the )?next day) ?")
_WORDS = {"noon": "12:00", "midnight": "00:00", "午夜": "00:00", **dict.fromkeys(_NOON, "12:00")}


class _Clock(Frozen):
    hour: int
    minute: int
    part: str
    """As typed: 'am', 'pm' or a Chinese part of the day; '' if none."""
    loose: bool
    """Spoken, or a bare hour: says nothing about morning or afternoon by itself."""

    @property
    def unclear(self) -> bool:
        """An hour that is as likely in the night as in the afternoon."""
        return self.loose and not self.part and 1 <= self.hour <= 6

    def minutes(self, part: str = "") -> int | None:
        """Minutes since midnight with this part of the day; None where that cannot be."""
        hour = _hour(self.hour, self.part or part)
        return None if hour is None or self.minute > 59 else hour * 60 + self.minute


def read_time(text: str) -> str:
    """A time of day as 'HH:MM'. Raises BadTime, NoSuchHour, AmbiguousTime (a spoken hour from one to six)."""
    typed = plain(text)
    if typed in _WORDS:
        return _WORDS[typed]
    clock = _parsed(typed)
    _check_hours(text, clock)
    minutes = clock.minutes() if clock else None
    if clock is None or minutes is None or (typed.isdigit() and len(typed) < 3):
        raise BadTime(text=quoted(text))
    if clock.unclear:
        raise AmbiguousTime(text=quoted(text), morning=_shown(minutes), afternoon=_shown(minutes + 12 * 60))
    return _shown(minutes)


def read_span(text: str) -> tuple[str, str]:
    """Start and end as 'HH:MM'; an end that is not later belongs to the next day, and 次日 says that it does.

    One part of the day serves both ends (下午2点到4点半, '2-4 pm'); '24:00' is an end. Raises BadSpan, NoSuchHour, and
    AmbiguousTime with both readings as '02:00-04:00' where the start is a bare or spoken hour from one to six.
    """
    halves = _BETWEEN.split(_FROM.sub("", plain(text), count=1))
    overnight = len(halves) == 2 and _NEXT_DAY.match(halves[1]) is not None
    clocks = [_parsed(_NEXT_DAY.sub("", half, count=1) if place else half) for place, half in enumerate(halves)]
    if len(clocks) != 2 or clocks[0] is None or clocks[1] is None:
        raise BadSpan(text=quoted(text))
    _check_hours(text, *clocks)
    _check_clear(text, clocks[0], clocks[1])
    ends = _ends(clocks[0], clocks[1])
    if ends is None or ends[0] == ends[1] or (overnight and ends[0] < ends[1]):
        raise BadSpan(text=quoted(text))
    return _shown(ends[0]), _shown(ends[1] % (24 * 60))


def next_day_said(text: str) -> str | None:
    """What follows 次日, or None where the text does not begin with it."""
    typed = plain(text)
    match = _NEXT_DAY.match(typed)
    return typed[match.end() :] if match else None


def says_evening(text: str) -> bool:
    return plain(text).startswith(_EVENING)


def _check_hours(text: str, *clocks: _Clock | None) -> None:
    """Raises NoSuchHour, where an hour was told as one: 25点, 9:00-25:00; a bare 45 may be anything."""
    told = plain(text)
    for clock in clocks:
        if clock and clock.hour > 24 and (len(clocks) > 1 or not told.isdigit()):
            raise NoSuchHour(text=quoted(text), hour=clock.hour)


def _check_clear(text: str, start: _Clock, end: _Clock) -> None:
    """Two to four is a night or an afternoon, unless an hour above twelve shows which clock. Raises AmbiguousTime."""
    if start.unclear and not end.part and end.hour <= 12:
        night, afternoon = (_reading(hour * 60 + start.minute, end) for hour in (start.hour, start.hour + 12))
        raise AmbiguousTime(text=quoted(text), morning=night, afternoon=afternoon)


def _reading(begins: int, end: _Clock) -> str:
    """From there to the first time that the end can mean."""
    first = end.hour % 12 * 60 + end.minute
    ends = next(ends for ends in range(first, 3 * 24 * 60, 12 * 60) if ends > begins)
    return f"{_shown(begins)}-{_shown(ends % (24 * 60))}"


def _ends(start: _Clock, end: _Clock) -> tuple[int, int] | None:
    """The first reading with the end after the start on one day; else the shortest one over midnight."""
    starts = [start.minutes(end.part), start.minutes()] if not start.part else [start.minutes()]
    ends = [end.minutes(start.part), end.minutes()] if not end.part else [end.minutes()]
    if not end.part and (end.loose or start.part):
        ends.append(end.minutes("pm"))
    if (end.hour, end.minute, end.part) == (24, 0, ""):
        ends = [24 * 60]
    pairs = [(a, b) for a in starts for b in ends if a is not None and b is not None]
    same_day = (pair for pair in pairs if pair[0] < pair[1])
    return next(same_day, min(pairs, key=lambda pair: (pair[1] - pair[0]) % (24 * 60), default=None))


def _parsed(typed: str) -> _Clock | None:
    match = _CLOCK.fullmatch(typed)
    if match is None or (match["part"] and match["suffix"] and not _agree(match["part"], match["suffix"])):
        return None
    minute = match["minute"] or match["tight"] or match["past"] or int(match["quarters"] or 0) * 15
    part = match["part"] or (match["suffix"] or "").replace(".", "")
    loose = bool(match["spoken"]) or not (match["minute"] or match["tight"])
    return _Clock(int(match["hour"]), 30 if match["half"] else int(minute), part, loose or bool(part))


def _agree(part: str, suffix: str) -> bool:
    """'tonight 7:30 pm' says it twice."""
    return part in (_AFTERNOON if suffix.startswith("p") else _MORNING)


def _hour(hour: int, part: str) -> int | None:
    if hour > 23 or (part in {"am", "pm"} and not 1 <= hour <= 12):
        return None
    if part == "am" or part in {"凌晨", "半夜"}:
        return hour % 12 if hour <= 12 else None
    if part in _MORNING:
        return hour if hour <= 12 else None
    if part in _NOON:
        return hour + 12 if hour < 4 else hour
    if part in _EVENING and (hour < 5 or hour == 12):
        return 0 if hour == 12 else None  # 晚上两点 is the next day's, or no evening
    return hour + 12 if part in _AFTERNOON and hour < 12 else hour


def _shown(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
