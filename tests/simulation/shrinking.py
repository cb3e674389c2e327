"""A failing run made smaller: fewer days, kinds of faults and people, as long as the same invariant finds something."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.simulation.plan import Plan
from tests.simulation.play import Outcome

FEWEST = 6  # people: two of the office, a lead and a volunteer somewhere


def shrunk(failed: Outcome, play: Callable[[Plan], Outcome], *, tries: int = 24) -> Outcome:
    """The smallest failing run that so many tries lead to."""
    wanted = {one.invariant for one in failed.findings}
    best = failed
    progress = True
    while progress and tries > 0:
        progress = False
        for plan in smaller(best.plan):
            if tries <= 0:
                break
            tries -= 1
            outcome = play(plan)
            if wanted & {one.invariant for one in outcome.findings}:
                best, progress = outcome, True
                break
    return best


def smaller(plan: Plan) -> Iterator[Plan]:
    """The boldest step first."""
    for days in sorted({plan.days // 2, plan.days - 1}):
        if 0 < days < plan.days:
            yield replace(plan, days=days)
    if plan.faults:
        yield replace(plan, faults=frozenset())
    for fault in sorted(plan.faults):
        yield replace(plan, faults=plan.faults - {fault})
    for people in sorted({plan.people // 2, plan.people - 3}):
        if FEWEST <= people < plan.people:
            yield replace(plan, people=people)
