"""What is added to which sum. A node is a station with all below it ('s2'), or a team wherever it serves ('t5').

Minutes add up over nodes and months; people do not: who serves in two teams or two months is one person. So they are
counted for each node and each period that offices ask for, when a first record comes or a last one is taken back.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.ground.frozen import Frozen
from bot.ground.months import month_shifted
from bot.stations.rules import ancestors

APRIL = 4
"""In which financial years begin that are not calendar years (Hong Kong's); others are counted from the records."""


class Part(Frozen, order=True):
    """One sum. ``served``: the month of the day, earlier than ``period`` for what was booked late; of 'day_minutes' the
    day itself. ``nature``: of minutes; of people, which choices of natures they count for.
    """

    node: str
    what: str
    period: str
    served: str = ""
    kind: str = ""
    nature: str = ""


Sums = Counter[Part]
"""What is to be added, below 0 too."""


class PersonMonth(Frozen):
    """A person's verified minutes of one month of booking, in one place."""

    month: str
    path: str
    team_id: int
    service: int
    training: int
    preparation: int


class Roll(Frozen):
    """A roll-call that counts in a month, with the place of its activity."""

    path: str
    team_id: int
    month: str
    helped: int
    came: int
    no_shows: int


def nodes_of(path: str, team_id: int) -> tuple[str, ...]:
    """Those that a record there belongs to; 0 is no team."""
    team = (f"t{team_id}",) if team_id else ()
    return *(f"s{id}" for id in ancestors(path)), *team


def periods_of(month: str) -> tuple[str, ...]:
    """The month, its quarter, its year, and its financial year from April."""
    year, quarter = int(month[:4]), (int(month[5:]) + 2) // 3
    return month, f"{year:04}Q{quarter}", f"{year:04}", f"{year - (int(month[5:]) < APRIL):04}/{APRIL:02}"


def period_of(first: str, last: str) -> str | None:
    """How the months from ``first`` to ``last`` are called where people are counted for them."""
    return next((one for one in periods_of(first) if months_of(one) == (first, last)), None)


def months_of(period: str) -> tuple[str, str]:
    """The first month and the last."""
    if "Q" in period:
        first, length = f"{period[:4]}-{int(period[5:]) * 3 - 2:02}", 3
    elif "/" in period:
        first, length = period.replace("/", "-"), 12
    else:
        first, length = (f"{period}-01", 12) if len(period) == 4 else (period, 1)
    return first, month_shifted(first, length - 1)


def months_around(month: str) -> tuple[str, str]:
    """The first month and the last of all its periods."""
    bounds = [months_of(period) for period in periods_of(month)]
    return min(first for first, _ in bounds), max(last for _, last in bounds)


def choices_of(months: Iterable[PersonMonth]) -> str:
    """Whether something is left in any team where only service counts; with training; with preparation; with both."""
    lefts: dict[int, list[int]] = {}
    for one in months:
        left = lefts.setdefault(one.team_id, [0, 0, 0, 0])
        left[0] += one.service
        left[1] += one.service + one.training
        left[2] += one.service + one.preparation
        left[3] += one.service + one.training + one.preparation
    return "".join(str(int(any(left[choice] > 0 for left in lefts.values()))) for choice in range(4))


NOBODY = choices_of(())


def choice_of(*, training: bool, preparation: bool) -> int:
    """Which of the four."""
    return training + 2 * preparation


def people_moved(known: Sequence[PersonMonth], more: PersonMonth) -> Sums:
    """How the people of each node and period change by this booking of somebody with these months."""
    sums: Sums = Counter()
    for node in nodes_of(more.path, more.team_id):
        here = [one for one in known if node in nodes_of(one.path, one.team_id)]
        for period in periods_of(more.month):
            within = [one for one in here if period in periods_of(one.month)]
            for months, change in ((within, -1), ([*within, more], 1)):
                if (choices := choices_of(months)) != NOBODY:
                    sums[Part(node, "people", period, nature=choices)] += change
    return sums


def rolls_moved(before: Roll | None, after: Roll | None, month: str = "") -> Sums:
    """``month``: in which it counts, where that is not the roll-call's own."""
    sums: Sums = Counter()
    for roll, sign in ((before, -1), (after, 1)):
        if roll is None:
            continue
        for node in nodes_of(roll.path, roll.team_id):
            period = month or roll.month
            sums[Part(node, "helped", period, roll.month)] += sign * roll.helped
            sums[Part(node, "came", period, roll.month)] += sign * roll.came
            sums[Part(node, "no_shows", period, roll.month)] += sign * roll.no_shows
    return sums
