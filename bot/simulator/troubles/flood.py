"""Telegram's limits on how fast a bot may write, off unless asked for. It publishes no exact ones: these are those of
its FAQ (about 30 a second in all, 1 a second to a chat with short bursts, 20 a minute to a group), taken strictly.

Whoever is refused waits out `retry_after`; asking again before does not help and does not make it longer.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import too_many_requests

_COUNTED = ("send", "edit", "copy", "forward")
_FREE = frozenset({"sendchataction"})


@dataclass(frozen=True, slots=True)
class Rate:
    """So many a second in the long run, and `burst` at once."""

    per_second: float
    burst: int


OVERALL = Rate(30, 30)
CHAT = Rate(1, 3)
GROUP = Rate(20 / 60, 20)


@dataclass(slots=True)
class Bucket:
    """What is left of a burst at an instant, and until when nothing is let through."""

    rate: Rate
    left: float
    at: float
    closed_until: float = 0.0

    def wait(self, now: float) -> int:
        """0 where one more is let through, else the whole seconds to wait."""
        passed = max(0.0, now - self.at)
        self.left = min(self.rate.burst, self.left + passed * self.rate.per_second)
        self.at = now
        if self.left < 1 and self.closed_until <= now:
            self.closed_until = now + math.ceil((1 - self.left) / self.rate.per_second)
        return max(0, math.ceil(self.closed_until - now))


@dataclass(slots=True)
class Flood:
    """Counts what a bot writes. By the simulator's clock: where that stands still, a burst is all there is."""

    clock: Callable[[], float]
    on: bool = False
    refused: int = 0
    _buckets: dict[Any, Bucket] = field(default_factory=dict)

    def limit(self, on: bool) -> None:
        """From now on, with everything full; or no more."""
        self.on = on
        self._buckets.clear()

    def count(self, method: str, chat: int | None) -> None:
        """One more call of this method, in lower case. Raises ApiError 429, and then it does not count."""
        if not self.on or chat is None or method in _FREE or not method.startswith(_COUNTED):
            return
        now = self.clock()
        buckets = [self._bucket("all", OVERALL, now), self._bucket(chat, GROUP if chat < 0 else CHAT, now)]
        seconds = max(bucket.wait(now) for bucket in buckets)
        if seconds:
            self.refused += 1
            raise too_many_requests(seconds)
        for bucket in buckets:
            bucket.left -= 1

    def _bucket(self, key: Any, rate: Rate, now: float) -> Bucket:
        if key not in self._buckets:
            self._buckets[key] = Bucket(rate, rate.burst, now)
        return self._buckets[key]
