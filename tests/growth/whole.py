"""``python -m tests.growth.whole 0.1 [FILE]``: each press, notice and tick, in milliseconds of the processor.

FILE is a world of this size that ``tests.benchmarks.world 0.1 sqlite:///FILE`` has made; else it is made in memory.
"""

import asyncio
import gc
import sys
import tempfile
from pathlib import Path
from statistics import quantiles

from bot.store.migrating import migrate
from tests.growth.measuring import measured, plain
from tests.growth.meter import Meter

GOAL = 50.0
"""Milliseconds of any one press, and of a tick's transaction."""


def main() -> None:
    gc.freeze()
    scale = float(sys.argv[1]) if len(sys.argv) > 1 else 0.1
    made = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.db"
        asyncio.run(migrate(f"sqlite:///{path}"))
        meter, found = asyncio.run(measured(path, scale, made))
    print(f"scale {scale}: {found.steps:,} steps of the walk, {len(meter.took)} kinds")
    for what, ms in sorted(((what, p95(times)) for what, times in meter.took.items()), key=lambda one: -one[1]):
        print(line(meter, what, ms))


def p95(times: list[float]) -> float:
    return 1000 * (max(times) if len(times) < 2 else quantiles(times, n=20, method="inclusive")[-1])


def line(meter: Meter, what: str, ms: float) -> str:
    cost = meter.most[what]
    worst = max(cost, key=lambda name: cost[name], default="")
    mark = "ABOVE" if ms > GOAL else ""
    return f"{what:36} {ms:9.1f} ms {cost.total():>12,} {plain(worst) if worst else '':34} {mark}".rstrip()


if __name__ == "__main__":
    main()
