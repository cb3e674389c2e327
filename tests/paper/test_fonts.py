"""Nothing on a page is ever a box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.paper.fonts import BROUGHT_ALONG, drawn, everywhere, printable


@pytest.mark.parametrize("name", ["王芳", "𠮷田", "龘䶮", "陳大文", "Siân O’Brien", "Łukasz Żółć", "Ünal", "Александр"])
def test_names_are_printed_as_they_are(name: str) -> None:
    assert printable(name) == name


@pytest.mark.parametrize(
    ("text", "shown"), [("王芳🌱", "王芳"), ("👩🏽‍🦰Ann", "Ann"), ("☎️ 12", "☎ 12"), ("𓀀 a", "〓 a"), ("a\nb", "a\nb")]
)
def test_what_the_font_does_not_have_is_no_box(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(max_size=30))
def test_every_letter_that_is_left_is_drawn(text: str) -> None:
    beside = {*"\n\t", *map(chr, range(128)), *map(chr, BROUGHT_ALONG)}

    assert all(ord(letter) in drawn() or letter in beside for letter in printable(text))


def test_every_text_of_the_data_is_looked_at() -> None:
    assert everywhere({"a": ["🌱b", {"c": "🌱"}], "n": 5}) == {"a": ["b", {"c": ""}], "n": 5}
