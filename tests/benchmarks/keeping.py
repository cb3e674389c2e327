"""What a run of the bench says: a table, the ratios with what is required of them, the start. docs/speed.md has it."""

from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.rounds import CROWD, Measured
from tests.benchmarks.starting import Starts

PAGE = Path(__file__).parents[2] / "docs" / "speed.md"
FROM, TO = "<!-- make bench -->", "<!-- /make bench -->"
HEAD = ("", "updates/s", "CPU ms", f"p50 ms, {CROWD} at once", "p99 ms", "peak MB")
REQUIRED = {("c", "a"): 4.2, ("c", "d"): 1.0, ("p", "a"): 2.0, ("c", "b"): 0.0, ("c", "o"): 0.0, ("p", "r"): 0.0}
SLOWEST = 0.6  # of what it was before
READY, IDLE, FLOOD = 0.7, 80, 100  # seconds, megabytes


def lines(measured: Measured, starts: Starts) -> list[str]:
    table = [HEAD, ("---", *["--:"] * (len(HEAD) - 1)), *measured.rows()]
    said = [f"| {' | '.join(row)} |" for row in table]
    said.append("")
    for (one, other), least in REQUIRED.items():
        found = measured.ratio(one, other)
        if found is not None:
            said.append(
                f"- ({one})/({other}) {found:.2f}{verdict(found >= least, f'at least {least}') if least else ''}"
            )
    slowest = measured.slowest("c", "o")
    if slowest is not None:
        words = verdict(slowest <= SLOWEST, f"at most {SLOWEST}")
        said.append(f"- p99 of {CROWD} at once, (c)/(o) {slowest:.2f}{words}")
    ready = verdict(starts.ours <= READY, f"at most {READY}")
    said.append(f"- start to ready {starts.ours:.2f} s{ready}, bare {starts.bare:.2f} s")
    said.append(f"- memory idle {starts.idle:.0f} MB{verdict(starts.idle <= IDLE, f'at most {IDLE}')}")
    flood = max((run.megabytes for run in measured.flood.get("c", [])), default=0.0)
    said.append(f"- memory in the flood {flood:.0f} MB{verdict(flood <= FLOOD, f'at most {FLOOD}')}")
    return said


def verdict(reached: bool, wanted: str) -> str:
    return f" ({wanted}: {'reached' if reached else 'MISSED'})"


def keep(said: list[str], rounds: int, count: int) -> None:
    page = PAGE.read_text()
    command = f"`make bench`, {rounds} rounds of {count:,} presses, {datetime.now(UTC):%Y-%m-%d}"
    before, _, rest = page.partition(FROM)
    PAGE.write_text("\n".join((f"{before}{FROM}", "", command, "", *said, "", f"{TO}{rest.partition(TO)[2]}")))
