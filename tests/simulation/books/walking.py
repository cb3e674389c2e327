"""Time for a play that has real sockets: it walks while a server is asked for something, and jumps while nobody is.

So an answer that takes a millisecond takes one, a time-out of the product's is as long as it is, and a night is over at
once.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from tests.simulation.outside.virtual import NothingWillHappen, Skipping, VirtualLoop

LONGEST_LOOK = 0.05  # seconds for which nobody looks whether somebody ended meanwhile


class Walking(Skipping):
    def __init__(self) -> None:
        super().__init__()
        self.asked = 0  # how many wait for an answer

    def select(self, timeout: float | None = None) -> list[Any]:
        if self.asked:
            began = time.monotonic()
            ready = self.truly(LONGEST_LOOK if timeout is None else min(timeout, LONGEST_LOOK))
            self.at += time.monotonic() - began
            return ready
        ready = self.truly(0)
        if ready or timeout == 0:
            return ready
        if timeout is None:
            raise NothingWillHappen
        self.at += max(0.0, timeout)
        return []


class WalkingLoop(VirtualLoop):
    waits = Walking


@contextmanager
def asked() -> Iterator[None]:
    """Around whatever waits for an answer of the server's."""
    waits = cast(Walking, cast(WalkingLoop, asyncio.get_running_loop()).skipping)
    waits.asked += 1
    try:
        yield
    finally:
        waits.asked -= 1
