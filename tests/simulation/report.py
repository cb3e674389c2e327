"""What a run has to say for itself: that it found nothing and what was played, or the finding and how it came to it."""

from collections import Counter
from collections.abc import Sequence

from tests.simulation.play import Outcome

LAST = 40  # lines of the transcript before the finding


def failure(outcome: Outcome) -> str:
    found = "\n".join(f"  {one}" for one in outcome.findings)
    return "\n".join((f"{outcome.plan}", "found:", found, "the last acts:", *outcome.lines[-LAST:]))


def one_line(outcome: Outcome) -> str:
    acts, faults = sum(outcome.acts.values()), sum(outcome.faults.values())
    notices = sum(n for kind, n in outcome.notices.items() if not kind.startswith("call:"))
    found = f"{len(outcome.findings)} FOUND" if outcome.findings else "nothing found"
    return (
        f"{outcome.plan}: {acts} acts, {notices} notices, {faults} faults, {found}, "
        f"{outcome.seconds:.0f} s, {outcome.digest[:16]}"
    )


def coverage(outcomes: Sequence[Outcome]) -> str:
    """Which acts and notices there were, and how many."""
    acts: Counter[str] = Counter()
    notices: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    for one in outcomes:
        acts.update(one.acts)
        notices.update(one.notices)
        faults.update(one.faults)
    return "\n".join(
        f"{what}: {', '.join(f'{name} {n}' for name, n in counted.most_common())}"
        for what, counted in (("acts", acts), ("notices", notices), ("faults", faults))
    )


def table(outcomes: Sequence[Outcome]) -> str:
    """For docs/simulation.md."""
    days = sum(one.plan.days for one in outcomes)
    acts = sum(sum(one.acts.values()) for one in outcomes)
    notices = sum(n for one in outcomes for kind, n in one.notices.items() if not kind.startswith("call:"))
    kills = sum(one.faults.get("kill", 0) for one in outcomes)
    faults = sum(sum(one.faults.values()) for one in outcomes)
    found = sum(1 for one in outcomes if one.findings)
    seeds = f"{outcomes[0].plan.seed}–{outcomes[-1].plan.seed}" if outcomes else "–"
    return (
        "| seeds | years | acts | notices | faults | of them kills | runs with a finding |\n"
        "|---|---|---|---|---|---|---|\n"
        f"| {seeds} | {days / 365:.1f} | {acts:,} | {notices:,} | {faults:,} | {kills:,} | {found} |"
    )
