"""Fifty commands a second from one person are dropped, not queued: everybody else's answers would wait behind them.

Kept in memory and measured in monotonic time. What was written more than a minute ago waited at Telegram while we were
away; however much of it comes at once, it is no flood.
"""

from typing import Literal

from bot.wire.limits import Limits

OLD_SECONDS = 60
TELL_SECONDS = 60.0
REMEMBERED = 20_000
Passage = Literal["pass", "drop", "tell"]


class Flood:
    """A bucket for each lane: ``flood_burst`` at once, ``flood_per_second`` in the long run; 0 lifts it."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.lanes: dict[int, tuple[float, float]] = {}  # lane: what is left, as of when
        self.told: dict[int, float] = {}

    def passage(self, lane: int, age: int, now: float) -> Passage:
        """For one update of a lane, written ``age`` seconds ago; "tell" once a minute. ``now``: of the loop's time."""
        if not self.limits.flood_burst or age > OLD_SECONDS:
            return "pass"
        left, since = self.lanes.get(lane, (float(self.limits.flood_burst), now))
        left = min(self.limits.flood_burst, left + (now - since) * self.limits.flood_per_second)
        self.lanes[lane] = (max(0.0, left - 1), now)
        if len(self.lanes) > REMEMBERED:
            self.lanes.clear()
        if left >= 1:
            return "pass"
        return self.tell(lane, now)

    def tell(self, lane: int, now: float) -> Passage:
        if now - self.told.get(lane, -TELL_SECONDS) < TELL_SECONDS:
            return "drop"
        if len(self.told) > REMEMBERED:
            self.told.clear()
        self.told[lane] = now
        return "tell"
