"""From the command to the first getUpdates: the bare bot and `python -m bot run` in turn, on a current schema."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.ground.frozen import Frozen
from bot.simulator.server import DEFAULT_TOKEN
from tests.benchmarks.process import megabytes, serving, started

TURNS = 5
REST = 2.0  # seconds after which an idle bot has done what it does once


class Starts(Frozen):
    bare: float  # seconds
    ours: float
    idle: float  # megabytes


def start(module: str, *arguments: str, environment: dict[str, str] | None = None, rest: float = 0) -> Starts:
    """One; ``idle``: what it takes when it has rested."""
    with serving() as server:
        told = {**os.environ, **(environment or {}), "LIANDONG_API_URL": server.url}
        begun = time.monotonic()
        with started(module, *(arguments or (server.url,)), environment=told) as process:
            server.wait_for("getUpdates", 1)
            took = time.monotonic() - begun
            time.sleep(rest)
            return Starts(took, took, megabytes(process.pid))


def starts() -> Starts:
    with tempfile.TemporaryDirectory(prefix="liandong-bench-") as name:
        ours = {"LIANDONG_BOT_TOKEN": DEFAULT_TOKEN, "LIANDONG_DATABASE_URL": f"sqlite:///{Path(name) / 'ready.db'}"}
        subprocess.run([sys.executable, "-m", "bot", "migrate"], env={**os.environ, **ours}, check=True)
        bare, whole = [], []
        for _ in range(TURNS):
            bare.append(start("tests.benchmarks.bots.stock").bare)
            whole.append(start("bot", "run", environment=ours, rest=REST))
    return Starts(
        statistics.median(bare),
        statistics.median(one.ours for one in whole),
        statistics.median(one.idle for one in whole),
    )


if __name__ == "__main__":
    print(starts())
