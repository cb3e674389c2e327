"""How many places for a group: only what is free is offered, all of it among that."""

import pytest

from bot.ground.frozen import replace
from bot.speech.words import LANGUAGES, Words
from handlers.links.sign_ups import ReservePlaces
from handlers.sign_ups.groups.groups import how_many
from tests.helpers.town import ZONE
from tests.samples.sign_ups import GROUP


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("free", "offered"), [(0, []), (1, [1]), (4, [4]), (5, [5]), (7, [5, 7]), (8, [5, 8]), (12, [5, 8, 10, 12])]
)
def test_only_free_sizes_are_offered_and_all_that_is_free(language: str, free: int, offered: list[int]) -> None:
    shift = replace(GROUP.shift, capacity=40, taken=40 - free)
    words = Words(language, ZONE)
    *sizes, _ = how_many(words, replace(GROUP, shift=shift, place=None)).keys

    assert [key.label for row in sizes for key in row] == [words.number(size) for size in offered]
    assert [key.press for row in sizes for key in row] == [ReservePlaces(shift.id, GROUP.team.id, n) for n in offered]
