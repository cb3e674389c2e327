"""Lists longer than a screen: eight rows, and under them the turning keys."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.speech.buttons import Button
from bot.speech.screens import Key

PAGE = 8
T = TypeVar("T")


def on_page(items: Sequence[T], page: int) -> Sequence[T]:
    """What stands on this page; a page that is not there is the first."""
    return items[start_of(items, page) : start_of(items, page) + PAGE]


def turning(items: Sequence[T], page: int, button: Callable[[int], Button]) -> tuple[tuple[Key, ...], ...]:
    """A row with ‹ and ›, as far as there is something to turn to; no row where there is not."""
    here = start_of(items, page) // PAGE
    keys = [Key("‹", button(here - 1))] if here > 0 else []
    if (here + 1) * PAGE < len(items):
        keys.append(Key("›", button(here + 1)))
    return (tuple(keys),) if keys else ()


def start_of(items: Sequence[T], page: int) -> int:
    return page * PAGE if 0 < page * PAGE < len(items) else 0
