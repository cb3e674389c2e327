"""Who hears of what happens: in the order of the linter, as the page says; what is no order is refused at the start."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.desk import Desk, Seated
from bot.happened import HAPPENED, Happened, Hearer, happen
from bot.hearing import SUBJECTS, in_order
from bot.store.database import Database
from tests.helpers.town import NOW, build_town
from tests.making.happened import PAGE, drawn

ROOT = Path(__file__).parents[1]


@pytest.fixture
def probe() -> Iterator[Happened[int]]:
    line = Happened[int]("probe", "thing")
    yield line
    del HAPPENED["probe"]


def of(subject: str, heard: list[str]) -> Hearer:
    async def hear(_desk: Desk, _thing: int) -> None:
        heard.append(subject)

    hear.__module__ = f"bot.{subject}.acts"
    return hear


def test_subjects_are_the_layers_of_the_linter_from_the_lowest_up() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["name"] == "rooms are layers")
    folders = {path.name for path in (ROOT / "bot").iterdir() if path.is_dir()}
    machinery = {"app", "backup", "console", "demo", "desk", "ground", "happened"}
    machinery |= {"paper", "speech", "store", "telling", "wire"}
    found = [layer.removeprefix("bot.") for layer in reversed(layers) if " | " not in layer]

    assert tuple(one for one in found if one in folders - machinery) == SUBJECTS


def test_page_says_who_hears_what() -> None:
    assert PAGE.read_text(encoding="utf-8") == drawn(), "make map"


async def test_the_lowest_hears_first(database: Database, probe: Happened[int]) -> None:
    heard: list[str] = []
    probe.order = in_order(probe, [of(subject, heard) for subject in ("own_data", "people", "roll_call", "hours")])
    async with database.write() as tx:
        town = await build_town(tx)
        await happen(Seated(tx, await town.viewer("anna"), NOW), probe(7))

    assert heard == ["people", "hours", "roll_call", "own_data"]


@pytest.mark.parametrize(
    ("subjects", "why"),
    [
        pytest.param([], "nobody hears", id="nobody"),
        pytest.param(["hours", "hours"], "twice", id="one subject twice"),
        pytest.param(["hours", "wire"], "wire hears of .* no subject", id="what is no subject"),
    ],
)
def test_what_is_no_order_is_refused(probe: Happened[int], subjects: list[str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        in_order(probe, [of(subject, []) for subject in subjects])


def test_two_lines_of_one_name_are_refused(probe: Happened[int]) -> None:
    with pytest.raises(ValueError, match=probe.name):
        Happened[int](probe.name)


async def test_what_nobody_has_looked_for_does_not_happen_unheard(database: Database, probe: Happened[int]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(LookupError, match=r"probe\(thing\)"):
            await happen(Seated(tx, await town.viewer("anna"), NOW), probe(7))
