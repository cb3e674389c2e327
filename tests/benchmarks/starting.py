"""From the command to the first getUpdates: the bare bot and `python -m bot run` in turn, on a current schema."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.simulator.server import DEFAULT_TOKEN
from tests.benchmarks.process import serving, started

TURNS = 5
GOAL = 1.5  # seconds


def seconds_to_ready(module: str, *arguments: str, environment: dict[str, str] | None = None) -> float:
    with serving() as server:
        told = {**os.environ, **(environment or {}), "LIANDONG_API_URL": server.url}
        begun = time.monotonic()
        with started(module, *(arguments or (server.url,)), environment=told):
            server.wait_for("getUpdates", 1)
            return time.monotonic() - begun


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="liandong-bench-") as name:
        ours = {"LIANDONG_BOT_TOKEN": DEFAULT_TOKEN, "LIANDONG_DATABASE_URL": f"sqlite:///{Path(name) / 'ready.db'}"}
        subprocess.run([sys.executable, "-m", "bot", "migrate"], env={**os.environ, **ours}, check=True)
        took: dict[str, list[float]] = {"a": [], "c": []}
        for _ in range(TURNS):
            took["a"].append(seconds_to_ready("tests.benchmarks.bots.stock"))
            took["c"].append(seconds_to_ready("bot", "run", environment=ours))
    bare, whole = statistics.median(took["a"]), statistics.median(took["c"])
    print(f"start to ready: bare {bare:.2f} s, liandong {whole:.2f} s (x {whole / bare:.2f})   goal {GOAL} s", end=": ")
    print("reached" if whole < GOAL else "MISSED")


if __name__ == "__main__":
    main()
