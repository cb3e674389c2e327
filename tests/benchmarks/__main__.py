"""`make bench`: ratios of one interleaved run, for these machines are shared and seconds mean little on them."""

import asyncio
import statistics
import tempfile
from pathlib import Path
from typing import Any

from bot.ground.frozen import Frozen
from tests.benchmarks import starting
from tests.benchmarks.presses import copied, prepare, presses
from tests.benchmarks.process import Server, cpu_seconds, peak_megabytes, serving, started

COUNT, ROUNDS = 3000, 5
REQUIRED = 1.3
BOTS = {
    "a": ("bare python-telegram-bot", "tests.benchmarks.bots.stock"),
    "b": ("the same over aiohttp", "tests.benchmarks.bots.over_aiohttp"),
    "c": ("liandong, complete sign-ups, durable", "tests.benchmarks.bots.liandong"),
}


class Run(Frozen):
    per_second: float
    cpu_milliseconds: float  # of one update
    p50: float  # milliseconds from handing out a press to its answer
    p99: float
    megabytes: float


def measure(module: str, arguments: list[str], datas: list[str], count: int, outstanding: int) -> Run:
    with serving() as server, started(module, server.url, *arguments) as process:
        server.wait_for("getUpdates", 1)
        before = cpu_seconds(process.pid)
        counters = pressed(server, datas, count, outstanding)
        cpu = cpu_seconds(process.pid) - before
        seconds = counters["ended"] - counters["began"]
        waits = sorted(counters["latencies"])
        return Run(
            per_second=count / seconds,
            cpu_milliseconds=cpu / count * 1000,
            p50=waits[len(waits) // 2] * 1000,
            p99=waits[len(waits) * 99 // 100] * 1000,
            megabytes=peak_megabytes(process.pid),
        )


def pressed(server: Server, datas: list[str], count: int, outstanding: int) -> Any:
    server.load(presses(count, datas), outstanding)
    server.wait_for("answerCallbackQuery", count)
    return server.wait_for("editMessageText", count)


def median(runs: list[Run], name: str) -> float:
    return float(statistics.median(getattr(run, name) for run in runs))


def compare(folder: Path, prepared: Path, datas: list[str]) -> dict[str, list[Run]]:
    """Round after round, each bot once, the order turned each time."""
    runs: dict[str, list[Run]] = {name: [] for name in BOTS}
    for turn in range(ROUNDS):
        names = list(BOTS)[turn % 3 :] + list(BOTS)[: turn % 3]
        for name in names:
            arguments = [copied(prepared, folder / f"{turn}.db")] if name == "c" else []
            runs[name].append(measure(BOTS[name][1], arguments, datas, COUNT, 0))
    return runs


def report(runs: dict[str, list[Run]]) -> None:
    for name, (title, _) in BOTS.items():
        rate, cpu = median(runs[name], "per_second"), median(runs[name], "cpu_milliseconds")
        print(f"({name}) {title:40} {rate:7.0f} updates/s   {cpu:5.2f} ms CPU each")
    ratio_a, ratio_b = ratio(runs, "a"), ratio(runs, "b")
    print(f"(c)/(a) {ratio_a:.2f}   required {REQUIRED}: {'reached' if ratio_a >= REQUIRED else 'MISSED'}")
    print(f"(c)/(b) {ratio_b:.2f}")


def ratio(runs: dict[str, list[Run]], other: str) -> float:
    """The median of the rounds' own ratios: what slowed a round slowed both."""
    pairs = zip(runs["c"], runs[other], strict=True)
    return float(statistics.median(ours.per_second / theirs.per_second for ours, theirs in pairs))


def latencies(folder: Path, prepared: Path, datas: list[str]) -> None:
    for people, count in ((1, 300), (200, COUNT)):
        run = measure(BOTS["c"][1], [copied(prepared, folder / f"p{people}.db")], datas, count, people)
        print(f"sign-up with {people:3} pressing at once: p50 {run.p50:.0f} ms, p99 {run.p99:.0f} ms")
    print(f"memory at its peak: {run.megabytes:.0f} MB")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="liandong-bench-") as name:
        folder = Path(name)
        datas = asyncio.run(prepare(folder / "prepared.db", COUNT))
        report(compare(folder, folder / "prepared.db", datas))
        latencies(folder, folder / "prepared.db", datas)
    starting.main()


if __name__ == "__main__":
    main()
