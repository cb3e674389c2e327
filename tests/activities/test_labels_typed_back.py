"""What a draft shows can be typed: every label, and every ready answer, in the language in which they stand there."""

import pytest

from bot.activities.fields import TYPED, Filled
from bot.ground.filling import Leaning, codes_of
from bot.ground.text import folded
from bot.ground.times import zone_named
from bot.speech.words import LANGUAGES, Words
from handlers.activities.fields import SHOWN, field_name
from tests.helpers.town import NOW, ZONE

CODES = codes_of(TYPED)


@pytest.mark.parametrize("code", TYPED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_label_of_a_field_is_one_of_its_keys(code: str, language: str) -> None:
    assert CODES.get(folded(field_name(Words(language, ZONE), code))) == code


@pytest.mark.parametrize("code", [code for code in TYPED if code != "team"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_ready_answer_means_the_same_typed(code: str, language: str) -> None:
    before = Filled(starts_at=NOW)
    leaning = Leaning(NOW - 86_400, zone_named(ZONE))
    for value, label in SHOWN[code].ready(Words(language, ZONE), before).items():
        assert TYPED[code].read(label, before, leaning) == TYPED[code].read(value, before, leaning), label
