"""The fast reader and writer say what Python's say, or leave it to them."""

import json
import math
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.ground.json_text import NotOrdinary, quickly_read, slowly_written, written
from bot.wire.reading import DECODER

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(), inside, max_size=4),
    max_leaves=12,
)


def same(one: Any, other: Any) -> bool:
    """Also in kind: 1 is not 1.0, and not True."""
    return repr(one) == repr(other)


@given(VALUES)
@example("\ud800")
@example({"a": math.nan})
@example([math.inf, None])
@example({"\u2028/<>": '\x00\x7f\b\f\n"\\'})
@example(2**64)
def test_what_is_written_is_what_python_writes(value: Any) -> None:
    try:
        expected = slowly_written(value)
    except ValueError:
        with pytest.raises(ValueError, match="JSON compliant"):
            written(value)
        return
    assert same(json.loads(written(value)), json.loads(expected))
    if not has_float(value):  # 1e16 and 1e+16 are the same number
        assert written(value) == expected


def has_float(value: Any) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    return any(map(has_float, value)) if isinstance(value, list) else isinstance(value, float)


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
@example({"a": 10**15, "b": -(10**15), "c": 10**16, "d": 0}, None, True)
@example([-0.0, 1e300, 1e-300, 0.1], None, True)
@example({"text": ": 1234567890123456"}, None, False)
def test_what_is_read_is_what_python_reads(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    with suppress(NotOrdinary):
        assert same(quickly_read(text), DECODER.decode(text))


@given(st.text('{}[]",:0123456789eE.+-\\untruefalsn \n\t\ud800', max_size=30))
@example('{"a": 1, "a": 2}')
@example("-0")
@example("1E400")
@example('"\\ud800"')
@example("[" * 5000)
@example("\ufeff1")
@example('"a\nb"')
def test_any_text_is_read_the_same_or_left_to_python(text: str) -> None:
    with suppress(NotOrdinary):
        assert same(quickly_read(text), DECODER.decode(text))


@pytest.mark.parametrize(
    "text", ["1234567890123456", "[1, -1234567890123456]", '{"a":\n12345678901234567890}', "NaN", ""]
)
def test_what_needs_a_look_is_left_to_python(text: str) -> None:
    with pytest.raises(NotOrdinary):
        quickly_read(text)


def test_update_is_read_quickly() -> None:
    update = {"update_id": 123456789012345, "callback_query": {"id": "12345678901234567", "data": "发:1"}}
    assert quickly_read(json.dumps(update, ensure_ascii=False).encode()) == update
