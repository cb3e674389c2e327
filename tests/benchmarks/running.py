"""One bot, so many presses: how fast, at what cost, and how long the slowest waited."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.ground.frozen import Frozen
from tests.benchmarks.presses import presses
from tests.benchmarks.process import Server, cpu_seconds, peak_megabytes, serving, started


class Bot(Frozen):
    """``database``: the URL of a fresh one, for a bot that has any. ``folder``: another checkout than this one."""

    title: str
    module: str
    database: Callable[[], str] | None = None
    folder: Path | None = None


class Run(Frozen):
    per_second: float
    cpu_milliseconds: float  # of one update
    p50: float  # milliseconds from handing out a press to its answer
    p99: float
    megabytes: float  # at its peak


def measure(bot: Bot, datas: list[str], count: int, people: int) -> Run:
    """``people`` press at once, each anew when answered; 0: as many as are taken."""
    arguments = [bot.database()] if bot.database else []
    with serving() as server, started(bot.module, server.url, *arguments, folder=bot.folder) as process:
        server.wait_for("getUpdates", 1)
        before = cpu_seconds(process.pid)
        counters = pressed(server, datas, count, people)
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


def pressed(server: Server, datas: list[str], count: int, people: int) -> Any:
    server.load(presses(count, datas), people)
    server.wait_for("answerCallbackQuery", count)
    return server.wait_for("editMessageText", count)
