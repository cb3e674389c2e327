"""``python -m tests.mutants --kind sql --count 110``: as many faults, one at a time, and who notices.

The same ``--seed`` draws the same ones (a commit; without it the one that is checked out); ``--resume`` goes on where a
run was stopped, ``--survivors`` tries again what nobody noticed. Results are lines of JSON in ``.mutants/``.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.mutants import kinds, recording
from tests.mutants.in_python import ROOT
from tests.mutants.mutant import Mutant, drawn
from tests.mutants.trying import BROKEN, SURVIVED, Trying

KEPT = ROOT / ".mutants"
ROOMS = [
    "activities", "authority", "call_list", "deeds", "ground", "guardians", "hours", "invitations", "jobs", "joining",
    "leading", "members", "messages", "own_data", "people", "posting", "races", "reminders", "reports", "roles",
    "roll_call", "sign_ups", "stations", "store", "stories", "teams", "wire",
]  # fmt: skip


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--kind", choices=kinds.KINDS, default="sql")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", default="", help="a commit")
    parser.add_argument("--resume", action="store_true", help="what has a result is not tried again")
    parser.add_argument("--survivors", action="store_true", help="only what survived before, with today's tests")
    parser.add_argument("--ids", nargs="*", default=[], help="these alone")
    parser.add_argument("--record", action="store_true", help="who comes by where, anew")
    parser.add_argument("--rooms", nargs="*", default=ROOMS, help="folders of tests")
    parser.add_argument("--at-once", type=int, default=2)
    return parser.parse_args()


def main() -> int:
    given = arguments()
    KEPT.mkdir(exist_ok=True)
    recorded = KEPT / "recorded.json"
    if given.record or not recorded.exists():
        return record(recorded, given.rooms)
    seed = given.seed or checked_out()
    results = KEPT / f"{given.kind}-{seed[:12]}.jsonl"
    wanted = chosen(given, seed, results)
    if not given.resume and not given.survivors and not given.ids:
        results.unlink(missing_ok=True)
    print(f"{len(wanted)} mutants", flush=True)
    run(given.rooms, Trying(wanted, recording.read(recorded), results, given.at_once), "-s")
    print(summary(results))
    return 0


def record(path: Path, rooms: list[str]) -> int:
    print("Recording who comes by where: all tests, once, on SQLite. Then call again.", flush=True)
    return run(rooms, recording.Recording(path))


def run(rooms: list[str], plugin: object, *options: str) -> int:
    folders = [str(ROOT / "tests" / room) for room in rooms]
    return int(pytest.main(["--every", "-p", "no:cacheprovider", *options, *folders], plugins=[plugin]))


def checked_out() -> str:
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def chosen(given: argparse.Namespace, seed: str, results: Path) -> list[Mutant]:
    made = kinds.made(given.kind)
    before = verdicts(results)
    if given.ids:
        return [one for one in made if one.id in given.ids]
    if given.survivors:
        return [one for one in made if before.get(one.id) == SURVIVED]
    return [one for one in drawn(made, given.count, seed) if not given.resume or one.id not in before]


def verdicts(results: Path) -> dict[str, str]:
    """The last one of each."""
    if not results.exists():
        return {}
    rows = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: row["verdict"] for row in rows}


def summary(results: Path) -> str:
    found = Counter(verdicts(results).values())
    tried = sum(found.values()) - found[BROKEN]
    return f"{tried} tried, {tried - found[SURVIVED]} noticed ({dict(found)})"


if __name__ == "__main__":
    sys.exit(main())
