"""The faults put in on purpose: that each can still be put in, and that the quickest of them are found here and now."""

from pathlib import Path

import pytest

from tests.simulation.controls import CONTROLS, found_by


@pytest.mark.parametrize("name", CONTROLS)
def test_control_can_be_put_in(name: str) -> None:
    """What it takes away has moved, where this fails; `python -m tests.simulation.controls` plays them all."""
    assert all(callable(getattr(place, what, None)) for place, what, _ in CONTROLS[name])


@pytest.mark.parametrize(
    ("name", "invariant"),
    [
        ("a sentence that is not translated", "screens are whole"),
        ("presses without an answer", "presses are answered"),
    ],
)
def test_control_is_found(name: str, invariant: str, migrated_file: Path) -> None:
    outcome = found_by(name, migrated_file, seeds=2, days=3, people=12)

    assert outcome is not None
    assert invariant in {one.invariant for one in outcome.findings}
