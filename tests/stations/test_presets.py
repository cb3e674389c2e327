"""Station settings: inherited down the tree, the nearest wins; every value can be written and read back."""

import pytest

from bot.ground.frozen import replace
from bot.ground.quiet_hours import QuietHours
from bot.ground.refusals import BadNumber, NoSuchHour, OutOfRange, Refusal, UnknownChoice, UnknownSetting
from bot.stations.settings import (
    CHOICES,
    HONG_KONG,
    KEYS,
    MAINLAND,
    PRESETS,
    RANGES,
    TIMES,
    WORDS,
    parse_setting,
    resolve,
    stored,
)


def test_resolve_without_anything_set_is_the_preset() -> None:
    assert resolve([], MAINLAND) == PRESETS[MAINLAND]
    assert resolve([{}, {}], HONG_KONG) == PRESETS[HONG_KONG]


def test_resolve_takes_the_nearest_value_of_each_setting() -> None:
    chain = [{"grace_minutes": "5", "quiet_starts": "21:00"}, {}, {"grace_minutes": "0", "count_training": "1"}]
    expected = replace(PRESETS[MAINLAND], grace_minutes=0, quiet_starts="21:00", count_training=True)
    assert resolve(chain, MAINLAND) == expected


def test_resolve_ignores_what_is_not_valid_any_more() -> None:
    chain = [{"grace_minutes": "5"}, {"grace_minutes": "600", "gone": "1", "rounding": "up"}]
    assert resolve(chain, MAINLAND) == replace(PRESETS[MAINLAND], grace_minutes=5)


def test_words_are_inherited_past_a_preset() -> None:
    """Who we are is no way of doing things: a station that starts afresh belongs to the same agency."""
    above = [{"agency": "Harbour Light", "grace_minutes": "5", "rounding": "half_hours"}]
    assert resolve([{}], MAINLAND, above) == replace(PRESETS[MAINLAND], agency="Harbour Light")
    assert resolve([{"agency": "West"}], MAINLAND, above).agency == "West"


def test_presets_differ_where_the_rules_say() -> None:
    mainland, hong_kong = PRESETS[MAINLAND], PRESETS[HONG_KONG]
    assert [key for key in KEYS if getattr(mainland, key) != getattr(hong_kong, key)] == [
        "language", "map_service", "financial_year_month", "recognition", "rounding", "weather_outdoor", "weather_all",
        "staff_title",
    ]  # fmt: skip


@pytest.mark.parametrize("preset", list(PRESETS))
@pytest.mark.parametrize("key", KEYS)
def test_every_setting_reads_back_what_it_stores(preset: str, key: str) -> None:
    value = getattr(PRESETS[preset], key)
    read = parse_setting(key, stored(value))
    assert (read, type(read)) == (value, type(value))


def test_every_setting_has_one_way_to_be_read() -> None:
    limited = [*TIMES, *RANGES, *CHOICES, *WORDS]
    assert sorted(limited) == sorted(set(limited))
    assert sorted(set(KEYS) - set(limited)) == ["count_preparation", "count_training"]
    assert set(limited) <= set(KEYS)


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("grace_minutes", "１０", 10),
        ("quiet_starts", "晚上10点", "22:00"),
        ("language", "ZH_HANT", "zh_Hant"),
        ("count_training", "是", True),
        ("digest_weekday", "0", 0),
    ],
)
def test_parse_setting_reads_what_people_type(key: str, typed: str, expected: object) -> None:
    assert parse_setting(key, typed) == expected


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("weather", "1", UnknownSetting(key="weather")),
        ("grace_minutes", "61", OutOfRange(field="grace_minutes", value=61, lowest=0, highest=60)),
        ("grace_minutes", "-1", BadNumber(field="grace_minutes", text="-1")),
        ("quiet_ends", "25:00", NoSuchHour(text="25:00", hour=25)),
        ("rounding", "up", UnknownChoice(field="rounding", value="up", choices=("exact", "half_hours"))),
        ("count_training", "maybe", UnknownChoice(field="count_training", value="maybe", choices=("yes", "no"))),
    ],
)
def test_parse_setting_refuses(key: str, typed: str, expected: Refusal) -> None:
    with pytest.raises(Refusal) as caught:
        parse_setting(key, typed)
    assert caught.value == expected


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [("22:00", "07:00", QuietHours("22:00", "07:00")), ("22:00", "22:00", None)],
    ids=["on", "off"],
)
def test_quiet_hours_are_off_when_both_ends_are_equal(starts: str, ends: str, expected: QuietHours | None) -> None:
    assert replace(PRESETS[MAINLAND], quiet_starts=starts, quiet_ends=ends).quiet == expected
