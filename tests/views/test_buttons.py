"""Fault 45: callback data is anybody's text until it reads as what was packed."""

import pytest

from bot.views.buttons import Button


class Pick(Button, verb="test-pick"):
    shift: int
    code: str


@pytest.mark.parametrize(
    "button",
    [
        pytest.param(Pick(0, ""), id="nothing"),
        pytest.param(Pick(-1, "t12"), id="below zero"),
        pytest.param(Pick(10**18 - 1, "x" * 20), id="the largest"),
    ],
)
def test_button_comes_back_as_it_was_packed(button: Pick) -> None:
    assert Pick.unpack(button.pack()) == button


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("test-pick:1", id="too few parts"),
        pytest.param("test-pick:1:a:2", id="too many parts"),
        pytest.param("test-pick::a", id="no number"),
        pytest.param("test-pick:one:a", id="a word"),
        pytest.param("test-pick:1.5:a", id="a fraction"),
        pytest.param("test-pick:1_0:a", id="as Python would read it"),
        pytest.param("test-pick: 1:a", id="with a blank"),
        pytest.param("test-pick:+1:a", id="with a plus"),
        pytest.param("test-pick:٣:a", id="other digits"),
        pytest.param(f"test-pick:{10**18}:a", id="more than a database holds"),
        pytest.param(f"test-pick:-{10**18}:a", id="less than a database holds"),
        pytest.param(f"test-pick:{'9' * 5000}:a", id="huge"),
        pytest.param(f"test-pick:1:t{10**18}", id="huge, inside a word"),
    ],
)
def test_forged_data_is_no_button(data: str) -> None:
    assert Pick.unpack(data) is None
