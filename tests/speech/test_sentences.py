"""Sentences are filled as ``Markup.format`` and ``str.format`` fill them, only without reading them anew."""

from enum import StrEnum

import pytest
from babel.messages.pofile import read_po
from markupsafe import Markup

from bot.speech.catalogues import LOCALES
from bot.speech.sentences import filled, pieces, plainly
from bot.speech.words import LANGUAGES


class Kind(StrEnum):
    OWN = "<own>"


FACTS: list[object] = ["<b>&'\"", Markup("<i>{x}</i>"), 7, -1, None, Kind.OWN, "{who}", ""]


def sentences() -> list[str]:
    found: set[str] = set()
    for language in LANGUAGES:
        with (LOCALES / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
            for message in read_po(file, locale=language):
                for text in (message.id, message.string):
                    found |= set(text) if isinstance(text, tuple | list) else {text}
    return sorted(found - {""})


def test_every_sentence_is_filled_as_python_fills_it() -> None:
    every = sentences()
    assert len(every) > 1000
    for text in every:
        names = sorted({name for _, name in pieces(text) if name is not None})
        for turn in range(len(FACTS)):
            facts = {name: FACTS[(at + turn) % len(FACTS)] for at, name in enumerate(names)}
            assert filled(text, facts) == Markup(text).format(**facts), text  # noqa: S704  # as it was
            assert plainly(text, facts) == text.format(**facts), text


def test_braces_that_are_no_place_stay() -> None:
    assert (filled("{{a}} {a}", {"a": "<"}), plainly("{{a}} {a}", {"a": "<"})) == (Markup("{a} &lt;"), "{a} <")


@pytest.mark.parametrize("text", ["{at:%H}", "{who!r}", "{who.name}", "{who[0]}"])
def test_sentence_asks_for_facts_and_nothing_else(text: str) -> None:
    with pytest.raises(ValueError, match="more than a fact"):
        pieces(text)


def test_missing_fact_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("{who}", {})
    with pytest.raises(KeyError):
        plainly("{who}", {})
