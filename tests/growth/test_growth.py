"""No screen, notice or tick takes more where there is ten times as much behind it."""

import asyncio
import gc
from pathlib import Path

import pytest

from tests.growth.growing import BOUNDED, GROWING, OWN, REASONS
from tests.growth.measuring import LARGE, SMALL, Growth, growing, grown, measured, plain
from tests.growth.meter import Meter
from tests.walking.looking import ALIKE, UNCOUNTED

AS_GENERATED = (UNCOUNTED, ALIKE)
"""Lists of more than ten pages are not counted, and names repeat."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("worlds")
    return folder / "small.db", folder / "large.db"


@pytest.fixture(scope="module")
def worlds(migrated_file: Path, files: tuple[Path, Path]) -> tuple[Meter, Meter]:
    gc.freeze()  # as the walk does
    try:
        small, walked_small = asyncio.run(measured(migrated_file, SMALL, keep=files[0]))
        large, walked_large = asyncio.run(measured(migrated_file, LARGE, keep=files[1]))
    finally:
        gc.unfreeze()
    faults = {**walked_small.faults, **walked_large.faults}
    assert {fault for fault in faults if not any(one in fault for one in AS_GENERATED)} <= {"Inert: nothing happens"}
    return small, large


def test_no_screen_and_no_tick_grows_with_the_data(worlds: tuple[Meter, Meter]) -> None:
    exceeding = [one for one in grown(*worlds, but=GROWING) if one.exceeds]

    assert [said(one) for one in exceeding] == []


def said(one: Growth) -> str:
    return f"{one.what}: {one.small} steps become {one.large}, most of them in {plain(one.worst)}"


def test_what_is_said_to_grow_does(worlds: tuple[Meter, Meter]) -> None:
    mended = GROWING.keys() - set(map(plain, growing(*worlds)))

    assert mended == set(), "take it off the list"


def test_what_stays_has_a_reason() -> None:
    assert len(REASONS) <= 5
    assert OWN | BOUNDED.keys() | REASONS.keys() <= GROWING.keys()


def test_pages_are_counted_up_to_ten(worlds: tuple[Meter, Meter]) -> None:
    _, large = worlds
    found = [(what, name, steps) for what, cost in large.most.items() for name, steps in cost.items()]
    assert {plain(name) for _, name, _ in found} >= BOUNDED.keys()
    assert [one for one in found if one[2] > BOUNDED.get(plain(one[1]), one[2])] == []
