import pytest

from bot.ground.tries import paused_until

MINUTE = 60


@pytest.mark.parametrize(
    ("tries", "now", "expected"),
    [
        pytest.param([], 0, None, id="none"),
        pytest.param([1, 2, 3, 4], 5, None, id="four"),
        pytest.param([1, 2, 3, 4, 5], 6, 3605, id="five"),
        pytest.param([1, 2, 3, 4, 5], 3605, None, id="the hour is over"),
        pytest.param([0, 1, 2, 3, 600], 601, 4200, id="just within ten minutes"),
        pytest.param([0, 1, 2, 3, 601], 602, None, id="just over ten minutes"),
        pytest.param([0, *range(900, 905)], 905, 4504, id="an old one before"),
    ],
)
def test_pause_follows_five_failures_in_ten_minutes(tries: list[int], now: int, expected: int | None) -> None:
    assert paused_until(tries, now) == expected
