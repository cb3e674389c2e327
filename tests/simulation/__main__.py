"""``make simulate SEED=7 DAYS=30`` plays one seed again; ``YEARS=10`` plays fresh ones in a row and prints the table.

Run by hand: ``python -m tests.simulation --seed 7 --days 30 --transcript out.txt``.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.helpers.postgres import made_cluster
from tests.simulation import report
from tests.simulation.books.server_play import play_on_server
from tests.simulation.books.template import migrated
from tests.simulation.plan import FAULTS, Plan
from tests.simulation.play import Outcome, play
from tests.simulation.shrinking import shrunk

YEAR = 365


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--people", type=int, default=24)
    parser.add_argument("--pace", type=float, default=1.0)
    parser.add_argument("--faults", default=",".join(sorted(FAULTS)), help="kinds, between commas")
    parser.add_argument("--years", type=float, help="that many simulated years of fresh seeds")
    parser.add_argument("--transcript", type=Path, help="where what people read is written")
    parser.add_argument("--postgres", action="store_true", help="the books on a server, with real sockets")
    parser.add_argument("--no-shrinking", action="store_true")
    return parser.parse_args()


@contextmanager
def stage(*, postgres: bool) -> Iterator[Callable[[Plan], Outcome]]:
    with migrated() as template:
        if not postgres:
            yield partial(play, template=template)
            return
        with made_cluster() as cluster:
            yield partial(play_on_server, cluster=cluster, template=template)


def main() -> int:
    given = arguments()
    faults = frozenset(one for one in given.faults.split(",") if one)
    first = given.seed if given.seed is not None else random.SystemRandom().randrange(10**6)
    runs = max(1, round(given.years * YEAR / given.days)) if given.years else 1
    outcomes: list[Outcome] = []
    with stage(postgres=given.postgres) as played:
        for seed in range(first, first + runs):
            outcome = played(Plan(seed, given.days, given.people, given.pace, faults))
            outcomes.append(outcome)
            print(report.one_line(outcome), flush=True)
            if given.transcript:
                given.transcript.write_text("\n".join(outcome.lines) + "\n")
            if outcome.findings:
                print(report.failure(outcome), flush=True)
                if not given.no_shrinking:
                    print("made smaller:", report.failure(shrunk(outcome, played)), flush=True)
    print(report.coverage(outcomes))
    print(report.table(outcomes))
    return 1 if any(one.findings for one in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
