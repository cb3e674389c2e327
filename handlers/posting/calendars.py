"""Days as buttons, five weeks at a time. Telegram has no date picker of its own."""

from collections.abc import Callable
from datetime import date

from babel.dates import format_skeleton

from bot.posting.rules import weeks_ahead
from bot.speech.buttons import Button
from bot.speech.screens import Key, Rows
from bot.speech.words import Words, locale
from handlers.links.posting import Inert

WEEKDAYS = {"en": "Mo Tu We Th Fr Sa Su", "zh_Hans": "一 二 三 四 五 六 日", "zh_Hant": "一 二 三 四 五 六 日"}
LAST_PAGE = 9


def calendar_keys(
    words: Words, today: date, page: int, choose: Callable[[date], Button], turn: Callable[[int], Button]
) -> Rows:
    """A row a week, days that have passed left blank, and the way to earlier and later weeks.

    A month has a row of its own above the week that it begins in: of seven buttons a phone shows three letters each.
    """
    page = min(max(page, 0), LAST_PAGE)
    days = weeks_ahead(today, page)
    rows = [tuple(Key(name, Inert()) for name in WEEKDAYS[words.language].split())]
    for at in range(0, len(days), 7):
        week = days[at : at + 7]
        if at == 0 or any(day.day == 1 for day in week):
            rows.append((Key(str(format_skeleton("yMMMM", week[-1], locale=locale(words.language))), Inert()),))
        rows.append(tuple((Key("·", Inert()) if day < today else Key(str(day.day), choose(day))) for day in week))
    return (*rows, turn_keys(page, turn))


def turn_keys(page: int, turn: Callable[[int], Button]) -> tuple[Key, ...]:
    later = Key("›", turn(page + 1)) if page < LAST_PAGE else Key("·", Inert())
    return (Key("‹", turn(page - 1)), later) if page > 0 else (later,)
