"""The turning keys: a page says which it is where the number of pages is known, and every line stands once."""

import pytest

from bot.reports.rules import Scope
from bot.speech.pages import turns
from bot.speech.words import Words
from handlers.links.reports import ChooseScope
from handlers.reports.summary import choose_scope

SCOPES = [Scope(f"Team {n}", "Asia/Shanghai", "/1/", 1, n) for n in range(1, 21)]


@pytest.mark.parametrize(
    ("page", "more", "pages", "labels"),
    [
        (0, True, 3, ["1/3", "›"]),
        (1, True, 3, ["‹", "2/3", "›"]),
        (2, False, 3, ["‹", "3/3"]),
        (1, True, None, ["‹", "›"]),
        (0, False, 1, []),
    ],
)
def test_page_says_which_it_is_where_that_is_known(page: int, more: bool, pages: int | None, labels: list[str]) -> None:
    keys = turns(page, more, lambda to: ChooseScope(to, None, None, None), pages)

    assert [key.label for key in keys] == labels


def test_every_scope_stands_once() -> None:
    words = Words("en", "Asia/Shanghai")
    shown = [choose_scope(words, SCOPES, page).keys for page in range(3)]

    assert [row[0].label for rows in shown for row in rows[:-1]] == [scope.name for scope in SCOPES]
    assert [[key.label for key in rows[-1]] for rows in shown] == [["1/3", "›"], ["‹", "2/3", "›"], ["‹", "3/3"]]
