"""A bare whole number is refused: '2' could be hours and '90' minutes, and hours are never guessed."""

import re
from fractions import Fraction

from bot.ground.reading.numbers import plain, read_number, unspelled
from bot.ground.refusals import BadHours, BadNumber, OutOfRange, TooLong, TooShort
from bot.ground.text import quoted

SHORTEST, LONGEST = 1, 24 * 60
"""Minutes of one record."""

_HOURS = r"(?:个?小时|个?钟头?|hours?|hrs?|h)"
_MINUTES = r"(?:分钟?|minutes?|mins?|m)"
_NUMBER = r"(\d{1,4}(?:\.\d{1,4}|,\d{1,2})?)"
_FORMS: tuple[tuple[re.Pattern[str], tuple[Fraction, Fraction], Fraction], ...] = tuple(
    (re.compile(form, re.ASCII), (Fraction(first), Fraction(second)), Fraction(more))
    for form, first, second, more in (
        (rf"{_NUMBER} ?{_HOURS}", 60, 0, 0),
        (rf"(\d{{1,4}}) ?{_HOURS} ?(?:and )?(\d{{1,3}}) ?{_MINUTES}?", 60, 1, 0),
        (rf"(\d{{1,4}}) ?{_HOURS} ?([13]) ?刻钟?", 60, 15, 0),
        (rf"(\d{{1,4}}) ?个半(?:小时|钟头?)|(\d{{1,4}}) ?{_HOURS}半", 60, 60, 30),
        (r"(\d{1,4}) and a half hours?|(an|1) hour and a half", 60, 60, 30),
        (r"半个?(?:小时|钟头?)|half an hour|half hour", 0, 0, 30),
        (r"an hour", 0, 0, 60),
        (rf"{_NUMBER} ?{_MINUTES}", 1, 0, 0),
        (r"(\d) ?刻钟?", 15, 0, 0),
        (r"(\d{1,3}):([0-5]\d)", 60, 1, 0),
        (r"(\d{1,4}\.\d{1,4}|\d{1,4},\d{1,2})", 60, 0, 0),
    )
)


def read_minutes(text: str) -> int:
    """A duration in whole minutes, exact: '2h', '2 h 30 min', '1.5 小時', '两个半小时', '一個鐘', '2:30', '1.5'.

    Raises BadHours (unreadable, or not whole minutes), TooShort, TooLong.
    """
    minutes = _exact(unspelled(plain(text)))
    if minutes is None or minutes.denominator != 1:
        raise BadHours(text=quoted(text))
    return checked_minutes(int(minutes))


def read_short(field: str, text: str, lowest: int, highest: int) -> int:
    """Minutes where nobody means hours, so that a bare number is minutes: '15', '15分钟', '半小时', '四十五分鐘'.

    Raises BadHours, OutOfRange.
    """
    try:
        return read_number(field, text, lowest, highest)
    except BadNumber:
        minutes = _exact(unspelled(plain(text)))
    if minutes is None or minutes.denominator != 1:
        raise BadHours(text=quoted(text))
    if not lowest <= minutes <= highest:
        raise OutOfRange(field=field, value=int(minutes), lowest=lowest, highest=highest)
    return int(minutes)


def checked_minutes(minutes: int) -> int:
    """The minutes, if one record may have that many. Raises TooShort, TooLong."""
    if minutes < SHORTEST:
        raise TooShort(minutes=minutes, lowest=SHORTEST)
    if minutes > LONGEST:
        raise TooLong(minutes=minutes, highest=LONGEST)
    return minutes


def _exact(typed: str) -> Fraction | None:
    for form, factors, more in _FORMS:
        if match := form.fullmatch(typed):
            numbers = [_number(group) for group in match.groups()] + [Fraction(0), Fraction(0)]
            return numbers[0] * factors[0] + numbers[1] * factors[1] + more
    return None


def _number(group: str | None) -> Fraction:
    if group == "an":
        return Fraction(1)
    return Fraction(group.replace(",", ".")) if group else Fraction(0)
