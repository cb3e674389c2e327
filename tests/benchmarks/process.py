"""Programs of their own: the bare server and the bot under test. CPU and memory are read from /proc."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 120.0


class Server:
    """`python -m bot.simulator.bare`, and its control path."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"

    def ask(self, path: str, order: Any = None) -> Any:
        body = None if order is None else json.dumps(order).encode()
        with urllib.request.urlopen(f"{self.url}/control/{path}", body, timeout=30) as answer:  # noqa: S310
            return json.loads(answer.read())

    def load(self, updates: list[dict[str, Any]], outstanding: int) -> None:
        self.ask("load", {"updates": updates, "outstanding": outstanding})

    def counters(self) -> Any:
        return self.ask("counters")

    def wait_for(self, method: str, calls: int) -> Any:
        """The counters, once the method was called so often."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            counters = self.counters()
            if counters["calls"].get(method, 0) >= calls:
                return counters
            time.sleep(0.02)
        raise TimeoutError(f"{method} was not called {calls} times: {counters['calls']}")


@contextmanager
def serving() -> Iterator[Server]:
    with started("bot.simulator.bare", stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield Server(json.loads(process.stdout.readline())["port"])


@contextmanager
def started(
    module: str,
    *arguments: str,
    stdout: int = subprocess.DEVNULL,
    environment: dict[str, str] | None = None,
    folder: Path | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", module, *arguments]
    process = subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL, env=environment, cwd=folder)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def cpu_seconds(pid: int) -> float:
    """User and system time so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def peak_megabytes(pid: int) -> float:
    return told(pid, "VmHWM")


def megabytes(pid: int) -> float:
    return told(pid, "VmRSS")


def told(pid: int, name: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    return 0.0
