"""One clock for everything that is kept. Pacing and time-outs use the loop's time, which nobody can wind."""

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    def now(self) -> int:
        """Whole seconds since 1970 UTC."""


class SystemClock:
    def now(self) -> int:
        return int(time.time())


class SetClock:
    """Shows what it was set to; ``running``: goes on from there. For the demo and for tests."""

    def __init__(self, at: int, *, running: bool = False) -> None:
        self.running = running
        self.set(at)

    def set(self, at: int) -> None:
        self.at = at
        self.since = time.monotonic()

    def now(self) -> int:
        return self.at + int(time.monotonic() - self.since) if self.running else self.at


def elapsed() -> float:
    """Seconds of the running loop: for lengths of time, which no wall clock may stretch, and which a test may hurry."""
    return asyncio.get_running_loop().time()
