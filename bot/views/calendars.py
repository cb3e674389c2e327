"""Days as buttons, five weeks at a time. Telegram has no date picker of its own."""

from collections.abc import Callable
from datetime import date

from bot.domain.posting import weeks_ahead
from bot.views.buttons import Button
from bot.views.presses.posting import Inert
from bot.views.screens import Key, Rows
from bot.views.words import Words

WEEKDAYS = {"en": "Mo Tu We Th Fr Sa Su", "zh_Hans": "一 二 三 四 五 六 日", "zh_Hant": "一 二 三 四 五 六 日"}
LAST_PAGE = 9


def calendar_keys(
    words: Words, today: date, page: int, choose: Callable[[date], Button], turn: Callable[[int], Button]
) -> Rows:
    """A row a week, days that have passed left blank, and the way to earlier and later weeks."""
    page = min(max(page, 0), LAST_PAGE)
    days = weeks_ahead(today, page)
    head = tuple(Key(name, Inert()) for name in WEEKDAYS[words.language].split())
    weeks = tuple(
        tuple(day_key(words, day, today, days[0], choose) for day in days[at : at + 7]) for at in range(0, len(days), 7)
    )
    return (head, *weeks, turn_keys(page, turn))


def day_key(words: Words, day: date, today: date, first: date, choose: Callable[[date], Button]) -> Key:
    """The month stands on its first day, and on the first that can be chosen."""
    if day < today:
        return Key("·", Inert())
    named = day.day == 1 or day == max(first, today)
    label = f"{day.month}/{day.day}" if named else str(day.day)
    return Key(label, choose(day))


def turn_keys(page: int, turn: Callable[[int], Button]) -> tuple[Key, ...]:
    later = Key("›", turn(page + 1)) if page < LAST_PAGE else Key("·", Inert())
    return (Key("‹", turn(page - 1)), later) if page > 0 else (later,)
