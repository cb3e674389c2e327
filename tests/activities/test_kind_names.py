import pytest

from bot.activities.kinds import KINDS, read_kind
from bot.speech.words import LANGUAGES, Words
from handlers.talk.kind_words import NAMES, RISKS, kind_name, risk_note


@pytest.mark.parametrize("language", LANGUAGES)
def test_kind_can_be_typed_as_it_is_shown(language: str) -> None:
    words = Words(language, "UTC")

    assert {kind: read_kind(kind_name(words, kind)) for kind in KINDS} == {kind: kind for kind in KINDS}


def test_every_kind_has_a_name_and_a_warning() -> None:
    assert (set(NAMES), set(RISKS)) == (set(KINDS), set(KINDS))


def test_what_the_lead_says_goes_before_the_usual_warning() -> None:
    words = Words("en", "UTC")

    assert risk_note(words, "elderly", "steep stairs") == "steep stairs"
    assert risk_note(words, "elderly", "") == "wet floors; ask staff before helping anyone up"
