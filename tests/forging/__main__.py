"""``python -m tests.forging --presses 100000 --seed 1``: prints what was dead, failed, unanswered or an error."""

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.store.migrating import migrate
from tests.forging.pressing import Found, one_round
from tests.helpers.postgres import cluster
from tests.helpers.sharing import copy_template, make_template

A_ROUND = 1_000


@contextmanager
def files() -> Iterator[Callable[[int], str]]:
    """A new SQLite database for each round, in place of the one before."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        asyncio.run(migrate(f"sqlite:///{empty}"))

        def new(turn: int) -> str:
            for left in Path(folder).glob("round*"):
                left.unlink()
            return f"sqlite:///{shutil.copy(empty, Path(folder) / f'round{turn}.db')}"

        yield new


@contextmanager
def server() -> Iterator[Callable[[int], str]]:
    """A database of a PostgreSQL cluster of its own for each round."""
    with cluster() as at:
        asyncio.run(make_template(at))

        def new(turn: int) -> str:
            asyncio.run(copy_template(at, f"round{turn}"))
            return f"{at}/round{turn}"

        yield new


def run(presses: int, seed: int, new: Callable[[int], str]) -> Found:
    """Round after round, each in a town of its own: what administrators press soon leaves little of one."""
    total = Found()
    for turn in range(-(-presses // A_ROUND)):
        chance = random.Random(f"{seed}:{turn}")  # not for secrets: a run must be repeatable
        pressed = min(A_ROUND, presses - turn * A_ROUND)
        total.add(asyncio.run(one_round(new(turn), chance, pressed)))
        print(f"{total.presses:>8,} presses: {said(total)}", flush=True)
    return total


def said(found: Found) -> str:
    return f"{found.dead} dead, {found.failed} failed, {found.unanswered} unanswered, {found.errors} errors logged"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.forging", description=__doc__)
    parser.add_argument("--presses", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgres", action="store_true", help="instead of SQLite")
    asked = parser.parse_args()
    began = time.monotonic()
    with server() if asked.postgres else files() as new:
        found = run(asked.presses, asked.seed, new)
    for cause, times in found.causes.most_common(40):
        print(f"{times:>6} × {cause}")
    print(f"seed {asked.seed}: {found.presses:,} presses in {time.monotonic() - began:.0f} s: {said(found)}")
    return 0 if found.clean else 1


if __name__ == "__main__":
    sys.exit(main())
