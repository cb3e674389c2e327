"""``python -m tests.forging --presses 100000 --seed 1``: prints what was dead, failed, unanswered or an error."""

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bot.storage.migrating import migrate
from tests.forging.pressing import Found, one_round

A_ROUND = 1_000


def run(presses: int, seed: int) -> Found:
    """Round after round, each in a town of its own: what administrators press soon leaves little of one."""
    total = Found()
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        asyncio.run(migrate(f"sqlite:///{empty}"))
        for turn in range(-(-presses // A_ROUND)):
            path = Path(folder) / f"{turn}.db"
            shutil.copy(empty, path)
            chance = random.Random(f"{seed}:{turn}")  # not for secrets: a run must be repeatable
            pressed = min(A_ROUND, presses - turn * A_ROUND)
            total.add(asyncio.run(one_round(f"sqlite:///{path}", chance, pressed)))
            for left in Path(folder).glob(f"{turn}.db*"):
                left.unlink()
            print(f"{total.presses:>8,} presses: {said(total)}", flush=True)
    return total


def said(found: Found) -> str:
    return f"{found.dead} dead, {found.failed} failed, {found.unanswered} unanswered, {found.errors} errors logged"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.forging")
    parser.add_argument("--presses", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began = time.monotonic()
    found = run(asked.presses, asked.seed)
    for cause, times in found.causes.most_common(40):
        print(f"{times:>6} × {cause}")
    print(f"seed {asked.seed}: {found.presses:,} presses in {time.monotonic() - began:.0f} s: {said(found)}")
    return 0 if found.clean else 1


if __name__ == "__main__":
    sys.exit(main())
