"""Updates as they arrive on bad days: once more, late, and in another order than they were made."""

from collections import deque
from typing import Any

from tests.simulation.outside.luck import luck
from tests.simulation.outside.weather import Weather
from tests.simulation.plan import Plan

AGAIN, LATE, MIXED = 0.01, 0.01, 0.3


class PostOffice:
    """What one `getUpdates` is given instead of what waits for it."""

    def __init__(self, plan: Plan, weather: Weather) -> None:
        self.on = "updates" in plan.faults
        self.weather = weather
        self.luck = luck(plan.seed, "updates")
        self.handed: deque[Any] = deque(maxlen=20)
        self.kept_back: list[Any] = []

    def handed_out(self, updates: list[Any]) -> list[Any]:
        """Nothing is lost: what is kept back comes with a later poll, after younger ones."""
        if not self.on or not updates:
            return updates
        again, late, mixed = self.luck.random(), self.luck.random(), self.luck.random()
        if self.weather.over:
            late = mixed = again = 1.0
        given = [*self.kept_back, *updates]
        self.kept_back = []
        if late < LATE and len(updates) > 1:
            self.weather.count("late update")
            self.kept_back = [given.pop(0)]
        if again < AGAIN and self.handed:
            self.weather.count("update again")
            given.append(self.luck.choice(list(self.handed)))
        if mixed < MIXED and len(given) > 1:
            self.weather.count("updates out of order")
            self.luck.shuffle(given)
        self.handed.extend(updates)
        return given
