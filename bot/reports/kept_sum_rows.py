"""Sums of whole months as they are kept: of any node in as many rows as it has kinds of service."""

from bot.ground.frozen import Frozen, replace
from bot.ground.months import Period, month_shifted
from bot.hours.sums.rules import choice_of, period_of
from bot.reports.figures import Figures, Sum, figures_of
from bot.reports.file_rules import MonthMinutes
from bot.reports.rows import IN_ALL, Rolls, volunteers, with_rolls
from bot.reports.rules import Scope, Waiting
from bot.store.asking import sql
from bot.store.transaction import Tx


class Kept(Frozen):
    """``late``: of days before the period."""

    what: str
    kind: str
    nature: str
    late: bool
    amount: int


class Whole(Frozen):
    figures: Figures
    waiting: Waiting


@sql("""
SELECT what, kind, nature, late, cast(sum(amount) AS bigint) AS amount FROM (
    SELECT what, kind, nature, CASE WHEN served < cast(:first AS text) THEN 1 ELSE 0 END AS late, amount
    FROM running_sum
    WHERE node = :node AND what IN ('minutes', 'attendances', 'helped', 'came', 'no_shows', 'waiting',
        'waiting_minutes') AND period BETWEEN cast(:first AS text) AND :last
    UNION ALL
    SELECT what, kind, nature, CASE WHEN served < cast(:first AS text) THEN 1 ELSE 0 END, amount
    FROM running_sum_added
    WHERE node = :node AND what IN ('minutes', 'attendances', 'helped', 'came', 'no_shows', 'waiting',
        'waiting_minutes') AND period BETWEEN cast(:first AS text) AND :last
) AS both_of_them
GROUP BY what, kind, nature, late
ORDER BY what, kind, nature, late
""")
async def kept_sums(tx: Tx, node: str, *, first: str, last: str) -> list[Kept]:
    """Everything that adds up over these months: what is folded, and what is still to be."""


@sql("""
SELECT choices, cast(sum(amount) AS bigint) AS people FROM (
    SELECT nature AS choices, amount FROM running_sum WHERE node = :node AND what = 'people' AND period = :period
    UNION ALL
    SELECT nature, amount FROM running_sum_added WHERE node = :node AND what = 'people' AND period = :period
) AS both_of_them
GROUP BY choices
ORDER BY choices
""")
async def kept_people(tx: Tx, node: str, *, period: str) -> dict[str, int]:
    """How many served, each once, by the choices of natures that they count for."""


@sql("""
SELECT nature, cast(sum(amount) AS bigint) AS minutes FROM (
    SELECT nature, amount FROM running_sum
    WHERE node = :node AND what = 'day_minutes' AND period = :month AND served <= cast(:last_day AS text)
    UNION ALL
    SELECT nature, amount FROM running_sum_added
    WHERE node = :node AND what = 'day_minutes' AND period = :month AND served <= cast(:last_day AS text)
) AS both_of_them
GROUP BY nature
ORDER BY nature
""")
async def kept_days(tx: Tx, node: str, *, month: str, last_day: str) -> dict[str, int]:
    """Minutes booked in a month for days up to this one, by nature."""


@sql("""
SELECT period, nature, cast(sum(amount) AS bigint) AS minutes FROM (
    SELECT period, nature, amount FROM running_sum
    WHERE node = :node AND what = 'minutes' AND period BETWEEN cast(:first AS text) AND :last
    UNION ALL
    SELECT period, nature, amount FROM running_sum_added
    WHERE node = :node AND what = 'minutes' AND period BETWEEN cast(:first AS text) AND :last
) AS both_of_them
GROUP BY period, nature
ORDER BY period, nature
""")
async def kept_months(tx: Tx, node: str, *, first: str, last: str) -> list[tuple[str, str, int]]:
    """Minutes booked in each of these months, by nature."""


@sql("""
SELECT served, nature, cast(sum(amount) AS bigint) AS minutes FROM (
    SELECT served, nature, amount FROM running_sum
    WHERE node = :node AND what = 'day_minutes' AND period >= cast(:month AS text)
        AND served BETWEEN cast(:first AS text) AND :last
    UNION ALL
    SELECT served, nature, amount FROM running_sum_added
    WHERE node = :node AND what = 'day_minutes' AND period >= cast(:month AS text)
        AND served BETWEEN cast(:first AS text) AND :last
) AS both_of_them
GROUP BY served, nature
ORDER BY served, nature
""")
async def kept_days_served(tx: Tx, node: str, *, month: str, first: str, last: str) -> list[tuple[str, str, int]]:
    """Minutes of these days of service, by nature, whenever they were booked from this month on."""


async def twelve_months(tx: Tx, scope: Scope, last: str, natures: frozenset[str]) -> tuple[MonthMinutes, ...]:
    """The twelve that end with this one, each beside the one a year before."""
    booked: dict[str, int] = {}
    for month, nature, minutes in await kept_months(tx, scope.key, first=month_shifted(last, -23), last=last):
        if nature in natures:
            booked[month] = booked.get(month, 0) + minutes
    months = [month_shifted(last, by) for by in range(-11, 1)]
    return tuple(MonthMinutes(one, booked.get(one, 0), booked.get(month_shifted(one, -12), 0)) for one in months)


async def so_far(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> int:
    """Minutes booked in the months of a period that begins with a month, for days up to its last."""
    first, last = f"{period.first_day:%Y-%m}", f"{period.last_day:%Y-%m}"
    whole = await before(tx, scope, (first, month_shifted(last, -1)), natures) if first < last else Figures()
    days = await kept_days(tx, scope.key, month=last, last_day=period.last_day.isoformat())
    return whole.minutes + sum(minutes for nature, minutes in days.items() if nature in natures)


async def people_of(tx: Tx, scope: Scope, period: Period, months: tuple[str, str], natures: frozenset[str]) -> int:
    """As they are kept; of months for which nobody keeps them, from the records."""
    kept = period_of(*months)
    if kept is None:
        return (await volunteers(tx, scope, period, natures)).get(IN_ALL, 0)
    choice = choice_of(training="training" in natures, preparation="preparation" in natures)
    people = await kept_people(tx, scope.key, period=kept)
    return sum(n for choices, n in people.items() if choices[choice] == "1")


async def whole(tx: Tx, scope: Scope, period: Period, months: tuple[str, str], natures: frozenset[str]) -> Whole:
    """Of whole months: all that is told of a scope, but the roll-calls that are open."""
    first, last = months
    sums = await kept_sums(tx, scope.key, first=first, last=last)
    figures = with_rolls(
        figures_of(parts(sums), natures),
        [Rolls(amount(sums, "helped"), amount(sums, "came"), amount(sums, "no_shows"))],
    )
    people = await people_of(tx, scope, period, months, natures)
    late = [one for one in sums if one.late]
    return Whole(
        replace(
            figures,
            volunteers=people,
            adjusted=amount(late, "minutes"),
            adjusted_helped=amount(late, "helped"),
            adjusted_no_shows=amount(late, "no_shows"),
        ),
        Waiting(amount(sums, "waiting"), amount(sums, "waiting_minutes")),
    )


async def before(tx: Tx, scope: Scope, months: tuple[str, str], natures: frozenset[str]) -> Figures:
    """Minutes and attendances only, to compare with."""
    first, last = months
    return figures_of(parts(await kept_sums(tx, scope.key, first=first, last=last)), natures)


def amount(sums: list[Kept], what: str) -> int:
    return sum(one.amount for one in sums if one.what == what)


def parts(sums: list[Kept]) -> list[Sum]:
    """Minutes and attendances, as ``figures_of`` adds them up."""
    return [
        Sum(0, one.kind, one.nature, *((one.amount, 0) if one.what == "minutes" else (0, one.amount)))
        for one in sums
        if one.what in {"minutes", "attendances"}
    ]
