"""Lists longer than a screen: eight rows, and under them the turning keys."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.speech.buttons import Button
from bot.speech.screens import Key, Rows

PAGE = 8
T = TypeVar("T")


def on_page(items: Sequence[T], page: int) -> Sequence[T]:
    """What stands on this page; a page that is not there is the first."""
    return items[start_of(items, page) : start_of(items, page) + PAGE]


def turns(page: int, more: bool, button: Callable[[int], Button]) -> tuple[Key, ...]:
    """‹ and ›, as far as there is something to turn to."""
    back = (Key("‹", button(page - 1)),) if page > 0 else ()
    return (*back, Key("›", button(page + 1))) if more else back


def in_a_row(*keys: Key) -> Rows:
    """One row; none where there is no key."""
    return (keys,) if keys else ()


def paged(items: Sequence[T], page: int, key: Callable[[T], Key], button: Callable[[int], Button]) -> Rows:
    """A key for each thing on this page, and the turning keys under them."""
    here = start_of(items, page) // PAGE
    more = (here + 1) * PAGE < len(items)
    return (*((key(one),) for one in on_page(items, page)), *in_a_row(*turns(here, more, button)))


def start_of(items: Sequence[T], page: int) -> int:
    return page * PAGE if 0 < page * PAGE < len(items) else 0


def in_rows(keys: Sequence[Key], of: int = 2) -> Rows:
    """So many in a row."""
    return tuple(tuple(keys[at : at + of]) for at in range(0, len(keys), of))
