"""A few fixed seeds: nothing is found in them, the same seed reads the same, and what matters happens at all."""

from pathlib import Path

import pytest

from tests.helpers.postgres import made_cluster, wanted
from tests.simulation import report, transcripts
from tests.simulation.books.server_play import play_on_server
from tests.simulation.plan import Plan
from tests.simulation.play import play

SEEDS = (1, 2, 3)
SMALL = {"days": 10, "people": 12, "pace": 0.4}


IMPORTANT = ("reminder", "meeting", "recruiting", "roll_call_card", "statement", "lead_list")
"""Notices without which nobody was owed anything that an outage could have cost."""


@pytest.mark.once("seed")
@pytest.mark.parametrize("seed", SEEDS)
def test_ten_days_hold(seed: int, migrated_file: Path) -> None:
    outcome = play(Plan(seed, **SMALL), migrated_file)  # type: ignore[arg-type]  # one dict of two kinds of numbers

    assert not outcome.findings, report.failure(outcome)
    assert [kind for kind in IMPORTANT if not outcome.notices.get(kind)] == []
    assert outcome.faults["kill"] > 5


def test_same_seed_reads_the_same(migrated_file: Path) -> None:
    """Byte for byte: what people read, in order and with its time, and the books at the end."""
    plan = Plan(4, days=2, people=12, pace=0.5)

    first, second = play(plan, migrated_file), play(plan, migrated_file)

    assert first.lines == second.lines
    assert first.digest == second.digest
    assert len(first.lines) > 100


@pytest.mark.once("seed")
@pytest.mark.parametrize("seed", [min(transcripts.SEEDS), max(transcripts.SEEDS)])
def test_people_read_what_they_read_before(seed: int, migrated_file: Path) -> None:
    """A rebuild that is not meant to change what people see changes no hash: tests/simulation/transcripts.py."""
    outcome = play(transcripts.plan_of(seed), migrated_file)

    assert outcome.digest == transcripts.committed()[seed], "\n".join(outcome.lines)


def test_a_day_holds_on_a_server(migrated_file: Path) -> None:
    """PostgreSQL over real sockets, restarted, crashed, only to be read, its answers lost on the way."""
    if not wanted():
        pytest.skip("PostgreSQL's server programs are not installed")
    with made_cluster() as cluster:
        outcome = play_on_server(Plan(6, days=1, people=12), cluster, migrated_file)

    assert not outcome.findings, report.failure(outcome)
    assert sum(n for fault, n in outcome.faults.items() if fault.startswith("server ")) > 2
    assert sum(outcome.acts.values()) > 50
