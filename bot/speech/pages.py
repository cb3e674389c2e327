"""Lists longer than a screen: eight rows, and under them the turning keys."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.ground.paging import pages_of, to_read
from bot.speech.buttons import Button
from bot.speech.screens import Key, Rows

PAGE = 8
T = TypeVar("T")


def on_page(items: Sequence[T], page: int) -> Sequence[T]:
    """What stands on this page; a page that is not there is the first."""
    return items[start_of(items, page) : start_of(items, page) + PAGE]


def up_to(page: int) -> int:
    """So many things are needed to show this page, and to know whether another follows, and how many."""
    return page * PAGE + to_read(page, PAGE)


def turns(
    page: int, more: bool, button: Callable[[int], Button], pages: int | None, words: tuple[str, str] = ("‹", "›")
) -> tuple[Key, ...]:
    """‹ and ›, as far as there is something to turn to; between them 1/3, where the number of ``pages`` is known."""
    back = (Key(words[0], button(page - 1)),) if page > 0 else ()
    on = (Key(words[1], button(page + 1)),) if more else ()
    here = (Key(f"{page + 1}/{pages}", button(page)),) if pages and (back or on) else ()
    return (*back, *here, *on)


def in_a_row(*keys: Key) -> Rows:
    """One row; none where there is no key."""
    return (keys,) if keys else ()


def paged(items: Sequence[T], page: int, key: Callable[[T], Key], button: Callable[[int], Button]) -> Rows:
    """A key for each thing on this page, and the turning keys under them."""
    here = start_of(items, page) // PAGE
    more = (here + 1) * PAGE < len(items)
    turn = turns(here, more, button, pages_of(0, PAGE, len(items)))
    return (*((key(one),) for one in on_page(items, page)), *in_a_row(*turn))


def start_of(items: Sequence[T], page: int) -> int:
    return page * PAGE if 0 < page * PAGE < len(items) else 0


def in_rows(keys: Sequence[Key], of: int = 2) -> Rows:
    """So many in a row."""
    return tuple(tuple(keys[at : at + of]) for at in range(0, len(keys), of))
