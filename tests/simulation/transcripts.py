"""The hashes of twenty plays: they guard a rebuild that must not change what people read.

``python -m tests.simulation.transcripts`` writes them anew, after a change that is meant to be seen.
"""

import json
import sys
from pathlib import Path

from tests.simulation.books.template import migrated
from tests.simulation.plan import Plan
from tests.simulation.play import play

FILE = Path(__file__).with_name("transcripts.json")
SEEDS = range(101, 121)


def plan_of(seed: int) -> Plan:
    """Small enough that all twenty take a minute or two."""
    return Plan(seed, days=2, people=12, pace=0.5)


def committed() -> dict[int, str]:
    return {int(seed): digest for seed, digest in json.loads(FILE.read_text()).items()}


def main() -> int:
    with migrated() as template:
        digests = {}
        for seed in SEEDS:
            digests[seed] = play(plan_of(seed), template).digest
            print(seed, digests[seed][:16], flush=True)
    FILE.write_text(json.dumps(digests, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
