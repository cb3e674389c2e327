"""At most four buttons a message; many of one kind are a list, and the way back is none of the four."""

from collections import Counter

import pytest

from bot.speech.screens import Screen
from bot.speech.words import LANGUAGES, Words
from tests.speech.test_screens import ALL, Sample

CHOICES = 4
ENTRIES = {"CountHeads"}  # a group stands in the roll like a person, and is often the only one


def choices(screen: Screen, words: Words) -> list[str]:
    """What the message offers besides the entries of a list."""
    apart = {words.label("Back"), words.label("‹ Newer"), words.label("Older ›"), "‹", "›"}
    kinds = [type(key.press).__name__ for row in screen.keys for key in row if key.label not in apart]
    return [kind for kind, times in Counter(kinds).items() if times == 1 and kind not in ENTRIES]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "sample"), ALL, ids=[name for name, _ in ALL])
def test_message_offers_at_most_four_things(name: str, sample: Sample, language: str) -> None:
    words = Words(language, "Asia/Shanghai")

    assert len(choices(sample(words), words)) <= CHOICES
