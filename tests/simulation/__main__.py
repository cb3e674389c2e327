"""``make simulate SEED=7 DAYS=30`` plays one seed again; ``YEARS=10`` plays fresh ones in a row and prints the table.

Run by hand: ``python -m tests.simulation --seed 7 --days 30 --transcript out.txt``.
"""

import argparse
import random
import sys
from pathlib import Path

from tests.simulation import report
from tests.simulation.plan import FAULTS, Plan
from tests.simulation.play import Outcome, play
from tests.simulation.shrinking import shrunk
from tests.simulation.template import migrated

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
    parser.add_argument("--no-shrinking", action="store_true")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    faults = frozenset(one for one in given.faults.split(",") if one)
    first = given.seed if given.seed is not None else random.SystemRandom().randrange(10**6)
    runs = max(1, round(given.years * YEAR / given.days)) if given.years else 1
    outcomes: list[Outcome] = []
    with migrated() as template:
        for seed in range(first, first + runs):
            outcome = play(Plan(seed, given.days, given.people, given.pace, faults), template)
            outcomes.append(outcome)
            print(report.one_line(outcome), flush=True)
            if given.transcript:
                given.transcript.write_text("\n".join(outcome.lines) + "\n")
            if outcome.findings:
                print(report.failure(outcome), flush=True)
                if not given.no_shrinking:
                    print("made smaller:", report.failure(shrunk(outcome, template)), flush=True)
    print(report.coverage(outcomes))
    print(report.table(outcomes))
    return 1 if any(one.findings for one in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
