"""A freed place: given, offered to one, or to all; quiet hours are 22:00 to 07:00, the shift is Sat 5 Dec 2026."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.frozen import replace
from bot.ground.quiet_hours import is_quiet
from bot.ground.times import DAY, HOUR
from bot.sign_ups.rules import Promotion, Way, freed_place
from bot.stations.settings import MAINLAND, PRESETS

SHANGHAI = ZoneInfo("Asia/Shanghai")
SETTINGS = PRESETS[MAINLAND]


def at(text: str) -> int:
    return int(datetime.fromisoformat(f"2026-12-{text}").replace(tzinfo=SHANGHAI).timestamp())


NINE, SIX_PM, HALF_SIX = at("05T09:00"), at("05T18:00"), at("05T06:30")


@pytest.mark.parametrize(
    ("starts_at", "now", "expected"),
    [
        pytest.param(NINE, at("03T09:00"), Promotion(Way.GIVE, at("03T09:00"), None), id="48 h before: given"),
        pytest.param(NINE, at("02T23:00"), Promotion(Way.GIVE, at("03T07:00"), None), id="given at night, told later"),
        pytest.param(
            NINE, at("03T09:01"), Promotion(Way.OFFER_ONE, at("03T09:01"), at("03T13:01")), id="a minute later: offered"
        ),
        pytest.param(
            NINE, at("03T20:00"), Promotion(Way.OFFER_ONE, at("03T20:00"), at("04T09:00")), id="hold without the night"
        ),
        pytest.param(
            NINE, at("03T23:00"), Promotion(Way.OFFER_ONE, at("04T07:00"), at("04T11:00")), id="held from delivery on"
        ),
        pytest.param(
            SIX_PM,
            at("05T12:00"),
            Promotion(Way.OFFER_ONE, at("05T12:00"), at("05T15:00")),
            id="at most until 3 h before",
        ),
        pytest.param(SIX_PM, at("05T12:01"), Promotion(Way.OFFER_ALL, at("05T12:01"), SIX_PM), id="under 6 h: all"),
        pytest.param(
            NINE,
            at("05T02:59"),
            Promotion(Way.OFFER_ALL, at("05T07:00"), NINE),
            id="under 6 h when it can be delivered",
        ),
        pytest.param(
            NINE,
            at("04T21:00"),
            Promotion(Way.OFFER_ONE, at("04T21:00"), at("05T06:00")),
            id="over night to 3 h before",
        ),
        pytest.param(HALF_SIX, at("05T00:00"), Promotion(Way.OFFER_ALL, at("05T07:00"), HALF_SIX), id="no way to tell"),
        pytest.param(NINE, NINE, Promotion(Way.NOTHING, NINE, None), id="started"),
    ],
)
def test_freed_place_by_time_to_start(starts_at: int, now: int, expected: Promotion) -> None:
    assert freed_place(starts_at, now, SHANGHAI, SETTINGS) == expected


def test_freed_place_follows_the_settings() -> None:
    settings = replace(
        SETTINGS,
        give_at_once_hours=24,
        offer_to_all_hours=2,
        offer_hold_hours=1,
        offer_ends_hours=0,
        quiet_ends="22:00",
    )
    ways = [freed_place(NINE, NINE - hours * HOUR, SHANGHAI, settings) for hours in (24, 23, 2, 1)]
    assert ways == [
        Promotion(Way.GIVE, NINE - 24 * HOUR, None),
        Promotion(Way.OFFER_ONE, NINE - 23 * HOUR, NINE - 22 * HOUR),
        Promotion(Way.OFFER_ONE, NINE - 2 * HOUR, NINE - HOUR),
        Promotion(Way.OFFER_ALL, NINE - HOUR, NINE),
    ]


@given(st.integers(NINE, NINE + DAY), st.integers(-HOUR, 4 * DAY))
def test_freed_place_never_offers_in_quiet_hours_or_past_the_start(starts_at: int, before: int) -> None:
    now = starts_at - before
    promotion = freed_place(starts_at, now, SHANGHAI, SETTINGS)
    assert (promotion.way is Way.NOTHING) == (before <= 0)
    assert promotion.way is Way.NOTHING or not is_quiet(promotion.deliver_at, SHANGHAI, SETTINGS.quiet)
    assert promotion.ends_at is None or promotion.ends_at <= starts_at
    if promotion.way is Way.OFFER_ONE and promotion.ends_at is not None:
        assert promotion.deliver_at < promotion.ends_at <= starts_at - 3 * HOUR


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (6, Promotion(Way.OFFER_ALL, at("05T12:00"), SIX_PM)),
        (5, Promotion(Way.OFFER_ONE, at("05T12:00"), at("05T13:00"))),
    ],
    ids=["none", "an hour"],
)
def test_one_is_asked_only_where_some_time_is_left_to_answer(hours: int, expected: Promotion) -> None:
    settings = replace(SETTINGS, offer_ends_hours=hours)

    assert freed_place(SIX_PM, at("05T12:00"), SHANGHAI, settings) == expected
