"""A roll of 150: who is not marked yet stands first, by name, and its pages say which of how many they are."""

import pytest

from bot.speech.words import LANGUAGES, Words
from handlers.roll_call.card import PAGE, in_order, last_page, name_keys, tap_line
from tests.helpers.town import ZONE
from tests.roll_call.test_shown import HERE, card

MANY = 150


def test_who_is_not_marked_stands_first() -> None:
    look = card(*(None if number % 3 else HERE for number in range(MANY)))

    ordered = in_order(look)
    unmarked = [line for line in ordered if line.attendance is None]
    assert ordered[: len(unmarked)] == unmarked
    assert [line.person_id for line in unmarked] == sorted(line.person_id for line in unmarked)
    assert {line.person_id for line in ordered} == {line.person_id for line in look.lines}
    assert len(ordered) == MANY


def test_short_roll_stays_in_the_order_of_names() -> None:
    look = card(*(None if number % 3 else HERE for number in range(PAGE)))

    assert in_order(look) == list(look.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_on_one_page(language: str) -> None:
    look, words = card(*(None for _ in range(MANY))), Words(language, ZONE)

    labels = [key.label for page in range(last_page(look) + 1) for row in name_keys(words, look, page) for key in row]
    assert len(labels) == len(set(labels)) == MANY
    assert tap_line(words, look) == words.say(
        "Tap a name to say more, or type part of it. Who is not marked yet stands first."
    )
