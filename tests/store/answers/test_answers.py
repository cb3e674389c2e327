"""Every statement, asked many times in each crowded world, answers as it did.

Who changes one on purpose writes the answers anew (``python -m tests.making.answers``) and looks at which lines change:
these statements now mean something else, and no other. `make test` asks in two worlds, which follow from the name
alone; `make test-all`, and whoever names one with ``::``, in all eight.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from zlib import crc32

import pytest

from tests.helpers.once import wholly
from tests.mutants.kinds import import_all
from tests.store.answers.kept import WORLDS, Worlds, read, stated, worlds

import_all()
WORDS, KEPT = read()


def chosen(name: str) -> Sequence[int]:
    """The same on every machine and in every worker."""
    first = crc32(name.encode()) % len(WORLDS)
    return first, (first + 1) % len(WORLDS)


@pytest.fixture(scope="module")
def crowded(migrated_file: Path) -> Iterator[Worlds]:
    with worlds(migrated_file, WORDS) as made:
        yield made


@pytest.mark.parametrize("name", sorted(KEPT))
def test_statement_answers_as_it_did(crowded: Worlds, name: str, pytestconfig: pytest.Config) -> None:
    kept = KEPT[name]
    asked = range(len(WORLDS)) if wholly(pytestconfig) else chosen(name)

    answers = [crowded.of(number).answers(stated()[name], kept.held, kept.times) for number in asked]

    assert answers == [kept.answers[number] for number in asked]


def test_every_statement_is_asked() -> None:
    assert sorted(KEPT) == sorted(stated())
