"""Fault 24: long messages are split between graphemes, never inside a tag or an entity."""

import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.graphemes import MESSAGE_LIMIT, clusters, cut, split_html

FAMILY, THUMB, FLAG = "👨‍👩‍👧‍👦", "👍🏽", "🇭🇰"
PIECES = st.lists(
    st.sampled_from(["a", "word ", "\n", "&amp;", "&#39;", FAMILY, THUMB, FLAG, "e\u0301", "<b>x", "y</b>", "字"]),
    max_size=60,
)


def _seen(markup: str) -> str:
    return html.unescape(re.sub(r"<[^<>]*>", "", markup))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("ab", ["a", "b"], id="letters"),
        pytest.param(f"{FAMILY}{THUMB}{FLAG}{FLAG}", [FAMILY, THUMB, FLAG, FLAG], id="emoji"),
        pytest.param("e\u0301x", ["e\u0301", "x"], id="mark"),
        pytest.param("1️⃣2", ["1️⃣", "2"], id="keycap"),
        pytest.param("🏴\U000e0067\U000e007f!", ["🏴\U000e0067\U000e007f", "!"], id="flag of tags"),
    ],
)
def test_clusters_are_what_people_see_as_one(text: str, expected: list[str]) -> None:
    assert list(clusters(text)) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        pytest.param("short", 5, "short", id="fits"),
        pytest.param("too long", 5, "too…", id="blank before the ellipsis goes"),
        pytest.param(f"ab{FAMILY}", 6, "ab…", id="no half family"),
        pytest.param(f"{FLAG}{FLAG}x", 4, f"{FLAG}…", id="no half flag"),
    ],
)
def test_cut_keeps_whole_graphemes(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected


@given(st.text(max_size=60), st.integers(1, 30))
def test_cut_never_exceeds_the_limit(text: str, limit: int) -> None:
    assert len(cut(text, limit)) <= limit


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("short", ["short"], id="one"),
        pytest.param("", [], id="nothing"),
        pytest.param("<b>  </b>", [], id="nothing to see"),
        pytest.param("<b>abcdefghijkl</b>", ["<b>abcdefghij</b>", "<b>kl</b>"], id="tag closed and opened again"),
        pytest.param("abcdefghi&amp;&lt;", ["abcdefghi&amp;", "&lt;"], id="entity counts one"),
        pytest.param("first line\nsecond", ["first line", "second"], id="new line at the limit"),
        pytest.param("abcdef ghijkl", ["abcdef", "ghijkl"], id="blank"),
        pytest.param("abcdef\ng hijkl", ["abcdef", "g hijkl"], id="new line before blank"),
        pytest.param("<b>abcdefgh ijkl</b> m", ["<b>abcdefgh</b>", "<b> ijkl</b> m"], id="blank in a tag"),
        pytest.param("ab cdefghijkl", ["ab cdefghi", "jkl"], id="blank too early"),
        pytest.param(
            '<a href="x">abcdefgh<i>ijkl</i></a>',
            ['<a href="x">abcdefgh<i>ij</i></a>', '<a href="x"><i>kl</i></a>'],
            id="nested",
        ),
        pytest.param("1 < 2 & 3 > 2", ["1 < 2 & 3", "> 2"], id="no markup at all"),
    ],
)
def test_split_html_gives_whole_pieces(markup: str, expected: list[str]) -> None:
    assert split_html(markup, 10) == expected


@given(PIECES, st.integers(8, 40))
def test_split_html_loses_nothing_and_breaks_nothing(parts: list[str], limit: int) -> None:
    markup = "".join(parts)
    pieces = split_html(markup, limit)
    assert [piece for piece in pieces if len(_seen(piece)) > limit] == []
    assert [piece for piece in pieces if re.search(r"&(?!(amp|#39);)", piece)] == []
    assert "".join("".join(map(_seen, pieces)).split()) == "".join(_seen(markup).split())
    together = [cluster for piece in pieces for cluster in clusters(_seen(piece)) if not cluster.isspace()]
    assert together == [cluster for part in parts for cluster in clusters(_seen(part)) if not cluster.isspace()]
    assert all(_balanced(piece) for piece in pieces) or not _balanced(markup)


def _balanced(markup: str) -> bool:
    depth = 0
    for slash in re.findall(r"<(/?)b>", markup):
        depth += -1 if slash else 1
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize(
    "markup",
    ["🌱" * 4097, FAMILY * 4096, "x" * 20_000, "&amp;" * 5000, "<b>" * 2000 + "x" * 5000, "a" + "\u0301" * 5000],
    ids=["emoji", "families", "letters", "entities", "tags", "marks"],
)
def test_split_html_of_hostile_text_is_quick_and_within_the_limit(markup: str) -> None:
    started = time.thread_time()
    pieces = split_html(markup)
    assert time.thread_time() - started < 0.5
    assert max(len(_seen(piece)) for piece in pieces) <= MESSAGE_LIMIT or "\u0301" in markup
