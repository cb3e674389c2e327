"""The turning keys: a page says which it is where ten pages hold the whole list, and every line stands once."""

from collections.abc import Iterator, Sequence

import pytest

from bot.ground.paging import COUNTED, pages_of, to_read
from bot.reports.rules import Scope
from bot.speech.buttons import KINDS
from bot.speech.pages import PAGE, paged, turns, up_to
from bot.speech.screens import Key
from bot.speech.words import LANGUAGES, Words
from handlers.links.reports import ChooseScope
from handlers.links.teams import ListTeams
from handlers.reports.summary import choose_scope
from tests.speech.test_screens import ALL
from tests.walking.looking import NUMBERED, TURNING, UNNUMBERED

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


@pytest.mark.parametrize("size", [6, 8])
def test_pages_are_counted_up_to_ten_and_no_list_is_read_further(size: int) -> None:
    """Of whatever length the list is, from whichever page one looks."""
    for length in range(14 * size):
        for page in range(-(-length // size)):
            here = length - page * size
            found = min(here, to_read(page, size))
            assert (found > size) is (here > size)
            known = -(-length // size) if length <= COUNTED * size else None
            assert pages_of(page, size, found) == known
    assert max(page * size + to_read(page, size) for page in range(COUNTED)) == COUNTED * size + 1
    assert {to_read(page, size) for page in range(COUNTED, 1000)} == {size + 1}


def test_page_that_is_not_there_any_more_has_no_number() -> None:
    assert pages_of(3, 8, 0) is None


def test_list_of_more_than_ten_pages_is_not_counted() -> None:
    for page, length in ((0, COUNTED * PAGE), (0, COUNTED * PAGE + 1), (COUNTED, 1000)):
        items = range(length)[: up_to(page)]
        last = paged(items, page, lambda n: Key(str(n), ListTeams(n)), ListTeams)[-1]
        assert any(NUMBERED.fullmatch(key.label) for key in last) is (length <= COUNTED * PAGE)


def test_every_scope_stands_once() -> None:
    words = Words("en", "Asia/Shanghai")
    shown = [choose_scope(words, SCOPES, page).keys for page in range(3)]

    assert [row[0].label for rows in shown for row in rows[:-1]] == [scope.name for scope in SCOPES]
    assert [[key.label for key in rows[-1]] for rows in shown] == [["1/3", "›"], ["‹", "2/3", "›"], ["‹", "3/3"]]


def test_choice_of_many_scopes_does_not_end_with_the_page_that_was_read() -> None:
    """Of 40 the first page once said 1/2: no more had been read."""
    many = [Scope(f"Team {n}", "Asia/Shanghai", "/1/", 1, n) for n in range(1, 41)][: up_to(0)]
    assert [key.label for key in choose_scope(Words("en", "Asia/Shanghai"), many, 0).keys[-1]] == ["1/5", "›"]


COMING_BACK = {
    **dict.fromkeys(("CallNumbers", "MarkCall", "MarkOne", "RecordOf", "RecordOfOne", "SetMark"), "back to that page"),
    **dict.fromkeys(("SetMinutes", "ShowRecord", "TickOne", "WhyRecord"), "back to that page"),
    "Calendar": "five weeks",
    "ChooseField": "two pages of fields, each by a name of its own",
}
"""Links that carry a page and do not turn it."""


def turned(language: str) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Of every sample: its name, what turns its pages, and the labels beside."""
    for name, sample in ALL:
        for row in sample(Words(language, "Asia/Shanghai")).keys:
            for key in row:
                if key.label in TURNING and key.press and key.press.link.verb not in UNNUMBERED:
                    yield name, key.press.link.__name__, [each.label for each in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_with_pages_says_which_one_is_shown(language: str) -> None:
    found = list(turned(language))
    lists = {kind.__name__ for kind in KINDS.values() if "page" in kind.names} | {"TurnPeople"}

    assert [one for one in found if not any(NUMBERED.fullmatch(label) for label in one[2])] == []
    assert lists - {kind for _, kind, _ in found} == COMING_BACK.keys()
