"""Every act, done many times in a busy week, says, changes, holds and tells what it did before.

Who changes one on purpose writes the deeds anew (``python -m tests.making.deeds``) and looks at which lines change:
these acts now do something else, and no other.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deeds.acts import every
from tests.deeds.kept import busy, done, kept, read
from tests.store.answers.drawing import Drawing
from tests.store.answers.kept import read as read_answers

WORDS, _ = read_answers()
KEPT = read()
Week = tuple[sqlite3.Connection, Drawing]


@pytest.fixture(scope="module")
def week(migrated_file: Path) -> Iterator[Week]:
    with busy(migrated_file, WORDS) as connection:
        yield connection, Drawing(connection)


@pytest.mark.parametrize("name", sorted(name for name, one in KEPT.items() if one.draws))
async def test_act_does_as_it_did(week: Week, name: str) -> None:
    draws = KEPT[name].draws

    assert kept(name, draws, await done(*week, every()[name], draws)) == KEPT[name]


def test_every_act_is_done() -> None:
    assert sorted(KEPT) == sorted(every())
