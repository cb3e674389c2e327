"""Whole numbers, capacities and check-in codes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.reading.numbers import plain, read_capacity, read_code, read_number
from bot.ground.refusals import BadCode, BadNumber, CapacityOutOfRange, OutOfRange, Refusal


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("8", 8),
        ("８", 8),
        (" 12 ", 12),
        ("两", 2),
        ("兩個", 2),
        ("十", 10),
        ("十二", 12),
        ("twelve", 12),
        ("twelve people", 12),
        ("二十", 20),
        ("二十五人", 25),
        ("一百", 100),
        ("一百二十", 120),
        ("一百零五名", 105),
        ("12人", 12),
        ("12 people", 12),
        ("8 places", 8),
        ("٣", 3),
        ("007", 7),
    ],
)
def test_read_capacity(typed: str, expected: int) -> None:
    assert read_capacity(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(
            (typed, BadNumber(field="capacity", text=typed))
            for typed in ("", "-3", "+3", "1.5", "NaN", "1e3", "8-10", "many", "1 2")
        ),
        ("0", CapacityOutOfRange(value=0, lowest=1, highest=9999)),
        ("10000", CapacityOutOfRange(value=10000, lowest=1, highest=9999)),
        ("9" * 1_000_000, BadNumber(field="capacity", text="9" * 63 + "…")),
    ],
    ids=lambda value: ascii(value)[:20] if isinstance(value, str) else "",
)
def test_read_capacity_refuses(typed: str, expected: Refusal) -> None:
    with pytest.raises(Refusal) as caught:
        read_capacity(typed)
    assert caught.value == expected


def test_read_number_refuses_what_is_out_of_range() -> None:
    assert read_number("break", "0", 0, 600) == 0
    with pytest.raises(OutOfRange) as caught:
        read_number("break", "601", 0, 600)
    assert caught.value == OutOfRange(field="break", value=601, lowest=0, highest=600)


@pytest.mark.parametrize("typed", ["123456", "１２３４５６", "123 456", "12-34-56", "一二三四五六", "١٢٣٤٥٦"])
def test_read_code(typed: str) -> None:
    assert read_code(typed) == "123456"


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12345a", "½23456"])
def test_read_code_refuses_and_keeps_the_text(typed: str) -> None:
    with pytest.raises(BadCode) as caught:
        read_code(typed)
    assert caught.value == BadCode(text=typed)


def test_plain_gives_nothing_for_what_is_too_long_to_be_read() -> None:
    assert (plain("1" * 64), plain("1" * 65), plain("🌱" * 4096)) == ("1" * 64, "", "")


@given(st.integers(1, 9999))
def test_chinese_numerals_are_read_as_written(number: int) -> None:
    digits = dict(enumerate("零一二三四五六七八九"))
    written, zero = "", False
    for unit, power in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // power % 10
        if digit:
            written += ("零" if zero and written else "") + digits[digit] + unit
        zero = not digit
    assert plain(written) == str(number)
