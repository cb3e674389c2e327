"""Round after round, each bot once: what slows a round slows all of it, so ratios are taken within a round."""

import statistics
from collections.abc import Iterable, Mapping

from tests.benchmarks.running import Bot, Run, measure

CROWD = 200  # people who press at once


class Measured:
    """``flood``: as much as is taken; ``crowd``: two hundred people at once."""

    def __init__(self, bots: Mapping[str, Bot]) -> None:
        self.bots = bots
        self.flood: dict[str, list[Run]] = {name: [] for name in bots}
        self.crowd: dict[str, list[Run]] = {name: [] for name in bots if name not in "abd"}

    def run(self, datas: list[str], *, rounds: int, count: int) -> None:
        """The order is turned each time."""
        names = list(self.bots)
        for turn in range(rounds):
            at = turn % len(names)
            for name in (*names[at:], *names[:at]):
                self.flood[name].append(measure(self.bots[name], datas, count, 0))
            for name, runs in self.crowd.items():
                runs.append(measure(self.bots[name], datas, count, CROWD))
            print(f"round {turn + 1} of {rounds}", flush=True)

    def rows(self) -> list[tuple[str, ...]]:
        return [
            (
                f"({name}) {bot.title}",
                f"{median(self.flood[name], 'per_second'):,.0f}",
                f"{median(self.flood[name], 'cpu_milliseconds'):.2f}",
                f"{median(self.crowd[name], 'p50'):.0f}" if name in self.crowd else "",
                f"{median(self.crowd[name], 'p99'):.0f}" if name in self.crowd else "",
                f"{median(self.flood[name], 'megabytes'):.0f}",
            )
            for name, bot in self.bots.items()
        ]

    def ratio(self, one: str, other: str) -> float | None:
        """Of updates a second; None where either was not run."""
        if one not in self.flood or other not in self.flood:
            return None
        return between(self.flood[one], self.flood[other], "per_second")

    def slowest(self, one: str, other: str) -> float | None:
        """Of how long the slowest hundredth of the crowd waits."""
        if one not in self.crowd or other not in self.crowd:
            return None
        return between(self.crowd[one], self.crowd[other], "p99")


def median(runs: Iterable[Run], name: str) -> float:
    return float(statistics.median(getattr(run, name) for run in runs))


def between(ones: list[Run], others: list[Run], name: str) -> float:
    """The median of the rounds' own ratios."""
    pairs = zip(ones, others, strict=True)
    return float(statistics.median(getattr(one, name) / getattr(other, name) for one, other in pairs))
