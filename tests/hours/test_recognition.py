"""Levels of recognition and what is missing to the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.hours.rules import SCHEMES, Scheme, Standing, standing
from bot.stations.settings import CHOICES


def test_schemes_are_the_choices_of_the_setting() -> None:
    assert tuple(SCHEMES) == CHOICES["recognition"]
    assert [SCHEMES[name].span for name in ("mainland_stars", "hong_kong_hours")] == ["all", "year"]


@pytest.mark.parametrize(
    ("name", "minutes", "expected"),
    [
        pytest.param("mainland_stars", 0, Standing(0, 100, 6000), id="new"),
        pytest.param("mainland_stars", 5999, Standing(0, 100, 1), id="one minute missing"),
        pytest.param("mainland_stars", 6000, Standing(1, 300, 12000), id="one star"),
        pytest.param("mainland_stars", 1500 * 60, Standing(5, None, None), id="five stars"),
        pytest.param("hong_kong_hours", 99 * 60 + 30, Standing(1, 100, 30), id="bronze"),
        pytest.param("hong_kong_hours", 200 * 60, Standing(3, None, None), id="gold"),
        pytest.param("none", 10**6, Standing(0, None, None), id="no scheme"),
    ],
)
def test_standing_is_the_level_reached(name: str, minutes: int, expected: Standing) -> None:
    assert standing(SCHEMES[name], minutes) == expected


@given(st.sampled_from(list(SCHEMES.values())), st.integers(0, 10**6))
def test_standing_adds_up_to_the_next_level(scheme: Scheme, minutes: int) -> None:
    now = standing(scheme, minutes)
    if now.next_hours is not None and now.missing_minutes is not None:
        assert minutes + now.missing_minutes == now.next_hours * 60
        assert standing(scheme, now.next_hours * 60).level == now.level + 1
