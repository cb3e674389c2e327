"""The words are td's own; a bot's fallback for "can't parse entities" is only as good as these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.errors import ApiError
from bot.simulator.text.entities import Formatted, parse_html, trimmed, with_detected
from bot.simulator.text.writing import to_html


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param("é<foo>", 'Unsupported start tag "foo" at byte offset 2', id="unknown tag, offset in bytes"),
        pytest.param("a < b", 'Unsupported start tag "" at byte offset 2', id="bare less-than"),
        pytest.param("<b", "Unclosed start tag at byte offset 0", id="tag never ends"),
        pytest.param("<b>x", 'Can\'t find end tag corresponding to start tag "b"', id="no end tag"),
        pytest.param("x</b>", "Unexpected end tag at byte offset 1", id="end without start"),
        pytest.param(
            "<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"', id="crossed tags"
        ),
        pytest.param("<b>x</b", "Unclosed end tag at byte offset 4", id="end tag never ends"),
        pytest.param('<a href="x>y', 'Unclosed start tag "a" at byte offset 0', id="quote never ends"),
        pytest.param(
            "<a href=http://a.b>x</a>", "Unexpected end of name token at byte offset 8", id="unquoted address"
        ),
        pytest.param('<a ="x">', 'Empty attribute name in the tag "a" at byte offset 0', id="nameless attribute"),
        pytest.param(
            '<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0', id="other span"
        ),
        pytest.param("<script>", 'Unsupported start tag "script" at byte offset 0', id="script"),
        pytest.param("<!-- x -->", 'Unsupported start tag "!--" at byte offset 0', id="comment"),
    ],
)
def test_parse_html_refuses_with_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)

    assert (caught.value.status, caught.value.description) == (400, f"Bad Request: can't parse entities: {words}")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("plain", Formatted("plain", []), id="plain"),
        pytest.param(
            "<b>你好</b>",
            Formatted("你好", [{"type": "bold", "offset": 0, "length": 2}]),
            id="one unit a Han character",
        ),
        pytest.param(
            "😀<i>😀</i>", Formatted("😀😀", [{"type": "italic", "offset": 2, "length": 2}]), id="emoji are two units"
        ),
        pytest.param(
            "<B>a<u>b</U></b>",
            Formatted(
                "ab", [{"type": "bold", "offset": 0, "length": 2}, {"type": "underline", "offset": 1, "length": 1}]
            ),
            id="nested, any case",
        ),
        pytest.param("&lt;b&gt; &amp; &quot;", Formatted('<b> & "', []), id="named references"),
        pytest.param("&#65;&#x42 &#0; &copy;", Formatted("AB &#0; &copy;", []), id="numbers, unknown names as typed"),
        pytest.param("<b></b>x", Formatted("x", []), id="empty entity vanishes"),
        pytest.param("<b>x</>", Formatted("x", [{"type": "bold", "offset": 0, "length": 1}]), id="nameless end tag"),
        pytest.param(
            '<a href="https://t.me/x?start=1&amp;b">go</a>',
            Formatted("go", [{"type": "text_link", "url": "https://t.me/x?start=1&b", "offset": 0, "length": 2}]),
            id="link",
        ),
        pytest.param('<a href="nowhere">go</a>', Formatted("go", []), id="link to nowhere is plain"),
        pytest.param(
            '<tg-time unix="1796432400" format="wDt">5 Dec</tg-time>',
            Formatted(
                "5 Dec",
                [{"type": "date_time", "unix_time": 1796432400, "date_time_format": "wDt", "offset": 0, "length": 5}],
            ),
            id="time",
        ),
        pytest.param(
            "<blockquote expandable>x</blockquote>",
            Formatted("x", [{"type": "expandable_blockquote", "offset": 0, "length": 1}]),
            id="expandable quote",
        ),
        pytest.param(
            '<span class="tg-spoiler">x</span>',
            Formatted("x", [{"type": "spoiler", "offset": 0, "length": 1}]),
            id="spoiler",
        ),
    ],
)
def test_parse_html_reads(source: str, expected: Formatted) -> None:
    assert parse_html(source) == expected


def test_trimmed_moves_entities_with_the_text() -> None:
    formatted = parse_html("  \n<b> a</b> ")

    assert trimmed(formatted) == Formatted("a", [{"type": "bold", "offset": 0, "length": 1}])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("/start c_1", [("bot_command", "/start")], id="command"),
        pytest.param("/mine@liandong_demo_bot", [("bot_command", "/mine@liandong_demo_bot")], id="command with name"),
        pytest.param("a/b 1/2", [], id="no command inside words"),
        pytest.param("see t.me/x?start=1.", [("url", "t.me/x?start=1")], id="bare link without its full stop"),
        pytest.param("https://a.example/x（好）", [("url", "https://a.example/x（好")], id="link"),
        pytest.param("@liandong_demo_bot hi", [("mention", "@liandong_demo_bot")], id="mention"),
        pytest.param("a@b.example", [("email", "a@b.example")], id="address"),
        pytest.param("#义工 #1", [("hashtag", "#义工")], id="hashtag"),
    ],
)
def test_detection_marks_what_telegram_marks(text: str, found: list[tuple[str, str]]) -> None:
    entities = with_detected(Formatted(text)).entities

    assert [(e["type"], text[e["offset"] : e["offset"] + e["length"]]) for e in entities] == found


def test_detection_leaves_code_alone() -> None:
    assert [e["type"] for e in with_detected(parse_html("<code>/start</code> /mine")).entities] == [
        "code",
        "bot_command",
    ]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_escaped_text_comes_back_as_typed(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert parse_html(f"<b>{escaped}</b>").text == text


@given(st.text(alphabet="<>/&;#ab \"'=", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        formatted = parse_html(text)
    except ApiError as error:
        words = error.description
    else:
        words = ""
        assert parse_html(to_html(formatted.text, formatted.entities)) == formatted
    assert words.startswith("Bad Request: can't parse entities: ") or words == ""
