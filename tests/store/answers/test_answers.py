"""Every statement, asked many times in each crowded world, answers as it did.

Who changes one on purpose writes the answers anew (``python -m tests.making.answers``) and looks at which lines change:
these statements now mean something else, and no other.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mutants.kinds import import_all
from tests.store.answers.kept import World, read, stated, worlds

import_all()
WORDS, KEPT = read()


@pytest.fixture(scope="module")
def crowded(migrated_file: Path) -> Iterator[list[World]]:
    with worlds(migrated_file, WORDS) as made:
        yield made


@pytest.mark.parametrize("name", sorted(KEPT))
def test_statement_answers_as_it_did(crowded: list[World], name: str) -> None:
    kept = KEPT[name]

    assert [world.answers(stated()[name], kept.held, kept.times) for world in crowded] == kept.answers


def test_every_statement_is_asked() -> None:
    assert sorted(KEPT) == sorted(stated())
