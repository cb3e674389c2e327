"""'2:30' is the clock's 02:30; spoken 两点半 could be night or afternoon, so it is asked back rather than guessed."""

import re

from bot.domain.frozen import Frozen
from bot.domain.reading_numbers import plain
from bot.domain.refusals import AmbiguousTime, BadSpan, BadTime
from bot.domain.text import quoted

_MORNING = ("am", "上午", "早上", "早晨", "清晨", "朝早", "凌晨", "半夜", "今早", "明早")
_NOON = ("中午", "正午")
_AFTERNOON = ("pm", "下午", "午后", "晏昼", "傍晚", "晚上", "夜晚", "晚", "今晚", "明晚")
_PARTS = "|".join(sorted((*_MORNING[1:], *_NOON, *_AFTERNOON[1:]), key=len, reverse=True))
_CLOCK = re.compile(
    rf"(?P<part>{_PARTS})? ?(?P<hour>\d{{1,2}})(?:"
    r"[:.](?P<minute>\d{2})"
    r"|(?P<spoken> ?(?:点钟?|时))(?:(?P<half>半)|(?P<quarters>[13])刻|(?P<past>\d{1,2})分?|[正整])?"
    r"|(?P<tight>\d{2}))?"
    r" ?(?P<suffix>[ap]\.?m\.?)?",
    re.ASCII,
)
_BETWEEN = re.compile(r" ?(?:-|–|—|−|~|〜|到|至|\bto\b|\buntil\b) ?|(?<=\d) (?=\d)")
_FROM = re.compile(r"(?:from |从|由)")
_WORDS = {"noon": "12:00", "midnight": "00:00", "午夜": "00:00", **dict.fromkeys(_NOON, "12:00")}


class _Clock(Frozen):
    hour: int
    minute: int
    part: str
    """As typed: 'am', 'pm' or a Chinese part of the day; '' if none."""
    loose: bool
    """Spoken, or a bare hour: says nothing about morning or afternoon by itself."""

    def minutes(self, part: str = "") -> int | None:
        """Minutes since midnight with this part of the day; None where that cannot be."""
        hour = _hour(self.hour, self.part or part)
        return None if hour is None or self.minute > 59 else hour * 60 + self.minute


def read_time(text: str) -> str:
    """A time of day as 'HH:MM'. Raises BadTime, AmbiguousTime (a spoken hour from one to six)."""
    typed = plain(text)
    if typed in _WORDS:
        return _WORDS[typed]
    clock = _parsed(typed)
    minutes = clock.minutes() if clock else None
    if clock is None or minutes is None or (typed.isdigit() and len(typed) < 3):
        raise BadTime(text=quoted(text))
    if clock.loose and not clock.part and 1 <= clock.hour <= 6:
        raise AmbiguousTime(text=quoted(text), morning=_shown(minutes), afternoon=_shown(minutes + 12 * 60))
    return _shown(minutes)


def read_span(text: str) -> tuple[str, str]:
    """Start and end as 'HH:MM'; an end that is not later belongs to the next day. Raises BadSpan.

    One part of the day serves both ends (下午2点到4点半, '2-4 pm'); '24:00' is an end.
    """
    halves = _BETWEEN.split(_FROM.sub("", plain(text), count=1))
    clocks = [_parsed(half) for half in halves]
    if len(clocks) != 2 or clocks[0] is None or clocks[1] is None:
        raise BadSpan(text=quoted(text))
    ends = _ends(clocks[0], clocks[1])
    if ends is None or ends[0] == ends[1]:
        raise BadSpan(text=quoted(text))
    return _shown(ends[0]), _shown(ends[1] % (24 * 60))


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
    if match is None or (match["part"] and match["suffix"]):
        return None
    minute = match["minute"] or match["tight"] or match["past"] or int(match["quarters"] or 0) * 15
    part = match["part"] or (match["suffix"] or "").replace(".", "")
    loose = bool(match["spoken"]) or not (match["minute"] or match["tight"])
    return _Clock(int(match["hour"]), 30 if match["half"] else int(minute), part, loose or bool(part))


def _hour(hour: int, part: str) -> int | None:
    if hour > 23 or (part in {"am", "pm"} and not 1 <= hour <= 12):
        return None
    if part == "am" or part in {"凌晨", "半夜"}:
        return hour % 12 if hour <= 12 else None
    if part in _MORNING:
        return hour if hour <= 12 else None
    if part in _NOON:
        return hour + 12 if hour < 4 else hour
    if part in {"晚上", "夜晚", "晚", "今晚", "明晚"} and hour == 12:
        return 0
    return hour + 12 if part in _AFTERNOON and hour < 12 else hour


def _shown(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
